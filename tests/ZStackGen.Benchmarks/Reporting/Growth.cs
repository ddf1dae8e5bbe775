using System;
using System.Collections.Generic;
using System.Linq;

namespace ZStackGen.Benchmarks.Reporting;

/// <summary>Fits the growth of a time with the size of its input.</summary>
internal static class Growth
{
    /// <summary>Returns the exponent of the power law that fits best: 1 for linear growth, 2 for quadratic growth.</summary>
    /// <param name="points">The sizes and their times.</param>
    public static double Exponent(IReadOnlyList<(double Size, double Time)> points)
    {
        (double X, double Y)[] logs = [.. points.Select(static point => (Math.Log(point.Size), Math.Log(point.Time)))];
        double x = logs.Average(static point => point.X), y = logs.Average(static point => point.Y);
        return logs.Sum(point => (point.X - x) * (point.Y - y)) / logs.Sum(point => (point.X - x) * (point.X - x));
    }
}
