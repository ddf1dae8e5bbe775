namespace ZStackGen.Benchmarks.Reporting;

/// <summary>A measured figure.</summary>
/// <param name="Set">The set of benchmarks, such as <c>reader</c>.</param>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The value.</param>
/// <param name="Unit">The unit, such as <c>MB/s</c>; <c>x</c> for a ratio to the peer.</param>
internal sealed record Figure(string Set, string Name, double Value, string Unit)
{
    /// <summary>Gets the budget; <see langword="null"/> if the figure is only reported.</summary>
    public double? Budget { get; init; }

    /// <summary>Gets whether the value must be at least the budget, and not at most.</summary>
    public bool IsMinimum { get; init; }

    /// <summary>Gets the measured part of the value that cannot be avoided; <see langword="null"/> if it was not measured.</summary>
    public double? LowerBound { get; init; }

    /// <summary>Gets the peer of the comparison.</summary>
    public string? Peer { get; init; }

    /// <summary>Gets whether the value is within the budget; <see langword="null"/> without a budget.</summary>
    public bool? IsHeld => Budget is { } budget ? (IsMinimum ? Value >= budget : Value <= budget) : null;
}
