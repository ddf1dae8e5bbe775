using System;

namespace ZStack;

/// <summary>
/// The exception that is thrown when the credential is wrong (<c>ID.1000</c>), its password must be changed (<c>ID.1005</c>), or additional
/// authentication is required (<c>ID.2000</c> to <c>ID.2003</c>).
/// </summary>
public class ZStackAuthenticationException : ZStackApiException
{
    /// <summary>Initializes a new instance of the <see cref="ZStackAuthenticationException"/> class.</summary>
    public ZStackAuthenticationException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackAuthenticationException"/> class.</summary>
    /// <param name="message">The message that describes the error.</param>
    public ZStackAuthenticationException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackAuthenticationException"/> class.</summary>
    /// <param name="message">The message that describes the error.</param>
    /// <param name="innerException">The exception that caused this exception, or null.</param>
    public ZStackAuthenticationException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackAuthenticationException"/> class for an error of the server.</summary>
    /// <param name="message">The message that describes the error.</param>
    /// <param name="error">The error that the server returned.</param>
    public ZStackAuthenticationException(string message, ZStackError error)
        : base(message, error)
    {
    }

    /// <summary>
    /// Gets a value indicating whether additional authentication is required. <see cref="ZStackError.Details"/> of the error then describes the
    /// required steps as JSON (PROTOCOL.md §2.1).
    /// </summary>
    public bool NeedsAdditionalAuthentication => Error.Code is "ID.2000" or "ID.2001" or "ID.2002" or "ID.2003";
}
