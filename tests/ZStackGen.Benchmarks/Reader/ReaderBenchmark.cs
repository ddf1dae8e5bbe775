using System;
using System.Diagnostics;
using System.Globalization;
using ZStackGen.Benchmarks.Reporting;

namespace ZStackGen.Benchmarks.Reader;

/// <summary>
/// The speed of reading pages, warm and on one thread, and the memory that it allocates. The layouts and a bare Markdig parse of the same pages
/// alternate, so that load on the machine affects all.
/// </summary>
internal static class ReaderBenchmark
{
    private const int Rounds = 31;

    /// <summary>The slowest speed, in MB/s.</summary>
    private const double Budget = 50;

    // The JIT recompiles hot code only after a while.
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(40);

    /// <summary>Measures all layouts and the growth, or only the layouts that the arguments name.</summary>
    public static int Run(string[] args, FigureLog log)
    {
        string[] names = args.Length > 0 ? args : ["official-zh", "scraped-zh", "english", "explorer", "manual-md", "manual-md-chapters"];
        var layouts = new LayoutPages[names.Length];
        for (int i = 0; i < names.Length; i++)
        {
            if (LayoutPages.Find(names[i]) is not { } pages)
            {
                Console.WriteLine("The folder shared, with real pages, is not beside the repository: nothing to measure.");
                return 0;
            }

            layouts[i] = pages;
        }

        var load = new MachineLoad();
        bool met = Measure(log, load, layouts);
        if (args.Length == 0)
            met &= ReaderGrowth.Run(log, load);
        return met ? 0 : 1;
    }

    private static bool Measure(FigureLog log, MachineLoad load, LayoutPages[] layouts)
    {
        var rounds = new QuietRounds(load, Rounds, s_limit);
        long begin = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begin) < s_warmUp)
        {
            foreach (LayoutPages layout in layouts)
            {
                layout.Read();
                layout.Parse();
            }

            // Makes the time of a quiet phase known before the first round.
            load.Measure();
        }

        rounds.Run(round =>
        {
            foreach (LayoutPages layout in layouts)
                layout.Measure(round);
        });
        bool met = true;
        foreach (LayoutPages layout in layouts)
        {
            (double speed, double best, double parseSpeed, double ratio) = layout.Medians(rounds);
            double allocated = Allocated(layout);
            met &= log.Add(new Figure("reader", layout.Name + ", warm", speed, "MB/s") { Budget = Budget, IsMinimum = true });
            log.Add(new Figure("reader", layout.Name + ", allocated per byte of page", allocated, "bytes"));
            log.Add(new Figure("reader", layout.Name + ", time", ratio, "x") { Peer = "Markdig parse" });
            Console.WriteLine(Invariant($"{layout.Name,-18} {layout.Megabytes,6:F2} MB  median {speed,6:F1} MB/s  best {best,6:F1} MB/s  {(speed >= Budget ? "held" : "SHORT")} (budget {Budget}); {allocated:F2} bytes allocated per byte; a Markdig parse reads {parseSpeed:F1} MB/s: x{ratio:F2}"));
        }

        rounds.Report(log, "reader");
        return met;
    }

    private static double Allocated(LayoutPages layout)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        layout.Read();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (1e6 * layout.Megabytes);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
