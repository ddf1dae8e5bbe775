using System;

namespace ZStack;

/// <summary>The exception that is thrown when a long job fails or is canceled on the server (PROTOCOL.md §3.3).</summary>
public class ZStackLongJobException : ZStackApiException
{
    /// <summary>Initializes a new instance of the <see cref="ZStackLongJobException"/> class.</summary>
    public ZStackLongJobException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackLongJobException"/> class.</summary>
    /// <param name="message">The message that describes the error.</param>
    public ZStackLongJobException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackLongJobException"/> class.</summary>
    /// <param name="message">The message that describes the error.</param>
    /// <param name="innerException">The exception that caused this exception, or null.</param>
    public ZStackLongJobException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackLongJobException"/> class for an error of the server.</summary>
    /// <param name="message">The message that describes the error.</param>
    /// <param name="error">The error that the server returned.</param>
    public ZStackLongJobException(string message, ZStackError error)
        : base(message, error)
    {
    }

    /// <summary>Gets the UUID of the long job.</summary>
    public string? LongJobUuid { get; internal set; }

    /// <summary>Gets the final phase of the long job: <see cref="ZStackLongJobPhase.Failed"/> or <see cref="ZStackLongJobPhase.Canceled"/>.</summary>
    public ZStackLongJobPhase Phase { get; internal set; } = ZStackLongJobPhase.Failed;
}
