using System.Collections.Generic;

namespace ZStack.Simulation;

/// <summary>A page that the simulator does not answer for, because it could not be read without error.</summary>
/// <param name="Path">The page.</param>
/// <param name="Errors">What is wrong with it, each with line and column.</param>
public sealed record SkippedPage(string Path, IReadOnlyList<string> Errors);
