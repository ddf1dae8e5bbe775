using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;

namespace ZStack.Tests.Peers;

// A clock that a test advances, only while the client waits for it. No time passes while the client works.
public sealed class VirtualClock(DateTimeOffset now) : FakeTimeProvider(now)
{
    private int _waiting;
    private int _ended;

    // Timers that are due later are timeouts, not pauses. A test that wants to reach a timeout sets a higher value.
    public TimeSpan Horizon { get; set; } = TimeSpan.FromMinutes(1);

    public bool IsAwaited => Volatile.Read(ref _waiting) > 0;

    // The number of pauses that are over. A signal ends a pause on another thread, so time must not pass before this number has changed.
    public int EndedPauses => Volatile.Read(ref _ended);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > Horizon || dueTime < TimeSpan.Zero)
            return base.CreateTimer(callback, state, dueTime, period);
        var pause = new Pause(this);
        pause.Inner = base.CreateTimer(
            s =>
            {
                pause.End();
                callback(s);
            },
            state,
            dueTime,
            period);
        pause.Begin();
        return pause;
    }

    private sealed class Pause(VirtualClock clock) : ITimer
    {
        private const int Awaited = 1;
        private const int Ended = 2;
        private int _state;

        public ITimer? Inner { get; set; }

        // Counted only once the timer is set. Otherwise time that passes meanwhile would be added to the pause.
        public void Begin()
        {
            Interlocked.Increment(ref clock._waiting);
            if (Interlocked.CompareExchange(ref _state, Awaited, 0) != 0)
                Interlocked.Decrement(ref clock._waiting);
        }

        public void End()
        {
            if (Interlocked.Exchange(ref _state, Ended) != Awaited)
                return;
            Interlocked.Decrement(ref clock._waiting);
            Interlocked.Increment(ref clock._ended);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => Inner!.Change(dueTime, period);

        public void Dispose()
        {
            End();
            Inner?.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
