using System;
using System.Diagnostics;

namespace ZStackGen.Benchmarks.Reporting;

/// <summary>
/// Measures the speed of one processor by a fixed amount of work, so that a report shows which of its sets other load has disturbed. A virtual
/// machine shares its processors with other machines, and no counter reports their load.
/// </summary>
internal static class MachineSpeed
{
    private const int Steps = 20_000_000;
    private const int Rounds = 5;

    /// <summary>Returns the time of the work, the median of a few rounds.</summary>
    public static TimeSpan Measure()
    {
        double[] times = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            uint state = 1;
            for (int i = 0; i < Steps; i++)
                state = (state * 1664525) + 1013904223;
            times[round] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            // Prevents the JIT from removing the loop.
            if (state == 0)
                throw new InvalidOperationException("The sequence has no zero here.");
        }

        return TimeSpan.FromMilliseconds(Median.Of(times));
    }
}
