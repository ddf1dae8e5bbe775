using System;

namespace ZStack;

// Growing polling intervals with jitter, so that many jobs do not poll at the same time.
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

    // Returns 80 % to 120 % of the pause.
    public static TimeSpan Jitter(TimeSpan pause) => TimeSpan.FromTicks((long)(pause.Ticks * (0.8 + (0.4 * Random01()))));

#pragma warning disable CA5394 // jitter needs no secure random numbers
#if NET8_0_OR_GREATER
    private static double Random01() => Random.Shared.NextDouble();
#else
    private static double Random01() => (s_random ??= new Random(Guid.NewGuid().GetHashCode())).NextDouble();
#endif
#pragma warning restore CA5394
}
