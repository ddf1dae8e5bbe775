using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using ZStackGen.Benchmarks.Reporting;
using ZStackGen.Specs;

namespace ZStackGen.Benchmarks.Reader;

/// <summary>
/// The speed of reading the pages of one layout, measured in several visits with other measurements between them. Load of other machines on the same
/// core lasts from seconds to minutes and only slows, so the fastest visit is the speed of the reader. Each visit is a median.
/// </summary>
/// <param name="layout">The name of the layout.</param>
/// <param name="files">The files of the pages.</param>
internal sealed class ReaderVisits(string layout, string[] files)
{
    /// <summary>The number of visits.</summary>
    public const int Count = 3;

    private const int Rounds = 11;

    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(4);

    /// <summary>Loads the code and the pages of the layout into the caches again.</summary>
    private static readonly TimeSpan s_return = TimeSpan.FromMilliseconds(300);

    private readonly (string Path, string Text)[] _pages = [.. files.Select(static file => (file, File.ReadAllText(file)))];
    private readonly long _bytes = files.Sum(static file => new FileInfo(file).Length);
    private readonly List<double> _speeds = [];

    /// <summary>Reads the pages until the JIT has optimized the code.</summary>
    public void WarmUp() => ReadFor(s_warmUp);

    /// <summary>Measures the median speed of several rounds.</summary>
    public void Visit()
    {
        ReadFor(s_return);
        var times = new List<double>();
        for (int round = 0; round < Rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            Read();
            times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        _speeds.Add(_bytes / 1e6 / Median.Of(times));
    }

    /// <summary>Compares with a Markdig parse.</summary>
    public void Compare(FigureLog log) => MarkdownRival.Compare(log, layout, _pages, _bytes);

    /// <summary>Logs the fastest visit against the budget.</summary>
    public bool Report(FigureLog log, double budget)
    {
        double speed = _speeds.Max();
        bool met = log.Add(new Figure("reader", layout + ", warm", speed, "MB/s") { Budget = budget, IsMinimum = true });
        log.Add(new Figure("reader", layout + ", warm, slowest visit", _speeds.Min(), "MB/s"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{layout,-18} {_bytes / 1e6,6:F2} MB  medians {string.Join(", ", _speeds.Select(static each => each.ToString("F1", CultureInfo.InvariantCulture)))} MB/s  {(met ? "held" : "SHORT")} (budget {budget})"));
        return met;
    }

    private void ReadFor(TimeSpan time)
    {
        long begin = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begin) < time)
            Read();
    }

    private void Read()
    {
        foreach ((string path, string text) in _pages)
            SpecReader.Read(path, text);
    }
}
