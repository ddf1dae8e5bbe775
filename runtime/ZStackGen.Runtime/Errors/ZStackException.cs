using System;
using System.Net;

namespace ZStack;

/// <summary>Whatever can go wrong with a call, except cancellation and wrong arguments.</summary>
public class ZStackException : Exception
{
    /// <summary>Makes an exception.</summary>
    public ZStackException()
        : this("The call failed.")
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    public ZStackException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">Why.</param>
    public ZStackException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public override string Message => base.Message + Note;

    /// <summary>The API that was called, such as <c>CreateVmInstance</c>; null outside a call.</summary>
    public string? Api { get; internal set; }

    /// <summary>The server that the call failed at: of several management nodes the one that was asked last. Null outside a call.</summary>
    public Uri? Server { get; internal set; }

    /// <summary>The status of the answer; null if there was none.</summary>
    public HttpStatusCode? Status { get; internal set; }

    /// <summary>The job at the server, which may be known even if the call failed.</summary>
    public string? JobId { get; internal set; }

    // What is known only after the exception was made.
    internal string? Note { get; set; }
}
