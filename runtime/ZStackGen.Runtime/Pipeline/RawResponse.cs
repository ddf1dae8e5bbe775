using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Http.Headers;

namespace ZStack;

// A whole answer. The body belongs to the call's buffers.
internal readonly struct RawResponse
{
    // 429, which not every framework has a name for.
    public const HttpStatusCode TooManyRequests = (HttpStatusCode)429;

    public RawResponse(ServerAddress server, HttpStatusCode status, string? reason, CallBuffers buffers, string? redirectOrigin)
    {
        Server = server;
        Status = status;
        Reason = reason;
        Buffers = buffers;
        RedirectOrigin = redirectOrigin;
    }

    // Who answered.
    public ServerAddress Server { get; }

    public HttpStatusCode Status { get; }

    public string? Reason { get; init; }

    // The texts of the request, and the body of the response.
    public CallBuffers Buffers { get; }

    public PooledBuffer Body => Buffers.Response;

    public HttpResponseHeaders? Headers { get; init; }

    // How long the server asks to wait before the next try.
    public TimeSpan? RetryAfter { get; init; }

    // The secrets that the request carried.
    public List<string> Secrets => Buffers.Secrets(SessionId);

    // The session that was sent, should the answer quote it.
    public string? SessionId { get; init; }

    // Whether an earlier try of the same request may have reached a server.
    public bool MayHaveArrivedBefore { get; init; }

    // Scheme and host of a redirect's target; null for any other answer.
    public string? RedirectOrigin { get; init; }

    // The clock of the server or of what stands before it; null unless access was forbidden.
    public DateTimeOffset? Date { get; init; }

    // Something between us and ZStack failed or holds us back, or ZStack is restarting: worth another try.
    public bool IsGatewayFault => Status is HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout or HttpStatusCode.RequestTimeout or TooManyRequests
        || (Status == HttpStatusCode.ServiceUnavailable && !LooksLikeError);

    // ZStack never states a Content-Type, so the text decides (PROTOCOL.md §4).
    public bool LooksLikeJson => First == '{';

    public bool LooksLikePage => First == '<';

    // Gateways have JSON of their own.
    private bool LooksLikeError => LooksLikeJson && Body.Written.IndexOf("\"error\""u8) >= 0;

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
