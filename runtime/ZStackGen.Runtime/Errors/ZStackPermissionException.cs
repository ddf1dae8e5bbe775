using System;

namespace ZStack;

/// <summary>The exception that is thrown when the account does not have permission for a call (<c>ID.1002</c>).</summary>
public class ZStackPermissionException : ZStackApiException
{
    /// <summary>Initializes a new instance of the <see cref="ZStackPermissionException"/> class.</summary>
    public ZStackPermissionException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackPermissionException"/> class.</summary>
    /// <param name="message">The message that describes the error.</param>
    public ZStackPermissionException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackPermissionException"/> class.</summary>
    /// <param name="message">The message that describes the error.</param>
    /// <param name="innerException">The exception that caused this exception, or null.</param>
    public ZStackPermissionException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackPermissionException"/> class for an error of the server.</summary>
    /// <param name="message">The message that describes the error.</param>
    /// <param name="error">The error that the server returned.</param>
    public ZStackPermissionException(string message, ZStackError error)
        : base(message, error)
    {
    }
}
