using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;

namespace ZStackGen.Benchmarks.Reporting;

/// <summary>The figures of one run of a set, and the load of the machine around the run.</summary>
/// <param name="Set">The set.</param>
/// <param name="Figures">The figures.</param>
/// <param name="Load">The slower time of allocation before and after the run.</param>
/// <param name="Time">The time of the run.</param>
internal sealed record SetRun(BenchmarkSet Set, IReadOnlyList<Figure> Figures, TimeSpan Load, TimeSpan Time)
{
    /// <summary>Gets a value that indicates whether a figure is not within its budget.</summary>
    public bool IsShort => Figures.Any(static figure => figure.IsHeld == false);

    /// <summary>Runs a set in its process.</summary>
    public static SetRun Of(BenchmarkSet set, MachineLoad load)
    {
        Console.WriteLine($"== {set.Name}");
        var time = Stopwatch.StartNew();
        TimeSpan before = load.Measure();
        IReadOnlyList<Figure> figures = SetProcess.Run(set);
        TimeSpan after = load.Measure();
        var run = new SetRun(set, figures, before > after ? before : after, time.Elapsed);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"== {set.Name}: {run.Time.TotalSeconds:F0} s, allocation at {100 * load.Speed(run.Load):F0} % of its fastest"));
        return run;
    }
}
