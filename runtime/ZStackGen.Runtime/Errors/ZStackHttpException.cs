using System;
using System.Net;

namespace ZStack;

/// <summary>
/// The exception that is thrown when a response is neither a result nor a <see cref="ZStackError"/>, such as plain text of the server or the
/// error page of a gateway.
/// </summary>
public class ZStackHttpException : ZStackException
{
    /// <summary>Initializes a new instance of the <see cref="ZStackHttpException"/> class.</summary>
    public ZStackHttpException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackHttpException"/> class.</summary>
    /// <param name="message">The message that describes the error.</param>
    public ZStackHttpException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackHttpException"/> class.</summary>
    /// <param name="message">The message that describes the error.</param>
    /// <param name="innerException">The exception that caused this exception, or null.</param>
    public ZStackHttpException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Gets the delay that the server or a gateway asks for before the next attempt (<c>Retry-After</c>); null if the response states none.</summary>
    public TimeSpan? RetryAfter { get; internal set; }

    /// <summary>Gets the beginning of the response body, with secrets redacted.</summary>
    public string Body { get; internal set; } = string.Empty;

    // Whether the text can be a refusal of ZStack, which has these statuses only (PROTOCOL.md §4). It reports an expired job by another exception.
    internal bool IsRefusal => Status is HttpStatusCode.BadRequest or HttpStatusCode.MethodNotAllowed
        || (Status == HttpStatusCode.Forbidden && IsSkewed(Body));

    // Whether a gateway can respond like this to every request, such as with a redirect to https.
    internal bool IsPolicy => (int)Status.GetValueOrDefault() is >= 300 and < 500
        && Status is not (HttpStatusCode.NotFound or HttpStatusCode.RequestTimeout or (HttpStatusCode)429);

    // ZStack's own 404 for a path that it does not know (PROTOCOL.md §4); other servers use other texts.
    internal bool IsUnknownApi => Status == HttpStatusCode.NotFound && Body.IndexOf("no api mapping", StringComparison.OrdinalIgnoreCase) >= 0;

    // The only 403 of ZStack (PROTOCOL.md §4).
    internal static bool IsSkewed(string text) => text.IndexOf("requestTimeTooSkewed", StringComparison.OrdinalIgnoreCase) >= 0;
}
