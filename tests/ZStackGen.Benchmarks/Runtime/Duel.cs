using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using ZStackGen.Benchmarks.Reporting;

namespace ZStackGen.Benchmarks.Runtime;

// Measures time and bytes of two implementations alternately, so that load on the machine affects both.
internal sealed class Duel(FigureLog log)
{
    private const int Rounds = 41;
    private const int CalmWindows = 4;
    private static readonly TimeSpan s_turn = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan s_window = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_longestWarmUp = TimeSpan.FromSeconds(6);

    public bool Compare(string what, string ours, Action our, string theirs, Action their, double? timeBudget = null, double? byteBudget = null)
    {
        int ourCount = Calibrate(our), theirCount = Calibrate(their);
        var ratios = new List<double>();
        var ourTimes = new List<double>();
        var theirTimes = new List<double>();
        for (int i = 0; i < Rounds; i++)
        {
            double a, b;
            if (i % 2 == 0)
            {
                a = Time(our, ourCount);
                b = Time(their, theirCount);
            }
            else
            {
                b = Time(their, theirCount);
                a = Time(our, ourCount);
            }

            ourTimes.Add(a);
            theirTimes.Add(b);
            ratios.Add(a / b);
        }

        double ourBytes = Bytes(our, ourCount), theirBytes = Bytes(their, theirCount);
        double time = Median.Of(ratios), bytes = ourBytes / theirBytes;
        bool held = !(time > timeBudget) && !(bytes > byteBudget);
        Console.WriteLine(string.Format(
            CultureInfo.InvariantCulture,
            "{0,-34} {1,9:0.00} us {2,9:0} B   {3,-22} {4,9:0.00} us {5,9:0} B   time x{6:0.00}{7}  bytes x{8:0.00}{9}  {10}",
            what + ": " + ours,
            Median.Of(ourTimes),
            ourBytes,
            theirs,
            Median.Of(theirTimes),
            theirBytes,
            time,
            Budget(timeBudget),
            bytes,
            Budget(byteBudget),
            timeBudget is null ? "reported" : held ? "held" : "MISSED"));
        string set = what.StartsWith("call", StringComparison.Ordinal) ? "client" : "json";
        log.Add(new Figure(set, what + ", time", time, "x") { Budget = timeBudget, Peer = theirs });
        log.Add(new Figure(set, what + ", allocated bytes", bytes, "x") { Budget = byteBudget, Peer = theirs });
        return held;
    }

    private static string Budget(double? budget) => budget is { } value ? string.Format(CultureInfo.InvariantCulture, " (budget {0:0.00})", value) : "";

    // Warms up until the time no longer decreases, since on a busy machine the JIT recompiles late. Returns the number of calls per turn.
    private static int Calibrate(Action action)
    {
        double best = double.MaxValue;
        var total = Stopwatch.StartNew();
        for (int calm = 0; calm < CalmWindows && total.Elapsed < s_longestWarmUp;)
        {
            int count = 0;
            long begin = Stopwatch.GetTimestamp();
            do
            {
                action();
                count++;
            }
            while (Stopwatch.GetElapsedTime(begin) < s_window);
            double time = Stopwatch.GetElapsedTime(begin).TotalMicroseconds / count;
            calm = time < best * 0.97 ? 0 : calm + 1;
            best = Math.Min(best, time);
        }

        return Math.Max(1, (int)(s_turn.TotalMicroseconds / best));
    }

    private static double Time(Action action, int count)
    {
        long begin = Stopwatch.GetTimestamp();
        for (int i = 0; i < count; i++)
            action();
        return Stopwatch.GetElapsedTime(begin).TotalMicroseconds / count;
    }

    private static double Bytes(Action action, int count)
    {
        int calls = Math.Min(200, count + 2);
        action();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < calls; i++)
            action();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)calls;
    }
}
