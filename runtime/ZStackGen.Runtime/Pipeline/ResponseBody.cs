using System;
using System.Globalization;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Reads the body of a response into the call's buffer, up to a limit.
internal static class ResponseBody
{
    // Far more than the errors of a batch. Every error is searched for secrets, which takes time for each byte.
    private const int MaxErrorBytes = 4 * 1024 * 1024;

    public static int ErrorLimit(ZStackClientOptions options) => Math.Min(MaxErrorBytes, options.MaxResponseBytes);

    // Of an error, slightly more than the limit is read, so that the status and the beginning of a large page are known.
    public static async ValueTask ReadAsync(ExchangeRequest request, HttpResponseMessage response, ZStackClientOptions options, CancellationToken cancellationToken)
    {
        PooledBuffer body = request.Buffers.Response;
        bool isError = (int)response.StatusCode is < 200 or > 299;
        int limit = isError ? ErrorLimit(options) : options.MaxResponseBytes;
        long? stated = response.Content?.Headers.ContentLength;
        if (stated > limit && !isError)
            throw TooLarge(request, response, limit);
        if (response.Content is null)
            return;
#if NET8_0_OR_GREATER
        Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
#else
        using (Stream stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false))
        // On .NET Framework, streams ignore the token while they read; closing the stream ends the read.
        using (cancellationToken.Register(static s => ((IDisposable)s!).Dispose(), stream))
#endif
        {
            // One byte more than stated detects the end without growing the buffer. The cap keeps a large statement from reserving memory.
            int hint = stated is { } length ? (int)Math.Min(length + 1, 1024 * 1024) : 4096;
            while (true)
            {
                int count;
                try
                {
#if NET8_0_OR_GREATER
                    count = await stream.ReadAsync(body.GetMemory(hint), cancellationToken).ConfigureAwait(false);
#else
                    ArraySegment<byte> free = body.Free(hint);
                    count = await stream.ReadAsync(free.Array!, free.Offset, free.Count, cancellationToken).ConfigureAwait(false);
#endif
                }
                catch (Exception e) when (e is InvalidDataException or InvalidOperationException and not ObjectDisposedException)
                {
                    // Thrown by decompressing handlers for a broken response: InvalidDataException by GZip and Deflate, InvalidOperationException by Brotli.
                    throw CallFault.Protocol(request.Api, request.Server, "the response cannot be decompressed: " + e.Message, e, response.StatusCode, request.JobId);
                }

                if (count == 0)
                    return;
                body.Advance(count);
                if (body.Length > limit)
                {
                    if (isError)
                        return;
                    throw TooLarge(request, response, limit);
                }

                hint = 1;
            }
        }
    }

    private static ZStackProtocolException TooLarge(in ExchangeRequest request, HttpResponseMessage response, int limit)
        => CallFault.Protocol(
            request.Api,
            request.Server,
            "the response is larger than ZStackClientOptions.MaxResponseBytes (" + limit.ToString(CultureInfo.InvariantCulture) + ")",
            null,
            response.StatusCode,
            request.JobId);
}
