namespace ZStack;

/// <summary>Why a long job is not canceled.</summary>
public enum ZStackLongJobCancelRefusal
{
    /// <summary>It has ended before.</summary>
    AlreadyEnded,

    /// <summary>It has come too far (<c>LONG_JOB.1001</c>).</summary>
    TooLate,

    /// <summary>Jobs of its API cannot be canceled (<c>LONG_JOB.1003</c>).</summary>
    NotSupported,
}
