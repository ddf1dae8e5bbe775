using System;

namespace ZStack;

/// <summary>There is no answer: the server cannot be reached, or the connection broke.</summary>
public class ZStackTransportException : ZStackException
{
    /// <summary>Makes an exception.</summary>
    public ZStackTransportException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    public ZStackTransportException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">Why.</param>
    public ZStackTransportException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Whether the call may have reached the server; false if no connection came about.</summary>
    public bool MayHaveReachedServer { get; internal set; } = true;
}
