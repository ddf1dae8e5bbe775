using System;
using ZStack.Simulation.Specs;

namespace ZStack.Simulation.Jobs;

/// <summary>An accepted asynchronous call (protocol §3).</summary>
internal sealed class Job(string uuid, SimulatedApi api, DateTimeOffset createDate, TimeSpan delay, Func<SimulatedAnswer> run)
{
    private readonly object _gate = new();

    public string Uuid { get; } = uuid;

    public SimulatedApi Api { get; } = api;

    public DateTimeOffset CreateDate { get; } = createDate;

    public TimeSpan Delay { get; } = delay;

    public SimulatedAnswer? Answer { get; private set; }

    /// <summary>What to do once the job has ended.</summary>
    public Action<Job>? Ended { get; set; }

    /// <summary>Ends the job if its time has come; polls and timers both ask, the first one runs it.</summary>
    public SimulatedAnswer? TryEnd(DateTimeOffset now)
    {
        Action<Job>? ended = null;
        lock (_gate)
        {
            if (Answer is null && now >= CreateDate + Delay)
            {
                Answer = run();
                ended = Ended;
            }
        }

        ended?.Invoke(this);
        return Answer;
    }

    /// <summary>How much of the job is done, in per cent.</summary>
    public int Percent(DateTimeOffset now) => Answer is not null || Delay <= TimeSpan.Zero
        ? 100
        : (int)Math.Clamp((now - CreateDate) / Delay * 100, 0, 99);
}
