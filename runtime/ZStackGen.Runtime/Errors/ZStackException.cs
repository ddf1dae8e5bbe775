using System;
using System.Net;

namespace ZStack;

/// <summary>The base class of the exceptions that a call throws, except for cancellation and invalid arguments.</summary>
public class ZStackException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="ZStackException"/> class.</summary>
    public ZStackException()
        : this("The call failed.")
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackException"/> class.</summary>
    /// <param name="message">The message that describes the error.</param>
    public ZStackException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackException"/> class.</summary>
    /// <param name="message">The message that describes the error.</param>
    /// <param name="innerException">The exception that caused this exception, or null.</param>
    public ZStackException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public override string Message => base.Message + Note;

    /// <summary>Gets the name of the API that was called, such as <c>CreateVmInstance</c>; null outside a call.</summary>
    public string? Api { get; internal set; }

    /// <summary>Gets the address of the management node that received the last request of the call; null outside a call.</summary>
    public Uri? Server { get; internal set; }

    /// <summary>Gets the HTTP status of the response; null if there was no response.</summary>
    public HttpStatusCode? Status { get; internal set; }

    /// <summary>Gets the id of the job on the server, which may be known even if the call failed; otherwise, null.</summary>
    public string? JobId { get; internal set; }

    // Text that is appended to the message after the exception was created.
    internal string? Note { get; set; }
}
