using System;

namespace ZStack;

/// <summary>The exception that is thrown when the server refuses to cancel a long job (PROTOCOL.md §3.3).</summary>
public class ZStackLongJobCancelException : ZStackApiException
{
    /// <summary>Initializes a new instance of the <see cref="ZStackLongJobCancelException"/> class.</summary>
    public ZStackLongJobCancelException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackLongJobCancelException"/> class.</summary>
    /// <param name="message">The message that describes the error.</param>
    public ZStackLongJobCancelException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackLongJobCancelException"/> class.</summary>
    /// <param name="message">The message that describes the error.</param>
    /// <param name="innerException">The exception that caused this exception, or null.</param>
    public ZStackLongJobCancelException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackLongJobCancelException"/> class for an error of the server.</summary>
    /// <param name="message">The message that describes the error.</param>
    /// <param name="error">The error that the server returned.</param>
    public ZStackLongJobCancelException(string message, ZStackError error)
        : base(message, error)
    {
    }

    /// <summary>Gets the UUID of the long job; null if the cancel API was called directly.</summary>
    public string? LongJobUuid { get; internal set; }

    /// <summary>Gets the reason of the refusal.</summary>
    public ZStackLongJobCancelRefusal Refusal => Error.Code switch
    {
        "LONG_JOB.1001" => ZStackLongJobCancelRefusal.TooLate,
        "LONG_JOB.1003" => ZStackLongJobCancelRefusal.NotSupported,
        _ => ZStackLongJobCancelRefusal.AlreadyEnded,
    };
}
