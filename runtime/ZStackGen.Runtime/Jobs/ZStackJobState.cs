using System;
using System.Collections.Generic;

namespace ZStack;

/// <summary>How far a job is.</summary>
public enum ZStackJobPhase
{
    /// <summary>It runs, or waits to be run.</summary>
    Running,

    /// <summary>It ended with a result.</summary>
    Succeeded,

    /// <summary>It ended with an error.</summary>
    Failed,
}

/// <summary>What a look at a job showed.</summary>
public sealed class ZStackJobState
{
    /// <summary>Initializes a new instance of the <see cref="ZStackJobState"/> class.</summary>
    /// <param name="phase">How far the job is.</param>
    /// <param name="elapsed">How long the job has been waited for.</param>
    /// <param name="polls">How often the job has been polled.</param>
    /// <param name="error">The error of a failed job.</param>
    /// <param name="tasks">The steps of a running job; null for none.</param>
    public ZStackJobState(ZStackJobPhase phase, TimeSpan elapsed = default, int polls = 1, ZStackError? error = null, IReadOnlyList<ZStackTaskProgress>? tasks = null)
    {
        Phase = phase;
        Elapsed = elapsed;
        Polls = polls;
        Error = error;
        Tasks = tasks ?? Array.Empty<ZStackTaskProgress>();
    }

    /// <summary>How far the job is.</summary>
    public ZStackJobPhase Phase { get; }

    /// <summary>How long it has been waited for.</summary>
    public TimeSpan Elapsed { get; }

    /// <summary>How often it has been looked at.</summary>
    public int Polls { get; }

    /// <summary>The error of a failed job.</summary>
    public ZStackError? Error { get; }

    /// <summary>The steps the server reports of a running job; empty where it reports none (PROTOCOL.md §3).</summary>
    public IReadOnlyList<ZStackTaskProgress> Tasks { get; }

    /// <summary>How much is done, in percent, where the server says it.</summary>
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

    /// <summary>The phase, the percentage and the last step.</summary>
    /// <returns>Such as <c>Running 40% (allocate-host)</c>.</returns>
    public override string ToString()
        => Phase + (Percent is { } percent ? " " + percent.ToString(System.Globalization.CultureInfo.InvariantCulture) + "%" : string.Empty)
            + (Tasks.Count > 0 && Tasks[Tasks.Count - 1].TaskName is { } name ? " (" + name + ")" : string.Empty);
}
