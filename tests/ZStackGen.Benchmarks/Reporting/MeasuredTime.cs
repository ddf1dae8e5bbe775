using System;
using System.Diagnostics;

namespace ZStackGen.Benchmarks.Reporting;

/// <summary>The time of an operation, with and without the pauses of the garbage collector.</summary>
/// <param name="Time">The elapsed time.</param>
/// <param name="WithoutCollections">
/// The elapsed time without collections. The number of collections depends on the size of the collector's first generation, and therefore on the
/// machine.
/// </param>
internal readonly record struct MeasuredTime(TimeSpan Time, TimeSpan WithoutCollections)
{
    /// <summary>Returns the mean time of several runs.</summary>
    public static MeasuredTime Of(int runs, Action run)
    {
        TimeSpan paused = GC.GetTotalPauseDuration();
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < runs; i++)
            run();
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        return new MeasuredTime(time / runs, (time - (GC.GetTotalPauseDuration() - paused)) / runs);
    }
}
