namespace ZStack;

/// <summary>Specifies why the server refuses to cancel a long job.</summary>
public enum ZStackLongJobCancelRefusal
{
    /// <summary>The long job has already ended.</summary>
    AlreadyEnded,

    /// <summary>The long job can no longer be canceled (<c>LONG_JOB.1001</c>).</summary>
    TooLate,

    /// <summary>Long jobs of this API cannot be canceled (<c>LONG_JOB.1003</c>).</summary>
    NotSupported,
}
