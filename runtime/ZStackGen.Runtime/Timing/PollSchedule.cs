using System;

namespace ZStack;

// Growing pauses with some jitter, so that a thousand jobs do not ask at the same moment.
internal struct PollSchedule(TimeSpan first, TimeSpan longest)
{
    private const double Growth = 1.5;

#if !NET8_0_OR_GREATER
    [ThreadStatic]
    private static Random? s_random;
#endif

    private TimeSpan _next = first;

    public TimeSpan Next()
    {
        TimeSpan pause = _next;
        _next = TimeSpan.FromTicks(Math.Min((long)(pause.Ticks * Growth), longest.Ticks));
        return Jitter(pause);
    }

    // Four fifths to six fifths of the pause.
    public static TimeSpan Jitter(TimeSpan pause) => TimeSpan.FromTicks((long)(pause.Ticks * (0.8 + (0.4 * Random01()))));

#pragma warning disable CA5394 // chance, not secrecy
#if NET8_0_OR_GREATER
    private static double Random01() => Random.Shared.NextDouble();
#else
    private static double Random01() => (s_random ??= new Random(Guid.NewGuid().GetHashCode())).NextDouble();
#endif
#pragma warning restore CA5394
}
