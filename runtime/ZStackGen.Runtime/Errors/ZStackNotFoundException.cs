using System;

namespace ZStack;

/// <summary>There is no such resource (<c>SYS.1003</c>).</summary>
public class ZStackNotFoundException : ZStackApiException
{
    /// <summary>Makes an exception.</summary>
    public ZStackNotFoundException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    public ZStackNotFoundException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">Why.</param>
    public ZStackNotFoundException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes an exception of an error.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="error">The server's error.</param>
    public ZStackNotFoundException(string message, ZStackError error)
        : base(message, error)
    {
    }
}
