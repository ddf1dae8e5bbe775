using System;
using System.Diagnostics;

namespace ZStackGen.Benchmarks.Reporting;

/// <summary>
/// Measures the speed of one processor and of the memory by a fixed amount of work, so that a report shows which of its sets other load has disturbed.
/// A virtual machine shares both with other machines, and no counter reports their load.
/// </summary>
internal sealed class MachineSpeed
{
    /// <summary>The number of accesses to the memory.</summary>
    public const int MemorySteps = 500_000;

    private const int Rounds = 5;
    private const int ProcessorSteps = 20_000_000;

    // 64 MB: more than the caches hold.
    private readonly int[] _next = Cycle(16 << 20);

    /// <summary>Returns the times of the work, the medians of a few rounds.</summary>
    public (TimeSpan Processor, TimeSpan Memory) Measure() => (Time(Calculate), Time(Follow));

    private static TimeSpan Time(Func<uint> work)
    {
        double[] times = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            uint result = work();
            times[round] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            // Prevents the JIT from removing the work.
            if (result == uint.MaxValue)
                throw new InvalidOperationException("Neither the sequence nor the cycle has this number.");
        }

        return TimeSpan.FromMilliseconds(Median.Of(times));
    }

    private static uint Calculate()
    {
        uint state = 1;
        for (int i = 0; i < ProcessorSteps; i++)
            state = (state * 1664525) + 1013904223;
        return state;
    }

    private uint Follow()
    {
        int place = 0;
        for (int i = 0; i < MemorySteps; i++)
            place = _next[place];
        return (uint)place;
    }

    /// <summary>Returns one cycle through all places in random order, in which each step waits for the memory.</summary>
    private static int[] Cycle(int count)
    {
        var random = new Random(1);
        int[] next = new int[count];
        for (int i = 0; i < count; i++)
            next[i] = i;
        // Sattolo's algorithm.
        for (int i = count - 1; i > 0; i--)
        {
            int other = random.Next(i);
            (next[i], next[other]) = (next[other], next[i]);
        }

        return next;
    }
}
