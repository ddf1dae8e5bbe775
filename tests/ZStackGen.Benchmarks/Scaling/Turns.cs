using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using ZStackGen.Benchmarks.Reporting;

namespace ZStackGen.Benchmarks.Scaling;

/// <summary>Measures one operation at several sizes of its input, which take turns, so that load on the machine affects all.</summary>
/// <param name="log">The log of figures.</param>
/// <param name="rounds">The number of turns of each size.</param>
internal sealed class Turns(FigureLog log, int rounds)
{
    private static readonly TimeSpan s_turn = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan s_warmUp = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_longestWarmUp = TimeSpan.FromSeconds(2);

    // The JIT optimizes a method after its thirtieth call.
    private const int CallsUntilOptimized = 40;

    /// <summary>Measures, prints the time of each size, and logs the exponent of the growth.</summary>
    /// <param name="what">The operation and the unit of its sizes.</param>
    /// <param name="sizes">The sizes, each with a function that runs the operation and returns its time.</param>
    public void Measure(string what, params (int Size, Func<MeasuredTime> Time)[] sizes)
    {
        List<MeasuredTime>[] times = [.. sizes.Select(static _ => new List<MeasuredTime>())];
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < sizes.Length; i++)
                times[i].Add(sizes[i].Time());
        }

        (double Size, double Time)[] points = [.. sizes.Select((size, i) => ((double)size.Size, Median.Of([.. times[i].Select(static time => time.Time.TotalMilliseconds)])))];
        double exponent = Growth.Exponent(points);
        double bare = Growth.Exponent([.. sizes.Select((size, i) => ((double)size.Size, Median.Of([.. times[i].Select(static time => time.WithoutCollections.TotalMilliseconds)])))]);
        log.Add(new Figure("growth", what, exponent, "exponent"));
        log.Add(new Figure("growth", what + ", without collections", bare, "exponent"));
        string medians = string.Join(", ", points.Select(static point => string.Create(CultureInfo.InvariantCulture, $"{point.Size}: {point.Time:#,0.###} ms")));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-46} exponent {exponent:F2}, {bare:F2} without collections ({medians})"));
    }

    /// <summary>Warms up an operation, and returns a function that returns the mean time of as many runs as a turn takes.</summary>
    /// <param name="run">The operation.</param>
    public static Func<MeasuredTime> Of(Action run)
    {
        int count = 0;
        long begin = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begin) is var time && (time < s_warmUp || (count < CallsUntilOptimized && time < s_longestWarmUp)))
        {
            run();
            count++;
        }

        int runs = Math.Max(1, (int)(s_turn / (Stopwatch.GetElapsedTime(begin) / count)));
        return () => MeasuredTime.Of(runs, run);
    }
}
