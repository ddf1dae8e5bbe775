extern alias MarkdigPackage;

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using MarkdigPackage::Markdig;
using ZStackGen.Benchmarks.Reporting;
using ZStackGen.Specs;

namespace ZStackGen.Benchmarks.Reader;

/// <summary>
/// Reading pages against a bare Markdig parse of the same text with pipe tables, and the memory that reading allocates. Reader and parser
/// alternate, so that load on the machine affects both.
/// </summary>
internal static class MarkdownRival
{
    private const int Rounds = 15;

    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(1);
    private static readonly MarkdownPipeline s_pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    /// <summary>Measures the pages of a layout, for which the reader must be warm.</summary>
    /// <param name="log">The log of figures.</param>
    /// <param name="layout">The name of the layout.</param>
    /// <param name="pages">The pages with their paths.</param>
    /// <param name="bytes">The length of all pages in bytes.</param>
    public static void Compare(FigureLog log, string layout, (string Path, string Text)[] pages, long bytes)
    {
        double allocated = Allocated(pages) / bytes;
        long begin = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begin) < s_warmUp)
            Parse(pages);
        List<double> ratios = [], parses = [];
        for (int round = 0; round < Rounds; round++)
        {
            double reading, parsing;
            if (round % 2 == 0)
            {
                reading = Time(Read, pages);
                parsing = Time(Parse, pages);
            }
            else
            {
                parsing = Time(Parse, pages);
                reading = Time(Read, pages);
            }

            ratios.Add(reading / parsing);
            parses.Add(parsing);
        }

        double ratio = Median.Of(ratios);
        log.Add(new Figure("reader", layout + ", allocated per byte of page", allocated, "bytes"));
        log.Add(new Figure("reader", layout + ", time", ratio, "x") { Peer = "Markdig parse" });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{layout,-18} {allocated,6:F2} bytes allocated per byte; a Markdig parse reads {bytes / 1e6 / Median.Of(parses),6:F1} MB/s: x{ratio:F2}"));
    }

    private static double Allocated((string Path, string Text)[] pages)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Read(pages);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Read((string Path, string Text)[] pages)
    {
        foreach ((string path, string text) in pages)
            SpecReader.Read(path, text);
    }

    private static void Parse((string Path, string Text)[] pages)
    {
        // A page has at least one block, so an empty document would be a parse of something else.
        if (pages.Sum(static page => Markdown.Parse(page.Text, s_pipeline).Count) < pages.Length)
            throw new InvalidOperationException("Markdig read an empty document.");
    }

    private static double Time(Action<(string Path, string Text)[]> run, (string Path, string Text)[] pages)
    {
        long start = Stopwatch.GetTimestamp();
        run(pages);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
