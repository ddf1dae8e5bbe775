using System;

namespace ZStack;

/// <summary>The exception that is thrown when a response cannot be read: it is cut off, is not JSON, or contains an invalid value.</summary>
public class ZStackProtocolException : ZStackException
{
    /// <summary>Initializes a new instance of the <see cref="ZStackProtocolException"/> class.</summary>
    public ZStackProtocolException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackProtocolException"/> class.</summary>
    /// <param name="message">The message that describes the error.</param>
    public ZStackProtocolException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackProtocolException"/> class.</summary>
    /// <param name="message">The message that describes the error.</param>
    /// <param name="innerException">The exception that caused this exception, or null.</param>
    public ZStackProtocolException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    // Whether the response was cut off on the way, or comes from another server, so that the same request may succeed later.
    internal bool MayBeTemporary { get; set; }
}
