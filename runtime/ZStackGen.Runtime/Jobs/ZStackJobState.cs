using System;
using System.Collections.Generic;

namespace ZStack;

/// <summary>Specifies the phase of a job.</summary>
public enum ZStackJobPhase
{
    /// <summary>The job is running, or waits to be executed.</summary>
    Running,

    /// <summary>The job completed with a result.</summary>
    Succeeded,

    /// <summary>The job failed.</summary>
    Failed,
}

/// <summary>Represents the state of a job after a poll.</summary>
public sealed class ZStackJobState
{
    /// <summary>Initializes a new instance of the <see cref="ZStackJobState"/> class.</summary>
    /// <param name="phase">The phase of the job.</param>
    /// <param name="elapsed">The time spent waiting for the job.</param>
    /// <param name="polls">The number of polls.</param>
    /// <param name="error">The error of a failed job; otherwise, null.</param>
    /// <param name="tasks">The steps of a running job, or null for none.</param>
    public ZStackJobState(ZStackJobPhase phase, TimeSpan elapsed = default, int polls = 1, ZStackError? error = null, IReadOnlyList<ZStackTaskProgress>? tasks = null)
    {
        Phase = phase;
        Elapsed = elapsed;
        Polls = polls;
        Error = error;
        Tasks = tasks ?? Array.Empty<ZStackTaskProgress>();
    }

    /// <summary>Gets the phase of the job.</summary>
    public ZStackJobPhase Phase { get; }

    /// <summary>Gets the time spent waiting for the job.</summary>
    public TimeSpan Elapsed { get; }

    /// <summary>Gets the number of polls.</summary>
    public int Polls { get; }

    /// <summary>Gets the error of a failed job; otherwise, null.</summary>
    public ZStackError? Error { get; }

    /// <summary>Gets the steps of a running job; empty if the server reports none (PROTOCOL.md §3).</summary>
    public IReadOnlyList<ZStackTaskProgress> Tasks { get; }

    /// <summary>Gets the progress of the job in percent, from 0 to 100; null if the server reports none.</summary>
    public int? Percent
    {
        get
        {
            for (int i = Tasks.Count - 1; i >= 0; i--)
                if (Tasks[i].Percent is { } percent)
                    return percent;
            return null;
        }
    }

    /// <summary>Returns the phase, the percentage and the last step.</summary>
    /// <returns>A text such as <c>Running 40% (allocate-host)</c>.</returns>
    public override string ToString()
        => Phase + (Percent is { } percent ? " " + percent.ToString(System.Globalization.CultureInfo.InvariantCulture) + "%" : string.Empty)
            + (Tasks.Count > 0 && Tasks[Tasks.Count - 1].TaskName is { } name ? " (" + ServerText.Of(name) + ")" : string.Empty);
}
