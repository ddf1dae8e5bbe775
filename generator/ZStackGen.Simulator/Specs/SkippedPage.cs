using System.Collections.Generic;

namespace ZStack.Simulation;

/// <summary>A page that is not part of the simulator, because it contains errors.</summary>
/// <param name="Path">The path of the page.</param>
/// <param name="Errors">The errors with line and column.</param>
public sealed record SkippedPage(string Path, IReadOnlyList<string> Errors);
