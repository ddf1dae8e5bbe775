namespace ZStack;

/// <summary>Specifies the phase of a long job (PROTOCOL.md §3.3).</summary>
public enum ZStackLongJobPhase
{
    /// <summary>The phase is not known to this version of the runtime; <see cref="ZStackLongJobState.State"/> contains its name.</summary>
    Unknown,

    /// <summary>The long job waits to be executed.</summary>
    Waiting,

    /// <summary>The long job is suspended until it is resumed.</summary>
    Suspended,

    /// <summary>The long job is running.</summary>
    Running,

    /// <summary>The long job is being canceled.</summary>
    Canceling,

    /// <summary>The long job completed with a result.</summary>
    Succeeded,

    /// <summary>The long job was canceled.</summary>
    Canceled,

    /// <summary>The long job failed.</summary>
    Failed,
}
