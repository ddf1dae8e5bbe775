using System.Collections.Generic;
using System.Linq;

namespace ZStackGen.Benchmarks.Reporting;

/// <summary>The middle of measured values, which a few disturbed rounds do not change.</summary>
internal static class Median
{
    /// <summary>Returns the median; of an even number of values, the larger of the two in the middle.</summary>
    /// <param name="values">The values, at least one.</param>
    public static double Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
