using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;

namespace ZStack.Tests.Peers;

// A clock that a test moves on, and only while somebody waits for it: so no time passes under somebody who works.
public sealed class VirtualClock(DateTimeOffset now) : FakeTimeProvider(now)
{
    private int _waiting;

    // Timers that are due later are limits, not pauses; a test that wants a limit to be reached sets this higher.
    public TimeSpan Horizon { get; set; } = TimeSpan.FromMinutes(1);

    public bool IsAwaited => Volatile.Read(ref _waiting) > 0;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > Horizon || dueTime < TimeSpan.Zero)
            return base.CreateTimer(callback, state, dueTime, period);
        Interlocked.Increment(ref _waiting);
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
        return pause;
    }

    private sealed class Pause(VirtualClock clock) : ITimer
    {
        private int _ended;

        public ITimer? Inner { get; set; }

        public void End()
        {
            if (Interlocked.Exchange(ref _ended, 1) == 0)
                Interlocked.Decrement(ref clock._waiting);
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
