using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using ZStackGen.Benchmarks.Build;
using ZStackGen.Benchmarks.Reporting;
using ZStackGen.Specs;

namespace ZStackGen.Benchmarks.Reader;

/// <summary>The speed of the first reading in a process, where the JIT compiles the reader. Each layout is read in processes of its own.</summary>
internal static class ColdReader
{
    /// <summary>The command that reads the pages of a layout once and prints the time in milliseconds.</summary>
    public const string Command = "read-once";

    private const int Processes = 3;

    /// <summary>Measures the first reading of a layout. The fastest process counts, because load only slows.</summary>
    public static void Measure(string layout, string[] files, FigureLog log)
    {
        double bytes = files.Sum(static file => new FileInfo(file).Length);
        double milliseconds = Enumerable.Range(0, Processes).Min(_ => Once(layout));
        double speed = bytes / 1000 / milliseconds;
        log.Add(new Figure("reader", layout + ", cold", speed, "MB/s"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{layout,-20} {bytes / 1e6:F2} MB  cold {milliseconds,5:F0} ms, {speed,5:F1} MB/s"));
    }

    /// <summary>Reads the pages of a layout once, and prints the time.</summary>
    public static int Run(string[] args)
    {
        if (args.Length != 1 || SharedPages.OfLayout(args[0]) is not { } files)
        {
            Console.Error.WriteLine($"usage: {Command} LAYOUT");
            return 2;
        }

        string[] texts = [.. files.Select(static file => File.ReadAllText(file, Encoding.UTF8))];
        long begin = Stopwatch.GetTimestamp();
        foreach (string text in texts)
            SpecReader.Read("specs/page1.md", text);
        Console.WriteLine(Stopwatch.GetElapsedTime(begin).TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    private static double Once(string layout) => double.Parse(
        ChildProcess.Run(Environment.CurrentDirectory, ChildProcess.DotNet, [typeof(ColdReader).Assembly.Location, Command, layout]).Output, CultureInfo.InvariantCulture);
}
