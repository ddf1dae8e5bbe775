using System;
using System.Threading;

namespace ZStack;

/// <summary>
/// The exception that is thrown when the caller cancels an operation. A request that has been sent continues on the server, because API jobs
/// cannot be canceled (PROTOCOL.md §3.3).
/// </summary>
public class ZStackCanceledException : OperationCanceledException
{
    /// <summary>Initializes a new instance of the <see cref="ZStackCanceledException"/> class.</summary>
    public ZStackCanceledException()
        : base("The call was canceled.")
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackCanceledException"/> class.</summary>
    /// <param name="message">The message that describes the error.</param>
    public ZStackCanceledException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackCanceledException"/> class.</summary>
    /// <param name="message">The message that describes the error.</param>
    /// <param name="innerException">The exception that caused this exception, or null.</param>
    public ZStackCanceledException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackCanceledException"/> class.</summary>
    /// <param name="message">The message that describes the error.</param>
    /// <param name="innerException">The exception that caused this exception, or null.</param>
    /// <param name="token">The token that was canceled.</param>
    public ZStackCanceledException(string message, Exception? innerException, CancellationToken token)
        : base(message, innerException, token)
    {
    }

    /// <summary>Gets the name of the API that was called; null if it is not known.</summary>
    public string? Api { get; internal set; }

    /// <summary>Gets the id of the job that continues on the server if the request reached it; null for a call that creates no job.</summary>
    public string? JobId { get; internal set; }
}
