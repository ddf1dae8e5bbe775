using System;

namespace ZStack;

/// <summary>The credential is wrong, its password must be changed, or a further authentication is needed (<c>ID.1000</c>, <c>ID.1005</c>, <c>ID.2000</c> to <c>ID.2003</c>).</summary>
public class ZStackAuthenticationException : ZStackApiException
{
    /// <summary>Makes an exception.</summary>
    public ZStackAuthenticationException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    public ZStackAuthenticationException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">Why.</param>
    public ZStackAuthenticationException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes an exception of an error.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="error">The server's error.</param>
    public ZStackAuthenticationException(string message, ZStackError error)
        : base(message, error)
    {
    }

    /// <summary>Whether a further authentication is needed, which <see cref="ZStackError.Details"/> of the error describes as JSON (PROTOCOL.md §2.1).</summary>
    public bool NeedsAdditionalAuthentication => Error.Code is "ID.2000" or "ID.2001" or "ID.2002" or "ID.2003";
}
