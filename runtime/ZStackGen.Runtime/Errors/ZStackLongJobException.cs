using System;

namespace ZStack;

/// <summary>A long job failed or was canceled at the server (PROTOCOL.md §3.3).</summary>
public class ZStackLongJobException : ZStackApiException
{
    /// <summary>Makes an exception.</summary>
    public ZStackLongJobException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    public ZStackLongJobException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">Why.</param>
    public ZStackLongJobException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes an exception of an error.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="error">The server's error.</param>
    public ZStackLongJobException(string message, ZStackError error)
        : base(message, error)
    {
    }

    /// <summary>The long job's UUID.</summary>
    public string? LongJobUuid { get; internal set; }

    /// <summary><see cref="ZStackLongJobPhase.Failed"/> or <see cref="ZStackLongJobPhase.Canceled"/>.</summary>
    public ZStackLongJobPhase Phase { get; internal set; } = ZStackLongJobPhase.Failed;
}
