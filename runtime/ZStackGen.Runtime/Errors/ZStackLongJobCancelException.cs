using System;

namespace ZStack;

/// <summary>The server does not cancel a long job (PROTOCOL.md §3.3).</summary>
public class ZStackLongJobCancelException : ZStackApiException
{
    /// <summary>Makes an exception.</summary>
    public ZStackLongJobCancelException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    public ZStackLongJobCancelException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">Why.</param>
    public ZStackLongJobCancelException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes an exception of an error.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="error">The server's error.</param>
    public ZStackLongJobCancelException(string message, ZStackError error)
        : base(message, error)
    {
    }

    /// <summary>The long job's UUID; null if the refusal came of an API called by itself.</summary>
    public string? LongJobUuid { get; internal set; }

    /// <summary>Why not.</summary>
    public ZStackLongJobCancelRefusal Refusal => Error.Code switch
    {
        "LONG_JOB.1001" => ZStackLongJobCancelRefusal.TooLate,
        "LONG_JOB.1003" => ZStackLongJobCancelRefusal.NotSupported,
        _ => ZStackLongJobCancelRefusal.AlreadyEnded,
    };
}
