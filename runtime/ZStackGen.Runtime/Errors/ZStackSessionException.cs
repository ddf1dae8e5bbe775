using System;

namespace ZStack;

/// <summary>The session is not known or has expired, or there are too many (<c>ID.1001</c>, <c>ID.1006</c>).</summary>
public class ZStackSessionException : ZStackApiException
{
    /// <summary>Makes an exception.</summary>
    public ZStackSessionException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    public ZStackSessionException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">Why.</param>
    public ZStackSessionException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes an exception of an error.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="error">The server's error.</param>
    public ZStackSessionException(string message, ZStackError error)
        : base(message, error)
    {
    }
}
