using System;
using System.Collections.Generic;
using System.Threading;
using ZStack.Simulation.Answers;

namespace ZStack.Simulation.Jobs;

/// <summary>The job table: runs jobs when their time comes and forgets the old ones (protocol §3).</summary>
internal sealed class JobStore(ServerClock clock, TimeSpan retention, int limit) : IDisposable
{
    private static readonly TimeSpan s_sweepInterval = TimeSpan.FromHours(1);
    private readonly Dictionary<string, Job> _jobs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ITimer> _timers = new(StringComparer.Ordinal);
    private readonly Queue<Job> _byAge = new();
    private DateTimeOffset _nextSweep = clock.Now + s_sweepInterval;
    private bool _disposed;

    /// <summary>Takes a job in.</summary>
    /// <returns>Whether the id was free.</returns>
    public bool TryAdd(Job job)
    {
        lock (_jobs)
        {
            Sweep();
            if (!_jobs.TryAdd(job.Uuid, job))
                return false;
            _byAge.Enqueue(job);
            if (job.Delay > TimeSpan.Zero && !_disposed)
                _timers[job.Uuid] = clock.Time.CreateTimer(_ => OnTimer(job), null, job.Delay, Timeout.InfiniteTimeSpan);
        }

        job.TryEnd(clock.Now);
        return true;
    }

    public Job? Find(string uuid)
    {
        Job? job;
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

    private void OnTimer(Job job)
    {
        job.TryEnd(clock.Now);
        lock (_jobs)
        {
            if (_timers.Remove(job.Uuid, out ITimer? timer))
                timer.Dispose();
        }
    }

    // Done jobs go once their submission is long enough ago; running ones stay. The limit keeps a long run's memory flat.
    private void Sweep()
    {
        DateTimeOffset now = clock.Now;
        bool due = now >= _nextSweep;
        if (due)
            _nextSweep = now + s_sweepInterval;
        while (_byAge.TryPeek(out Job? oldest) && oldest.Answer is not null
            && (_jobs.Count > limit || (due && now - oldest.CreateDate > retention)))
        {
            _byAge.Dequeue();
            _jobs.Remove(oldest.Uuid);
        }
    }
}
