using System;

namespace ZStack;

/// <summary>The exception that is thrown when the server refuses a call or fails to execute it.</summary>
public class ZStackApiException : ZStackException
{
    /// <summary>Initializes a new instance of the <see cref="ZStackApiException"/> class.</summary>
    public ZStackApiException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackApiException"/> class.</summary>
    /// <param name="message">The message that describes the error.</param>
    public ZStackApiException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackApiException"/> class.</summary>
    /// <param name="message">The message that describes the error.</param>
    /// <param name="innerException">The exception that caused this exception, or null.</param>
    public ZStackApiException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackApiException"/> class for an error of the server.</summary>
    /// <param name="message">The message that describes the error.</param>
    /// <param name="error">The error that the server returned.</param>
    public ZStackApiException(string message, ZStackError error)
        : base(message) => Error = error ?? throw new ArgumentNullException(nameof(error));

    /// <summary>Gets the error that the server returned, with its causes.</summary>
    public ZStackError Error { get; } = new();
}
