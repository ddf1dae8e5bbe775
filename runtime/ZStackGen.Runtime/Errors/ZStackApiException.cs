using System;

namespace ZStack;

/// <summary>The server's refusal or failure, with its whole <see cref="ZStackError"/>.</summary>
public class ZStackApiException : ZStackException
{
    /// <summary>Makes an exception.</summary>
    public ZStackApiException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    public ZStackApiException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">Why.</param>
    public ZStackApiException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes an exception of an error.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="error">The server's error.</param>
    public ZStackApiException(string message, ZStackError error)
        : base(message) => Error = error ?? throw new ArgumentNullException(nameof(error));

    /// <summary>The server's error, with its causes.</summary>
    public ZStackError Error { get; } = new();
}
