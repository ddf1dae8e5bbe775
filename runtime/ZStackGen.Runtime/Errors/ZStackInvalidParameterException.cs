using System;

namespace ZStack;

/// <summary>The exception that is thrown when the server refuses an argument (<c>SYS.1007</c>).</summary>
public class ZStackInvalidParameterException : ZStackApiException
{
    /// <summary>Initializes a new instance of the <see cref="ZStackInvalidParameterException"/> class.</summary>
    public ZStackInvalidParameterException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackInvalidParameterException"/> class.</summary>
    /// <param name="message">The message that describes the error.</param>
    public ZStackInvalidParameterException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackInvalidParameterException"/> class.</summary>
    /// <param name="message">The message that describes the error.</param>
    /// <param name="innerException">The exception that caused this exception, or null.</param>
    public ZStackInvalidParameterException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackInvalidParameterException"/> class for an error of the server.</summary>
    /// <param name="message">The message that describes the error.</param>
    /// <param name="error">The error that the server returned.</param>
    public ZStackInvalidParameterException(string message, ZStackError error)
        : base(message, error)
    {
    }
}
