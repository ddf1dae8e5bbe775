using System;
using System.Threading;

namespace ZStack;

/// <summary>The caller stopped waiting. What was sent to the server goes on there: its jobs cannot be cancelled (PROTOCOL.md §3.3).</summary>
public class ZStackCanceledException : OperationCanceledException
{
    /// <summary>Makes an exception.</summary>
    public ZStackCanceledException()
        : base("The call was canceled.")
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    public ZStackCanceledException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">Why.</param>
    public ZStackCanceledException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">Why.</param>
    /// <param name="token">The token that was cancelled.</param>
    public ZStackCanceledException(string message, Exception? innerException, CancellationToken token)
        : base(message, innerException, token)
    {
    }

    /// <summary>The API that was called; null if it is not known.</summary>
    public string? Api { get; internal set; }

    /// <summary>The job that runs on, or would if the call reached the server; null for a call that makes none.</summary>
    public string? JobId { get; internal set; }
}
