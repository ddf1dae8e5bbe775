using System;

namespace ZStack;

/// <summary>The exception that is thrown when a job does not complete within its timeout. The job continues on the server.</summary>
public class ZStackJobTimeoutException : ZStackException
{
    /// <summary>Initializes a new instance of the <see cref="ZStackJobTimeoutException"/> class.</summary>
    public ZStackJobTimeoutException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackJobTimeoutException"/> class.</summary>
    /// <param name="message">The message that describes the error.</param>
    public ZStackJobTimeoutException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackJobTimeoutException"/> class.</summary>
    /// <param name="message">The message that describes the error.</param>
    /// <param name="innerException">The exception that caused this exception, or null.</param>
    public ZStackJobTimeoutException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Gets the timeout that elapsed.</summary>
    public TimeSpan Timeout { get; internal set; }
}
