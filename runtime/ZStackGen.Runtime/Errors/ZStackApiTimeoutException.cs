using System;

namespace ZStack;

/// <summary>The exception that is thrown when the server abandons a call because its own timeout has elapsed (<c>SYS.1001</c>).</summary>
public class ZStackApiTimeoutException : ZStackApiException
{
    /// <summary>Initializes a new instance of the <see cref="ZStackApiTimeoutException"/> class.</summary>
    public ZStackApiTimeoutException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackApiTimeoutException"/> class.</summary>
    /// <param name="message">The message that describes the error.</param>
    public ZStackApiTimeoutException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackApiTimeoutException"/> class.</summary>
    /// <param name="message">The message that describes the error.</param>
    /// <param name="innerException">The exception that caused this exception, or null.</param>
    public ZStackApiTimeoutException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackApiTimeoutException"/> class for an error of the server.</summary>
    /// <param name="message">The message that describes the error.</param>
    /// <param name="error">The error that the server returned.</param>
    public ZStackApiTimeoutException(string message, ZStackError error)
        : base(message, error)
    {
    }
}
