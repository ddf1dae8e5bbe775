using System;
using System.Diagnostics;
using System.Threading;

namespace ZStackGen.Benchmarks.Reporting;

/// <summary>
/// Detects other load on the processor's core, by the time of a fixed number of allocations. On a virtual machine that shares its cores with others,
/// allocation takes up to 1.7 times as long in some phases, and so does the measured code. Arithmetic takes the same time in all phases, and no
/// counter of the machine reports them.
/// </summary>
internal sealed class MachineLoad
{
    /// <summary>The number of allocated bytes of one measurement, without the headers of the arrays.</summary>
    public const int AllocatedBytes = Arrays * Length;

    // One measurement takes 2 to 4 ms.
    private const int Arrays = 200_000;
    private const int Length = 100;

    // The JIT optimizes a method with a loop after some calls.
    private const int WarmUps = 60;

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(250);

    private readonly object[] _last = new object[1];

    /// <summary>Initializes a new instance of the <see cref="MachineLoad"/> class, and warms it up.</summary>
    public MachineLoad()
    {
        for (int i = 0; i < WarmUps; i++)
            Allocate();
        Measure();
    }

    /// <summary>Gets the fastest time so far.</summary>
    public TimeSpan Fastest { get; private set; } = TimeSpan.MaxValue;

    /// <summary>Returns the speed of a measurement as a part of the fastest so far.</summary>
    public double Speed(TimeSpan time) => Fastest / time;

    /// <summary>Waits until allocation has a part of its fastest speed, or until the time is over.</summary>
    public void WaitUntil(double speed, TimeSpan longest)
    {
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < longest && Speed(Measure()) < speed)
            Thread.Sleep(s_pause);
    }

    /// <summary>Returns the median time of three measurements.</summary>
    public TimeSpan Measure()
    {
        Span<TimeSpan> times = [Allocate(), Allocate(), Allocate()];
        times.Sort();
        if (times[1] < Fastest)
            Fastest = times[1];
        return times[1];
    }

    private TimeSpan Allocate()
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < Arrays; i++)
            _last[0] = new byte[Length];
        return Stopwatch.GetElapsedTime(start);
    }
}
