using System;

namespace ZStack;

/// <summary>The job did not end within the time allowed. It runs on at the server.</summary>
public class ZStackJobTimeoutException : ZStackException
{
    /// <summary>Makes an exception.</summary>
    public ZStackJobTimeoutException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    public ZStackJobTimeoutException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">Why.</param>
    public ZStackJobTimeoutException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The time that was allowed.</summary>
    public TimeSpan Timeout { get; internal set; }
}
