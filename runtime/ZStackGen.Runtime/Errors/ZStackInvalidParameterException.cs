using System;

namespace ZStack;

/// <summary>The server refuses an argument (<c>SYS.1007</c>).</summary>
public class ZStackInvalidParameterException : ZStackApiException
{
    /// <summary>Makes an exception.</summary>
    public ZStackInvalidParameterException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    public ZStackInvalidParameterException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">Why.</param>
    public ZStackInvalidParameterException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes an exception of an error.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="error">The server's error.</param>
    public ZStackInvalidParameterException(string message, ZStackError error)
        : base(message, error)
    {
    }
}
