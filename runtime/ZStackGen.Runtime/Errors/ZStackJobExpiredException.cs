using System;

namespace ZStack;

/// <summary>The server knows no such job: its result was cleared away, or it never existed (PROTOCOL.md §3).</summary>
public class ZStackJobExpiredException : ZStackException
{
    /// <summary>Makes an exception.</summary>
    public ZStackJobExpiredException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    public ZStackJobExpiredException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">Why.</param>
    public ZStackJobExpiredException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
