using System;
using System.Net.Http;
using System.Net.Http.Headers;

namespace ZStack;

// Authorizes a request: with a session, or with an access key that signs it.
internal sealed class AuthTicket
{
    private readonly AccessKeySigner? _signer;
    private readonly string? _header;

    public AuthTicket(string sessionId)
    {
        SessionId = sessionId;
        // The server matches the scheme case-sensitively (PROTOCOL.md §2.1).
        _header = "OAuth " + sessionId;
    }

    public AuthTicket(AccessKeySigner signer) => _signer = signer;

    public string? SessionId { get; }

    // The clock for the dates of an access key; null for a session.
    public AccessKeyClock? Clock => _signer?.Clock;

    // Whether the client opened the session.
    public bool IsOpenedByClient { get; init; }

    // Whether the caller passed the session with the action.
    public bool IsFromCaller { get; init; }

    public void Apply(HttpRequestHeaders headers, HttpMethod method, UriText url, ServerNode node)
    {
        if (_header is not null)
            headers.TryAddWithoutValidation("Authorization", _header);
        else
            _signer!.Sign(headers, method, url, node);
    }

    public override string ToString() => "(hidden)";
}
