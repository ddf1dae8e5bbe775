using System;

namespace ZStack;

/// <summary>The exception that is thrown when a resource does not exist (<c>SYS.1003</c>).</summary>
public class ZStackNotFoundException : ZStackApiException
{
    /// <summary>Initializes a new instance of the <see cref="ZStackNotFoundException"/> class.</summary>
    public ZStackNotFoundException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackNotFoundException"/> class.</summary>
    /// <param name="message">The message that describes the error.</param>
    public ZStackNotFoundException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackNotFoundException"/> class.</summary>
    /// <param name="message">The message that describes the error.</param>
    /// <param name="innerException">The exception that caused this exception, or null.</param>
    public ZStackNotFoundException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackNotFoundException"/> class for an error of the server.</summary>
    /// <param name="message">The message that describes the error.</param>
    /// <param name="error">The error that the server returned.</param>
    public ZStackNotFoundException(string message, ZStackError error)
        : base(message, error)
    {
    }
}
