using System.Collections.Generic;

namespace ZStackGen.Benchmarks.Reporting;

/// <summary>Collects the figures of the sets.</summary>
internal sealed class FigureLog
{
    private readonly List<Figure> _figures = [];

    /// <summary>Gets the figures in the order in which they were measured.</summary>
    public IReadOnlyList<Figure> Figures => _figures;

    /// <summary>Adds a figure.</summary>
    /// <param name="figure">The figure.</param>
    /// <returns>Whether the figure is within its budget, or has none.</returns>
    public bool Add(Figure figure)
    {
        _figures.Add(figure);
        return figure.IsHeld != false;
    }
}
