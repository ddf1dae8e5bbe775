using System;

namespace ZStack;

/// <summary>An answer that cannot be understood: cut off, not JSON, or with a value that cannot be read.</summary>
public class ZStackProtocolException : ZStackException
{
    /// <summary>Makes an exception.</summary>
    public ZStackProtocolException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    public ZStackProtocolException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">Why.</param>
    public ZStackProtocolException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
