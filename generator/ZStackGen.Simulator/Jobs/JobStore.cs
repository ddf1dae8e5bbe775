using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using System.Threading;
using ZStack.Simulation.Responses;
using ZStack.Simulation.Specs;
using ZStack.Simulation.Storage;

namespace ZStack.Simulation.Jobs;

/// <summary>The table of jobs. Runs jobs when they are due and removes old jobs. See runtime/PROTOCOL.md §3.</summary>
internal sealed class JobStore(ServerClock clock, TimeSpan retention, int limit, long byteLimit, StoredState storage) : IDisposable
{
    private const string Kind = "job";
    private static readonly TimeSpan s_sweepInterval = TimeSpan.FromHours(1);
    private readonly Dictionary<string, SimulatedJob> _jobs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ITimer> _timers = new(StringComparer.Ordinal);

    // In the order in which they ended, so that a job that runs for hours does not keep later jobs in memory.
    private Queue<SimulatedJob> _ended = new();
    private long _endedSize;
    private long _runningSize;
    private DateTimeOffset _nextSweep = clock.Now + s_sweepInterval;
    private long _order;
    private bool _disposed;

    /// <summary>
    /// Loads the stored jobs of APIs that still exist. Jobs that had not ended are lost, as on a cloud with a single management node.
    /// </summary>
    public void Load(ApiCatalog catalog)
    {
        storage.Read(Kind, (uuid, content) =>
        {
            _order = content.Number("order");
            if (!catalog.ByName.TryGetValue(content.Text("api"), out SimulatedApi? api))
                return;
            var job = new SimulatedJob(uuid, api, content.Time("createDate"), JobResult.Of(content.Flag("succeeded"), content.Object("result")));
            _jobs.Add(uuid, job);
            Keep(job);
        });
    }

    /// <summary>Gets a value indicating whether the running jobs take all memory that they may have.</summary>
    public bool IsFull
    {
        get
        {
            lock (_jobs)
                return _runningSize > byteLimit;
        }
    }

    /// <summary>Adds a job.</summary>
    /// <returns><see langword="true"/> if the ID was not in use; otherwise, <see langword="false"/>.</returns>
    public bool TryAdd(SimulatedJob job)
    {
        lock (_jobs)
        {
            Sweep();
            if (!_jobs.TryAdd(job.Uuid, job))
                return false;
            _runningSize += job.CallSize;
            job.Ended += OnEnded;
            if (job.Delay > TimeSpan.Zero && !_disposed)
            {
                // A timer can fire a few milliseconds early by the clock, and it fires only once.
                _timers[job.Uuid] = clock.Time.CreateTimer(_ => End(job), null, job.Delay, Timeout.InfiniteTimeSpan);
            }
        }

        job.TryEnd(clock.Now);
        return true;
    }

    public SimulatedJob? Find(string uuid)
    {
        SimulatedJob? job;
        lock (_jobs)
        {
            Sweep();
            _jobs.TryGetValue(uuid, out job);
        }

        job?.TryEnd(clock.Now);
        return job;
    }

    public void Dispose()
    {
        lock (_jobs)
        {
            _disposed = true;
            foreach (ITimer timer in _timers.Values)
                timer.Dispose();
            _timers.Clear();
        }
    }

    private void OnEnded(SimulatedJob job)
    {
        lock (_jobs)
        {
            if (_timers.Remove(job.Uuid, out ITimer? timer))
                timer.Dispose();
            _runningSize -= job.CallSize;
            long order = ++_order;
            storage.Save(Kind, job.Uuid, () => new JsonObject
            {
                ["order"] = order,
                ["api"] = job.Api.Name,
                ["createDate"] = StoredState.Print(job.CreateDate),
                ["succeeded"] = job.Result!.Succeeded,
                ["result"] = job.Result.ToNode(),
            });
            Keep(job);
        }
    }

    // An exception on a timer ends the process. A storage that fails here fails for the next request, too, which reports it.
    private static void End(SimulatedJob job)
    {
        try
        {
            job.TryEnd(job.CreateDate + job.Delay);
        }
#pragma warning disable CA1031
        catch (Exception)
#pragma warning restore CA1031
        {
            // See above.
        }
    }

    private void Keep(SimulatedJob job)
    {
        _ended.Enqueue(job);
        _endedSize += job.ResultSize;
        // The newest result is always kept, because its caller is still polling.
        while (_ended.Count > limit || (_endedSize > byteLimit && _ended.Count > 1))
            Forget(_ended.Dequeue());
    }

    // A finished job is removed when its retention time since submission is over. Running jobs are kept.
    private void Sweep()
    {
        DateTimeOffset now = clock.Now;
        if (now < _nextSweep)
            return;
        _nextSweep = now + s_sweepInterval;
        var kept = new Queue<SimulatedJob>();
        foreach (SimulatedJob job in _ended)
        {
            if (now - job.CreateDate > retention)
                Forget(job);
            else
                kept.Enqueue(job);
        }

        _ended = kept;
    }

    private void Forget(SimulatedJob job)
    {
        _endedSize -= job.ResultSize;
        _jobs.Remove(job.Uuid);
        storage.Remove(Kind, job.Uuid);
    }
}
