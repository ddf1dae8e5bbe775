using System.Collections.Generic;

namespace ZStackGen.Generator.Tests.Agreement;

/// <summary>What a generated, compiled action does, as seen from outside.</summary>
/// <param name="Name">The API's name.</param>
/// <param name="Method">The HTTP method that it sends.</param>
/// <param name="Path">The path with its variables; what it sends matches it.</param>
/// <param name="AlternatePaths">Its further paths.</param>
/// <param name="Wrapper">The key of the body that holds the arguments; empty where no body is sent.</param>
/// <param name="RequiresSession">Whether it needs a session.</param>
/// <param name="Parameters">The names on the wire.</param>
/// <param name="Required">Those without which it cannot be sent.</param>
internal sealed record ObservedAction(
    string Name,
    string Method,
    string Path,
    IReadOnlyList<string> AlternatePaths,
    string Wrapper,
    bool RequiresSession,
    IReadOnlySet<string> Parameters,
    IReadOnlySet<string> Required);
