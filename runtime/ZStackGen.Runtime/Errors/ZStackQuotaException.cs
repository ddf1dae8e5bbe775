using System;

namespace ZStack;

/// <summary>The exception that is thrown when the quota of the account is exceeded (<c>ID.1003</c>) or a change of a quota is refused (<c>ID.1004</c>).</summary>
public class ZStackQuotaException : ZStackApiException
{
    /// <summary>Initializes a new instance of the <see cref="ZStackQuotaException"/> class.</summary>
    public ZStackQuotaException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackQuotaException"/> class.</summary>
    /// <param name="message">The message that describes the error.</param>
    public ZStackQuotaException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackQuotaException"/> class.</summary>
    /// <param name="message">The message that describes the error.</param>
    /// <param name="innerException">The exception that caused this exception, or null.</param>
    public ZStackQuotaException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackQuotaException"/> class for an error of the server.</summary>
    /// <param name="message">The message that describes the error.</param>
    /// <param name="error">The error that the server returned.</param>
    public ZStackQuotaException(string message, ZStackError error)
        : base(message, error)
    {
    }
}
