using System;
using System.Net;

namespace ZStack;

// A whole answer. The body belongs to the call's buffers.
internal readonly struct RawResponse
{
    // 429, which not every framework has a name for.
    public const HttpStatusCode TooManyRequests = (HttpStatusCode)429;

    public RawResponse(ServerAddress server, HttpStatusCode status, string? reason, PooledBuffer body, string? redirectOrigin)
    {
        Server = server;
        Status = status;
        Reason = reason;
        Body = body;
        RedirectOrigin = redirectOrigin;
    }

    // Who answered.
    public ServerAddress Server { get; }

    public HttpStatusCode Status { get; }

    public string? Reason { get; init; }

    public PooledBuffer Body { get; }

    // The session that was sent, should the answer quote it.
    public string? SessionId { get; init; }

    // Whether an earlier try of the same request may have reached a server.
    public bool MayHaveArrivedBefore { get; init; }

    // Scheme and host of a redirect's target; null for any other answer.
    public string? RedirectOrigin { get; }

    // The clock of the server or of what stands before it; null unless access was forbidden.
    public DateTimeOffset? Date { get; init; }

    // Something between us and ZStack failed or holds us back, or ZStack is restarting: worth another try.
    public bool IsGatewayFault => Status is HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout or HttpStatusCode.RequestTimeout or TooManyRequests
        || (Status == HttpStatusCode.ServiceUnavailable && !LooksLikeError);

    // ZStack never states a Content-Type, so the text decides (protocol §4).
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
