using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// A request that may be sent to one server only.
internal sealed class GuardedRequest(HttpMethod method, System.Uri uri, ServerAddress server) : HttpRequestMessage(method, uri)
{
    public bool HasIntendedOrigin => RequestUri is { } uri && server.IsSameOrigin(uri);
}

// Rejects guarded requests to another server.
internal sealed class OriginGuard : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => request is GuardedRequest { HasIntendedOrigin: false } ? throw new RedirectFollowedException() : base.SendAsync(request, cancellationToken);
}

// Thrown when a handler is about to send a request to another server than that of the call.
#pragma warning disable CA1032, CA1064 // never leaves the assembly
internal sealed class RedirectFollowedException() : IOException("A handler changed the request to another server, as after a redirect.")
{
}
#pragma warning restore CA1032, CA1064
