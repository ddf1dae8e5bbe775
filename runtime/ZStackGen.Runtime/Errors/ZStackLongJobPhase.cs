namespace ZStack;

/// <summary>How far a long job is (PROTOCOL.md §3.3).</summary>
public enum ZStackLongJobPhase
{
    /// <summary>A state that this version of the runtime does not know; <see cref="ZStackLongJobState.State"/> has its name.</summary>
    Unknown,

    /// <summary>It waits for its turn.</summary>
    Waiting,

    /// <summary>It is suspended until it is resumed.</summary>
    Suspended,

    /// <summary>It runs.</summary>
    Running,

    /// <summary>It is being canceled.</summary>
    Canceling,

    /// <summary>It ended with a result.</summary>
    Succeeded,

    /// <summary>It was canceled.</summary>
    Canceled,

    /// <summary>It ended with an error.</summary>
    Failed,
}
