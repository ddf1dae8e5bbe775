using System;
using System.Collections.Generic;
using System.Linq;
using ZStackGen.Benchmarks.Reporting;

namespace ZStackGen.Benchmarks.Scaling;

/// <summary>How the times of the other sets grow with the size of their input: the exponent is 1 for linear growth, and 2 for quadratic growth.</summary>
internal static class GrowthBenchmark
{
    // Cold builds take minutes.
    private const string OnlyLong = "cold";

    private static readonly (string Name, Action<Turns> Measure)[] s_parts =
    [
        ("generator", GeneratorGrowth.Measure),
        ("compile", CompileGrowth.Measure),
        ("responses", ResponseGrowth.Measure),
        ("simulator", static turns => SimulatorGrowth.MeasureAsync(turns).GetAwaiter().GetResult()),
        (OnlyLong, ColdGrowth.Measure),
    ];

    /// <summary>Measures the parts that the arguments name, or all.</summary>
    public static int Run(string[] args, FigureLog log)
    {
        if (args.Except(s_parts.Select(static part => part.Name)).Any())
        {
            Console.Error.WriteLine("usage: growth [PART...]");
            Console.Error.WriteLine("parts: " + string.Join(", ", s_parts.Select(static part => part.Name)));
            return 2;
        }

        Measure(s_parts.Where(part => args.Length == 0 || args.Contains(part.Name)), new Turns(log, rounds: 11));
        return 0;
    }

    /// <summary>Measures all parts but cold builds, in few rounds.</summary>
    public static void RunShort(FigureLog log) => Measure(s_parts.Where(static part => part.Name != OnlyLong), new Turns(log, rounds: 3));

    private static void Measure(IEnumerable<(string Name, Action<Turns> Measure)> parts, Turns turns)
    {
        foreach ((_, Action<Turns> measure) in parts)
        {
            measure(turns);
            // The pages, responses and resources of one part must not slow down the next.
            GC.Collect();
        }
    }
}
