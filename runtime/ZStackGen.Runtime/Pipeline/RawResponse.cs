using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http.Headers;

namespace ZStack;

// A whole response. The body belongs to the buffers of the call.
internal readonly struct RawResponse
{
    // Status 429, which HttpStatusCode does not define on every target framework.
    public const HttpStatusCode TooManyRequests = (HttpStatusCode)429;

    public RawResponse(ServerAddress server, HttpStatusCode status, string? reason, CallBuffers buffers, string? redirectOrigin)
    {
        Server = server;
        Status = status;
        Reason = reason;
        Buffers = buffers;
        RedirectOrigin = redirectOrigin;
    }

    // The server that responded.
    public ServerAddress Server { get; }

    public HttpStatusCode Status { get; }

    public string? Reason { get; init; }

    // The buffers with the text of the request and the body of the response.
    public CallBuffers Buffers { get; }

    public PooledBuffer Body => Buffers.Response;

    public HttpResponseHeaders? Headers { get; init; }

    // The delay that the server asks for before the next attempt.
    public TimeSpan? RetryAfter { get; init; }

    // The secrets in the request.
    public List<string> Secrets => Buffers.Secrets(SessionId);

    // The session that was sent, in case the response quotes it.
    public string? SessionId { get; init; }

    // Whether an earlier attempt of the same request may have reached a server.
    public bool MayHaveArrivedBefore { get; init; }

    // Scheme and host of a redirect's target; null for any other response.
    public string? RedirectOrigin { get; init; }

    // The date of the server or of a gateway before it; null unless the status is 403.
    public DateTimeOffset? Date { get; init; }

    // A gateway failed or limits the rate, or ZStack is restarting: a retry may succeed.
    public bool IsGatewayFault => Status is HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout or HttpStatusCode.RequestTimeout or TooManyRequests
        || (Status == HttpStatusCode.ServiceUnavailable && !(LooksLikeJson && ErrorMember.IsIn(Body.Written, unreadable: true)));

    // Whether the text is an error of ZStack, with any status.
    public bool IsError => LooksLikeJson && ErrorMember.IsIn(Body.Written, unreadable: false);

    // ZStack states no Content-Type, so the text decides (PROTOCOL.md §4).
    public bool LooksLikeJson => First == '{';

    public bool LooksLikePage => First == '<';

    // Determines whether a short response contains the text, ignoring case.
    public bool Contains(string text) => Body.Length < 4096 && Body.ToText().IndexOf(text, System.StringComparison.OrdinalIgnoreCase) >= 0;

    private byte First
    {
        get
        {
            foreach (byte b in Body.Written)
                if (b is not ((byte)' ' or (byte)'\r' or (byte)'\n' or (byte)'\t' or 0xEF or 0xBB or 0xBF))
                    return b;
            return 0;
        }
    }
}
