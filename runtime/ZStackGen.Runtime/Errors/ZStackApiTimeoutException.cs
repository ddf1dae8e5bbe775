using System;

namespace ZStack;

/// <summary>The server gave up the call after its own timeout (<c>SYS.1001</c>).</summary>
public class ZStackApiTimeoutException : ZStackApiException
{
    /// <summary>Makes an exception.</summary>
    public ZStackApiTimeoutException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    public ZStackApiTimeoutException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">Why.</param>
    public ZStackApiTimeoutException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes an exception of an error.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="error">The server's error.</param>
    public ZStackApiTimeoutException(string message, ZStackError error)
        : base(message, error)
    {
    }
}
