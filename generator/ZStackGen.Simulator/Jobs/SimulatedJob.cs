using System;
using ZStack.Simulation.Specs;

namespace ZStack.Simulation.Jobs;

/// <summary>An accepted asynchronous call. See runtime/PROTOCOL.md §3.</summary>
internal sealed class SimulatedJob
{
    private readonly object _gate = new();
    private Func<JobResult>? _run;

    /// <summary>Initializes a new instance for a job that has not ended.</summary>
    public SimulatedJob(string uuid, SimulatedApi api, DateTimeOffset createDate, TimeSpan delay, Func<JobResult> run)
    {
        Uuid = uuid;
        Api = api;
        CreateDate = createDate;
        Delay = delay;
        _run = run;
    }

    /// <summary>Initializes a new instance for a job that has ended.</summary>
    public SimulatedJob(string uuid, SimulatedApi api, DateTimeOffset createDate, JobResult result)
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

    /// <summary>Gets the estimated memory of the call while the job is running, in bytes.</summary>
    public long CallSize { get; init; }

    /// <summary>Gets the memory of the result, in bytes.</summary>
    public long ResultSize => 200 + (Result?.Json.Length ?? 0);

    public JobResult? Result { get; private set; }

    /// <summary>Gets or sets the action to run when the job has ended.</summary>
    public Action<SimulatedJob>? Ended { get; set; }

    /// <summary>Ends the job if it is due. Polls and timers call this method; the first call runs the job.</summary>
    public void TryEnd(DateTimeOffset now)
    {
        Action<SimulatedJob>? ended = null;
        lock (_gate)
        {
            if (_run is { } run && now >= CreateDate + Delay)
            {
                Result = run();
                ended = Ended;
                // Releases the call and all objects that it refers to.
                _run = null;
                Ended = null;
            }
        }

        ended?.Invoke(this);
    }

    /// <summary>Returns the progress of the job in percent.</summary>
    public int Percent(DateTimeOffset now) => Result is not null || Delay <= TimeSpan.Zero
        ? 100
        : (int)Math.Clamp((now - CreateDate) / Delay * 100, 0, 99);
}
