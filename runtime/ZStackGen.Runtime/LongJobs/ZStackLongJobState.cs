using System;
using System.Collections.Generic;

namespace ZStack;

/// <summary>What a look at a long job showed.</summary>
public sealed class ZStackLongJobState
{
    internal ZStackLongJobState(LongJobInventory job, ZStackError? error, IReadOnlyList<ZStackTaskProgress> tasks)
    {
        State = job.State ?? string.Empty;
        Phase = job.Phase;
        JobName = job.JobName;
        ApiId = job.ApiId;
        ExecuteTime = job.ExecuteTime;
        Error = error;
        Tasks = tasks;
    }

    /// <summary>How far the long job is.</summary>
    public ZStackLongJobPhase Phase { get; }

    /// <summary>The server's own word for it, such as <c>Running</c>.</summary>
    public string State { get; }

    /// <summary>Whether it is over, one way or another.</summary>
    public bool IsFinal => Phase is ZStackLongJobPhase.Succeeded or ZStackLongJobPhase.Canceled or ZStackLongJobPhase.Failed;

    /// <summary>What it does, such as <c>APIMigrateVmMsg</c>.</summary>
    public string? JobName { get; }

    /// <summary>The id under which the server reports its steps.</summary>
    public string? ApiId { get; }

    /// <summary>How long it has taken, as the server counts it.</summary>
    public TimeSpan? ExecuteTime { get; }

    /// <summary>Why it failed or was canceled.</summary>
    public ZStackError? Error { get; }

    /// <summary>The steps the server reports of a running job; empty where it reports none.</summary>
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

    /// <summary>The state and the percentage.</summary>
    /// <returns>Such as <c>Running 40%</c>.</returns>
    public override string ToString()
        => State + (Percent is { } percent ? " " + percent.ToString(System.Globalization.CultureInfo.InvariantCulture) + "%" : string.Empty);
}
