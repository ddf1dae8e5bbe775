using System;

namespace ZStack;

/// <summary>There was no complete answer within the time allowed.</summary>
public class ZStackTimeoutException : ZStackTransportException
{
    /// <summary>Makes an exception.</summary>
    public ZStackTimeoutException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    public ZStackTimeoutException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">Why.</param>
    public ZStackTimeoutException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
