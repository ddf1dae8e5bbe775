using System;

namespace ZStack;

/// <summary>The exception that is thrown when a session is unknown or expired (<c>ID.1001</c>), or there are too many sessions (<c>ID.1006</c>).</summary>
public class ZStackSessionException : ZStackApiException
{
    /// <summary>Initializes a new instance of the <see cref="ZStackSessionException"/> class.</summary>
    public ZStackSessionException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackSessionException"/> class.</summary>
    /// <param name="message">The message that describes the error.</param>
    public ZStackSessionException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackSessionException"/> class.</summary>
    /// <param name="message">The message that describes the error.</param>
    /// <param name="innerException">The exception that caused this exception, or null.</param>
    public ZStackSessionException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackSessionException"/> class for an error of the server.</summary>
    /// <param name="message">The message that describes the error.</param>
    /// <param name="error">The error that the server returned.</param>
    public ZStackSessionException(string message, ZStackError error)
        : base(message, error)
    {
    }
}
