using System;
using ZStack.Simulation.Specs;

namespace ZStack.Simulation.Jobs;

/// <summary>An accepted asynchronous call (PROTOCOL.md §3).</summary>
internal sealed class Job
{
    private readonly object _gate = new();
    private Func<JobResult>? _run;

    /// <summary>A job that is to run.</summary>
    public Job(string uuid, SimulatedApi api, DateTimeOffset createDate, TimeSpan delay, Func<JobResult> run)
    {
        Uuid = uuid;
        Api = api;
        CreateDate = createDate;
        Delay = delay;
        _run = run;
    }

    /// <summary>A job that ended before.</summary>
    public Job(string uuid, SimulatedApi api, DateTimeOffset createDate, JobResult result)
    {
        Uuid = uuid;
        Api = api;
        CreateDate = createDate;
        Result = result;
    }

    public string Uuid { get; }

    public SimulatedApi Api { get; }

    public DateTimeOffset CreateDate { get; }

    public TimeSpan Delay { get; }

    public JobResult? Result { get; private set; }

    /// <summary>What to do once the job has ended.</summary>
    public Action<Job>? Ended { get; set; }

    /// <summary>Ends the job if its time has come; polls and timers both ask, the first one runs it.</summary>
    public void TryEnd(DateTimeOffset now)
    {
        Action<Job>? ended = null;
        lock (_gate)
        {
            if (_run is { } run && now >= CreateDate + Delay)
            {
                Result = run();
                ended = Ended;
                // The call and all it refers to are of no more use.
                _run = null;
                Ended = null;
            }
        }

        ended?.Invoke(this);
    }

    /// <summary>How much of the job is done, in per cent.</summary>
    public int Percent(DateTimeOffset now) => Result is not null || Delay <= TimeSpan.Zero
        ? 100
        : (int)Math.Clamp((now - CreateDate) / Delay * 100, 0, 99);
}
