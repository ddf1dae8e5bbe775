#if NET8_0_OR_GREATER
using System;
using System.IO;
using System.IO.Compression;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Accepts responses compressed with gzip. The handler's own AutomaticDecompression would add 1 MB, Brotli above all, to every native program.
internal sealed class GZipHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const string GZip = "gzip";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.TryAddWithoutValidation("Accept-Encoding", GZip);
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.Content.Headers.NonValidated.TryGetValues("Content-Encoding", out HeaderStringValues encodings) && string.Equals(encodings.ToString(), GZip, StringComparison.OrdinalIgnoreCase))
            response.Content = new DecompressedContent(response.Content);
        return response;
    }

    // Decompresses while it is read, so that the limit of the reader applies to the decompressed bytes.
    private sealed class DecompressedContent : HttpContent
    {
        private readonly HttpContent _compressed;

        public DecompressedContent(HttpContent compressed)
        {
            _compressed = compressed;
            foreach ((string name, HeaderStringValues values) in compressed.Headers.NonValidated)
            {
                if (!name.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase) && !name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
                    Headers.TryAddWithoutValidation(name, values);
            }
        }

        protected override async Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken)
            => new GZipStream(await _compressed.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), CompressionMode.Decompress);

        protected override Task<Stream> CreateContentReadStreamAsync() => CreateContentReadStreamAsync(CancellationToken.None);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            Stream decompressed = await CreateContentReadStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (decompressed.ConfigureAwait(false))
                await decompressed.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                _compressed.Dispose();
            base.Dispose(disposing);
        }
    }
}
#endif
