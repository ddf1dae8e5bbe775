using System;

namespace ZStack;

/// <summary>The account's quota is used up, or the change of a quota is refused (<c>ID.1003</c>, <c>ID.1004</c>).</summary>
public class ZStackQuotaException : ZStackApiException
{
    /// <summary>Makes an exception.</summary>
    public ZStackQuotaException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    public ZStackQuotaException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">Why.</param>
    public ZStackQuotaException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes an exception of an error.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="error">The server's error.</param>
    public ZStackQuotaException(string message, ZStackError error)
        : base(message, error)
    {
    }
}
