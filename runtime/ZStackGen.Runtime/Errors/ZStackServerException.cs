using System;

namespace ZStack;

/// <summary>The server failed inside (<c>SYS.1000</c> and its like).</summary>
public class ZStackServerException : ZStackApiException
{
    /// <summary>Makes an exception.</summary>
    public ZStackServerException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    public ZStackServerException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">Why.</param>
    public ZStackServerException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes an exception of an error.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="error">The server's error.</param>
    public ZStackServerException(string message, ZStackError error)
        : base(message, error)
    {
    }
}
