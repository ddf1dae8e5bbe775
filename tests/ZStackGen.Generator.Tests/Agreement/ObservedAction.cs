using System.Collections.Generic;

namespace ZStackGen.Generator.Tests.Agreement;

/// <summary>The behavior of a generated, compiled action, observed from outside.</summary>
/// <param name="Name">The API's name.</param>
/// <param name="Method">The HTTP method that it sends.</param>
/// <param name="Path">The path template that matches the sent path.</param>
/// <param name="AlternatePaths">The alternate paths.</param>
/// <param name="Wrapper">The key of the body that contains the arguments; empty if no body is sent.</param>
/// <param name="RequiresSession">Whether the API requires a session.</param>
/// <param name="Parameters">The names of the parameters.</param>
/// <param name="Required">The names of the required parameters.</param>
internal sealed record ObservedAction(
    string Name,
    string Method,
    string Path,
    IReadOnlyList<string> AlternatePaths,
    string Wrapper,
    bool RequiresSession,
    IReadOnlySet<string> Parameters,
    IReadOnlySet<string> Required);
