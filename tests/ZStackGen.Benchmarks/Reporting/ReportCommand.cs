using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace ZStackGen.Benchmarks.Reporting;

/// <summary>Runs the short form of all sets, each in a process of its own, and prints one table of all figures: as Markdown, and with <c>--json FILE</c> also as JSON.</summary>
internal static class ReportCommand
{
    // The report states the limits of each comparison.
    private static readonly (string Set, string Text)[] s_leftOut =
    [
        ("reader", "One thread, pages in memory: no disk, and warm no JIT. Cold is the first reading in the fastest of three processes. No peer reads these pages; a Markdig parse yields a syntax tree of blocks and cells, but no model and no findings. The fastest of three visits counts, because load only slows; each is a median. Growth: page faults of large arrays."),
        ("generator", "Texts in memory and generated C# not parsed: neither disk nor compiler. The floor of an empty generator is not subtracted."),
        ("compile", "The time of either generator, analyzers, documentation files, and the transport, which NSwag has in its client and ZStackGen in its runtime. The processor time also leaves out the JIT, which a warm compiler no longer needs."),
        ("cold", "Only the compiler's process, called with the arguments of MSBuild: restore and the rest of a build are the same on both sides. The share is the difference between the fastest runs, because load only slows. Its lower bound is the share of a generator that copies the same C#, and the time of the JIT for the methods of ours, for which the compiler uses no code compiled ahead."),
        ("json", "Timestamps in ISO 8601, no unknown members and no nulls."),
        ("client", "A stub handler: no network. The peers have neither the sessions, jobs and errors of ZStack nor its argument checks. NSwag's document declares the timestamps as ISO 8601 and the result of the create as its response."),
        ("callers", "Server and callers share the process and its processors. By hand, Refit and NSwag have neither sessions nor errors; Refit and NSwag have no jobs."),
        ("load", "Client and simulator share the process and its processors. There is no peer."),
        ("explorer", "Server and browser share the machine, and their files are in the disk cache. The network is the loopback. There is no peer."),
        ("growth", "The constant part of each time is not subtracted, and APIs share types: both lower the exponent. Cold builds are measured only by the command growth."),
        ("machine", "Load of other machines within a set: it is measured before and after each set, and the slower time counts. In disturbed phases, allocation takes up to 1.7 times as long, and reading pages 1.5 times. A set that is short of a budget and was disturbed is measured again; the run with less load counts, and the other is listed as disturbed. A report that is slow as a whole is visible only by comparison with another report."),
        ("analyzers", "A program that sets every parameter behind a version guard, in memory."),
    ];

    /// <summary>The speed of allocation, as a part of its fastest, from which the machine counts as calm.</summary>
    private const double Calm = 0.8;

    /// <summary>The longest time of the report, with the sets that are measured again.</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(9.7);

    /// <summary>Runs the report.</summary>
    /// <param name="args">The files to write: <c>--markdown FILE</c>, <c>--json FILE</c>.</param>
    /// <param name="sets">The sets in order.</param>
    public static int Run(string[] args, IReadOnlyList<BenchmarkSet> sets)
    {
        string? markdown = null, json = null;
        for (int i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--markdown" when i + 1 < args.Length:
                    markdown = args[++i];
                    break;
                case "--json" when i + 1 < args.Length:
                    json = args[++i];
                    break;
                default:
                    Console.Error.WriteLine("usage: report [--markdown FILE] [--json FILE]");
                    return 2;
            }
        }

        var log = new FigureLog();
        var total = Stopwatch.StartNew();
        var load = new MachineLoad();
        List<SetRun> runs = [.. sets.Select(set => SetRun.Of(set, load))];
        List<SetRun> replaced = Repeat(runs, load, total);
        foreach (Figure figure in runs.SelectMany(static run => run.Figures))
            log.Add(figure);
        foreach (Figure figure in replaced.SelectMany(static run => run.Figures).Where(static figure => figure.IsHeld == false))
            log.Add(figure with { Name = figure.Name + ", disturbed", Budget = null });
        log.Add(new Figure("machine", "allocation, one thread, fastest", MachineLoad.AllocatedBytes / load.Fastest.TotalMilliseconds / 1e6, "GB/s"));
        foreach (SetRun run in runs)
            log.Add(new Figure("machine", "speed of allocation before or after " + run.Set.Name, 100 * load.Speed(run.Load), "%") { Peer = "its fastest" });
        foreach (SetRun run in replaced)
            log.Add(new Figure("machine", "speed of allocation before or after " + run.Set.Name + ", disturbed", 100 * load.Speed(run.Load), "%") { Peer = "its fastest" });

        string report = Markdown(log.Figures, total.Elapsed);
        Console.WriteLine();
        Console.Write(report);
        if (markdown is not null)
            File.WriteAllText(markdown, report);
        if (json is not null)
            File.WriteAllText(json, FigureJson.Write(Machine, log.Figures));
        return log.Figures.Any(static figure => figure.IsHeld == false) ? 1 : 0;
    }

    /// <summary>
    /// Runs sets again that are short of a budget and were measured while the machine was disturbed, as far as time allows. Only the load decides
    /// which of the two runs counts, and not the figures.
    /// </summary>
    /// <returns>The runs that were replaced.</returns>
    private static List<SetRun> Repeat(List<SetRun> runs, MachineLoad load, Stopwatch total)
    {
        List<SetRun> replaced = [];
        for (int i = 0; i < runs.Count; i++)
        {
            SetRun first = runs[i];
            if (!first.IsShort || load.Speed(first.Load) >= Calm || total.Elapsed + first.Time > s_longest)
                continue;
            load.WaitUntil(Calm, s_longest - total.Elapsed - first.Time);
            var second = SetRun.Of(first.Set, load);
            if (second.Load >= first.Load)
                continue;
            replaced.Add(first);
            runs[i] = second;
        }

        return replaced;
    }

    private static string Machine => string.Create(CultureInfo.InvariantCulture, $"{RuntimeInformation.OSDescription.Trim()}, {RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} processors, {RuntimeInformation.FrameworkDescription}, Roslyn {typeof(CSharpCompilation).Assembly.GetName().Version}");

    private static string Markdown(IReadOnlyList<Figure> figures, TimeSpan time)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Machine}; {time.TotalMinutes:F1} minutes.\n\n| Set | Figure | Value | Budget | Peer | |\n|---|---|---:|---:|---|---|\n");
        foreach (Figure figure in figures)
        {
            string budget = figure.Budget is { } limit ? (figure.IsMinimum ? "≥ " : "≤ ") + Number(limit) : "";
            string held = figure.IsHeld switch { true => "held", false => "**short**", _ => "" };
            if (figure.LowerBound is { } bound)
                held += $", lower bound {Number(bound)}";
            text.Append(CultureInfo.InvariantCulture, $"| {figure.Set} | {figure.Name} | {Number(figure.Value)} {figure.Unit} | {budget} | {figure.Peer} | {held} |\n");
        }

        text.Append("\nLeft out:\n\n");
        foreach ((string set, string left) in s_leftOut.Where(left => figures.Any(figure => figure.Set == left.Set)))
            text.Append(CultureInfo.InvariantCulture, $"- {set}: {left}\n");
        return text.ToString();
    }

    private static string Number(double value) => value.ToString(Math.Abs(value) >= 100 ? "F0" : Math.Abs(value) >= 10 ? "F1" : "F2", CultureInfo.InvariantCulture);
}
