using System;

namespace ZStack;

/// <summary>The exception that is thrown when there is no response: the server cannot be reached, or the connection broke.</summary>
public class ZStackTransportException : ZStackException
{
    /// <summary>Initializes a new instance of the <see cref="ZStackTransportException"/> class.</summary>
    public ZStackTransportException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackTransportException"/> class.</summary>
    /// <param name="message">The message that describes the error.</param>
    public ZStackTransportException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackTransportException"/> class.</summary>
    /// <param name="message">The message that describes the error.</param>
    /// <param name="innerException">The exception that caused this exception, or null.</param>
    public ZStackTransportException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>
    /// Gets a value indicating whether the request may have reached the server; false if no connection was established. The default is true.
    /// </summary>
    public bool MayHaveReachedServer { get; internal set; } = true;
}
