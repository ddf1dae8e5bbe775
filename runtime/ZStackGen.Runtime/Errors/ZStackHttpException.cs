using System;

namespace ZStack;

/// <summary>An answer that is no result and no <see cref="ZStackError"/>: ZStack's own plain text, or a page of something before it.</summary>
public class ZStackHttpException : ZStackException
{
    /// <summary>Makes an exception.</summary>
    public ZStackHttpException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    public ZStackHttpException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">Why.</param>
    public ZStackHttpException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Gets how long the server or a gateway asks to wait before the next try (<c>Retry-After</c>); null if it does not say.</summary>
    public TimeSpan? RetryAfter { get; internal set; }

    /// <summary>The beginning of the answer's text, without secrets.</summary>
    public string Body { get; internal set; } = string.Empty;
}
