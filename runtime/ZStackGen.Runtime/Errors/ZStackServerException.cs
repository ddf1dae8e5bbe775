using System;

namespace ZStack;

/// <summary>The exception that is thrown when the server reports an internal error, such as <c>SYS.1000</c>.</summary>
public class ZStackServerException : ZStackApiException
{
    /// <summary>Initializes a new instance of the <see cref="ZStackServerException"/> class.</summary>
    public ZStackServerException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackServerException"/> class.</summary>
    /// <param name="message">The message that describes the error.</param>
    public ZStackServerException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackServerException"/> class.</summary>
    /// <param name="message">The message that describes the error.</param>
    /// <param name="innerException">The exception that caused this exception, or null.</param>
    public ZStackServerException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackServerException"/> class for an error of the server.</summary>
    /// <param name="message">The message that describes the error.</param>
    /// <param name="error">The error that the server returned.</param>
    public ZStackServerException(string message, ZStackError error)
        : base(message, error)
    {
    }
}
