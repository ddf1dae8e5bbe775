using System;
using System.Buffers;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using ZStack.Simulation.Responses;

namespace ZStack.Simulation.Requests;

/// <summary>Reads the body of a request up to a limit.</summary>
internal static class RequestBody
{
    /// <summary>The maximum number of bytes without valid credentials, and of a refused body that the log keeps.</summary>
    public const int AnonymousLimit = 65_536;

    /// <summary>Reads the body.</summary>
    /// <exception cref="PlainTextException">The body is longer than <paramref name="limit"/> bytes or not valid UTF-8.</exception>
    public static async Task<string> ReadAsync(HttpRequest request, int limit)
    {
        if (request.Method is "GET" or "HEAD" or "DELETE" && request.ContentLength is null or 0)
            return "";
        // Otherwise, the server reads and discards the rest of a body that is too long.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = limit;
        if (request.ContentLength > limit)
            throw TooLong(limit);
        CancellationToken aborted = request.HttpContext.RequestAborted;
        using var content = new MemoryStream();
        byte[] buffer = ArrayPool<byte>.Shared.Rent(16_384);
        try
        {
            int count;
            while ((count = await request.Body.ReadAsync(buffer, aborted).ConfigureAwait(false)) > 0)
            {
                if (content.Length + count > limit)
                    throw TooLong(limit);
                content.Write(buffer, 0, count);
            }
        }
        catch (BadHttpRequestException refused)
        {
            throw refused.StatusCode == StatusCodes.Status413PayloadTooLarge ? TooLong(limit) : new PlainTextException(refused.StatusCode, refused.Message);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return StrictJson.Decode(content.GetBuffer().AsSpan(0, (int)content.Length));
    }

    private static PlainTextException TooLong(int limit) => new(413, $"the body is longer than {limit} bytes");
}
