using System;
using System.Collections.Generic;

namespace ZStack;

/// <summary>Represents the state of a long job after a poll.</summary>
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

    /// <summary>Gets the phase of the long job.</summary>
    public ZStackLongJobPhase Phase { get; }

    /// <summary>Gets the name of the state on the server, such as <c>Running</c>.</summary>
    public string State { get; }

    /// <summary>Gets a value indicating whether the long job has ended.</summary>
    public bool IsFinal => Phase is ZStackLongJobPhase.Succeeded or ZStackLongJobPhase.Canceled or ZStackLongJobPhase.Failed;

    /// <summary>Gets the name of the job on the server, such as <c>APIMigrateVmMsg</c>.</summary>
    public string? JobName { get; }

    /// <summary>Gets the id under which the server reports the steps of the long job.</summary>
    public string? ApiId { get; }

    /// <summary>Gets the execution time that the server reports; null if it reports none.</summary>
    public TimeSpan? ExecuteTime { get; }

    /// <summary>Gets the error of a failed or canceled long job; otherwise, null.</summary>
    public ZStackError? Error { get; }

    /// <summary>Gets the steps of a running long job; empty if the server reports none.</summary>
    public IReadOnlyList<ZStackTaskProgress> Tasks { get; }

    /// <summary>Gets the progress of the long job in percent, from 0 to 100; null if the server reports none.</summary>
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

    /// <summary>Returns the state and the percentage.</summary>
    /// <returns>A text such as <c>Running 40%</c>.</returns>
    public override string ToString()
        => ServerText.Of(State) + (Percent is { } percent ? " " + percent.ToString(System.Globalization.CultureInfo.InvariantCulture) + "%" : string.Empty);
}
