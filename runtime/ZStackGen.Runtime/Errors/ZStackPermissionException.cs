using System;

namespace ZStack;

/// <summary>The account may not do this (<c>ID.1002</c>).</summary>
public class ZStackPermissionException : ZStackApiException
{
    /// <summary>Makes an exception.</summary>
    public ZStackPermissionException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    public ZStackPermissionException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">Why.</param>
    public ZStackPermissionException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes an exception of an error.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="error">The server's error.</param>
    public ZStackPermissionException(string message, ZStackError error)
        : base(message, error)
    {
    }
}
