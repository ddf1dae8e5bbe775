using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// The body of a request, sent from the buffer of the call.
internal sealed class RequestContent : HttpContent
{
    private static readonly MediaTypeHeaderValue s_json = new("application/json") { CharSet = "utf-8" };
    private readonly ArraySegment<byte> _bytes;
    private int _running;
    private int _begun;
    private GuardedRequest? _request;

    public RequestContent(ArraySegment<byte> bytes)
    {
        _bytes = bytes;
        Headers.ContentType = s_json;
    }

    // Attaches the request of the content: if a handler changes its server, nothing is written.
    public void Attach(GuardedRequest request) => _request = request;

    // Whether the bytes are still being sent.
    public bool IsInUse => Volatile.Read(ref _running) != 0;

    // Whether a handler has begun to send or to copy the bytes, so that the request may have reached the server.
    public bool WasSent => Volatile.Read(ref _begun) != 0;

#if NET8_0_OR_GREATER
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
#else
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
#endif
    {
        if (_request is { HasIntendedOrigin: false })
            throw new RedirectFollowedException();
        Volatile.Write(ref _begun, 1);
        Interlocked.Increment(ref _running);
        try
        {
#if NET8_0_OR_GREATER
            await stream.WriteAsync(_bytes, cancellationToken).ConfigureAwait(false);
#else
            await stream.WriteAsync(_bytes.Array!, _bytes.Offset, _bytes.Count).ConfigureAwait(false);
#endif
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _bytes.Count;
        return true;
    }
}
