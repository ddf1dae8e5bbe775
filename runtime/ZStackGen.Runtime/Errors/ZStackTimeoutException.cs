using System;

namespace ZStack;

/// <summary>The exception that is thrown when a response is not complete within the request timeout.</summary>
public class ZStackTimeoutException : ZStackTransportException
{
    /// <summary>Initializes a new instance of the <see cref="ZStackTimeoutException"/> class.</summary>
    public ZStackTimeoutException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackTimeoutException"/> class.</summary>
    /// <param name="message">The message that describes the error.</param>
    public ZStackTimeoutException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackTimeoutException"/> class.</summary>
    /// <param name="message">The message that describes the error.</param>
    /// <param name="innerException">The exception that caused this exception, or null.</param>
    public ZStackTimeoutException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
