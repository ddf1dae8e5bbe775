using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using ZStackGen.Benchmarks.Reporting;

namespace ZStackGen.Benchmarks.Generator;

/// <summary>A scenario that is measured many times, alternating with the baseline, so that load on the machine affects both.</summary>
internal static class Scenario
{
    /// <summary>The tiered JIT compiles in the background and needs time as well as rounds.</summary>
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(3);

    /// <summary>Prints two rows and returns whether the median is within the budget.</summary>
    /// <param name="log">The log of figures.</param>
    /// <param name="what">The description of a round.</param>
    /// <param name="budget">The budget in milliseconds.</param>
    /// <param name="rounds">The number of measured rounds; odd, so that there is a median.</param>
    /// <param name="prepare">Creates the drivers (ours and the baseline's) and the compilation of a round. Not measured.</param>
    /// <param name="finish">Receives the drivers after the round.</param>
    public static bool Measure(
        FigureLog log,
        string what,
        double budget,
        int rounds,
        Func<(GeneratorDriver Ours, GeneratorDriver Floor, Compilation Compilation)> prepare,
        Action<GeneratorDriver, GeneratorDriver> finish)
    {
        var ours = new Figures();
        var floor = new Figures();
        long start = Stopwatch.GetTimestamp();
        for (int warm = 0, measured = 0; measured < rounds;)
        {
            bool counts = warm >= rounds && Stopwatch.GetElapsedTime(start) > s_warmUp;
            (GeneratorDriver driver, GeneratorDriver empty, Compilation compilation) = prepare();
            driver = ours.Time(driver, compilation, counts);
            empty = floor.Time(empty, compilation, counts);
            finish(driver, empty);
            if (counts)
                measured++;
            else
                warm++;
        }

        double median = ours.Print(what, budget);
        log.Add(new Figure("generator", what + ", an empty generator", floor.Print("  floor: an empty generator", null), "ms"));
        return log.Add(new Figure("generator", what, median, "ms") { Budget = budget });
    }

    private sealed class Figures
    {
        private readonly List<double> _times = [];
        private TimeSpan _processor;
        private long _allocated;

        public GeneratorDriver Time(GeneratorDriver driver, Compilation compilation, bool counts)
        {
            TimeSpan processor = Environment.CpuUsage.TotalTime;
            long allocated = GC.GetAllocatedBytesForCurrentThread();
            long start = Stopwatch.GetTimestamp();
            GeneratorDriver result = driver.RunGenerators(compilation);
            double time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if (counts)
            {
                _allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
                _processor += Environment.CpuUsage.TotalTime - processor;
                _times.Add(time);
            }

            return result;
        }

        public double Print(string what, double? budget)
        {
            _times.Sort();
            double median = _times[_times.Count / 2];
            string end = budget is { } limit ? Invariant($" (budget {limit}){(median <= limit ? "" : "  MISSED")}") : "";
            Console.WriteLine(Invariant($"{what,-38} {median,8:F2} ms median, {_times[0]:F2} best of {_times.Count}, {_processor.TotalMilliseconds / _times.Count:F2} ms of processor, {_allocated / 1e6:F2} MB") + end);
            return median;
        }

        private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
    }
}
