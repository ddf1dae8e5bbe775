using System;
using ZStackGen.Benchmarks.Reporting;

namespace ZStackGen.Benchmarks.Scaling;

/// <summary>How the times of the other sets grow with the size of their input: the exponent is 1 for linear growth, and 2 for quadratic growth.</summary>
internal static class GrowthBenchmark
{
    /// <summary>Measures all sets, with cold builds.</summary>
    public static int Run(FigureLog log)
    {
        RunShort(log, rounds: 15);
        ColdGrowth.Measure(log, rounds: 7);
        return 0;
    }

    /// <summary>Measures all sets but cold builds.</summary>
    public static void RunShort(FigureLog log, int rounds = 3)
    {
        var turns = new Turns(log, rounds);
        GeneratorGrowth.Measure(turns);
        CompileGrowth.Measure(turns);
        ResponseGrowth.Measure(turns);
        SimulatorGrowth.MeasureAsync(turns).GetAwaiter().GetResult();
        // The pages of many APIs, responses and resources must not weigh on the next set.
        GC.Collect();
    }
}
