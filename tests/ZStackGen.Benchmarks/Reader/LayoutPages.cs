using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using ZStackGen.Benchmarks.Reporting;
using ZStackGen.Specs;

namespace ZStackGen.Benchmarks.Reader;

/// <summary>The pages of one layout in memory, and the times to read them.</summary>
/// <param name="Name">The name of the layout.</param>
/// <param name="Pages">The paths and texts of the pages.</param>
/// <param name="Megabytes">The length of all pages in megabytes.</param>
internal sealed record LayoutPages(string Name, (string Path, string Text)[] Pages, double Megabytes)
{
    private readonly List<double> _speeds = [];
    private readonly List<double> _parseSpeeds = [];
    private readonly List<double> _ratios = [];

    /// <summary>Returns the pages of a layout; <see langword="null"/> if the folder with real pages is missing.</summary>
    public static LayoutPages? Find(string layout) =>
        SharedPages.Files((layout.StartsWith("manual", System.StringComparison.Ordinal) ? "manual/" : "corpus/") + layout) is { } files
            ? new LayoutPages(layout, [.. files.Select(static file => (file, File.ReadAllText(file)))], files.Sum(static file => new FileInfo(file).Length) / 1e6)
            : null;

    /// <summary>Reads and parses the pages once, and keeps the times. The order alternates, because the garbage of one side slows the other.</summary>
    public void Measure(int round)
    {
        double reading, parsing;
        if (round % 2 == 0)
        {
            reading = Read();
            parsing = Parse();
        }
        else
        {
            parsing = Parse();
            reading = Read();
        }

        _speeds.Add(Megabytes / reading);
        _parseSpeeds.Add(Megabytes / parsing);
        _ratios.Add(reading / parsing);
    }

    /// <summary>Reads the pages once. Returns the time in seconds.</summary>
    public double Read()
    {
        long start = Stopwatch.GetTimestamp();
        foreach ((string path, string text) in Pages)
            SpecReader.Read(path, text);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>Parses the pages once with Markdig. Returns the time in seconds.</summary>
    public double Parse()
    {
        long start = Stopwatch.GetTimestamp();
        MarkdownRival.Parse(Pages);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>Returns the medians of the rounds that count, and the best speed.</summary>
    public (double Speed, double Best, double ParseSpeed, double Ratio) Medians(QuietRounds rounds) =>
        (Median.Of(rounds.Counted(_speeds)), _speeds.Max(), Median.Of(rounds.Counted(_parseSpeeds)), Median.Of(rounds.Counted(_ratios)));
}
