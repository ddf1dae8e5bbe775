using System;

namespace ZStack;

/// <summary>The exception that is thrown when the server does not know a job: its result has been deleted, or the job never existed (PROTOCOL.md §3).</summary>
public class ZStackJobExpiredException : ZStackException
{
    /// <summary>Initializes a new instance of the <see cref="ZStackJobExpiredException"/> class.</summary>
    public ZStackJobExpiredException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackJobExpiredException"/> class.</summary>
    /// <param name="message">The message that describes the error.</param>
    public ZStackJobExpiredException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackJobExpiredException"/> class.</summary>
    /// <param name="message">The message that describes the error.</param>
    /// <param name="innerException">The exception that caused this exception, or null.</param>
    public ZStackJobExpiredException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
