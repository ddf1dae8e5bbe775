using System;
using System.Net.Http;
using System.Net.Http.Headers;

namespace ZStack;

// With what a request is authorised: a session, or a key that signs.
internal sealed class AuthTicket
{
    private readonly AccessKeySigner? _signer;
    private readonly string? _header;

    public AuthTicket(string sessionId)
    {
        SessionId = sessionId;
        // Case-sensitive prefix (PROTOCOL.md §2.1).
        _header = "OAuth " + sessionId;
    }

    public AuthTicket(AccessKeySigner signer) => _signer = signer;

    public string? SessionId { get; }

    // The clock of an access key's dates.
    public AccessKeyClock? Clock => _signer?.Clock;

    // Whether the client itself opened the session.
    public bool IsOurs { get; init; }

    // Whether the call brought the session.
    public bool IsOfCall { get; init; }

    public void Apply(HttpRequestHeaders headers, HttpMethod method, UriText url, ServerNode node)
    {
        if (_header is not null)
            headers.TryAddWithoutValidation("Authorization", _header);
        else
            _signer!.Sign(headers, method, url, node);
    }

    public override string ToString() => "(hidden)";
}
