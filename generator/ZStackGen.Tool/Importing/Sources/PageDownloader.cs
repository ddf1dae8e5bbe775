using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;

namespace ZStackGen.Tool.Importing.Sources;

/// <summary>Downloads single pages within limits of size and time, and only from the origin that the user named.</summary>
internal sealed class PageDownloader : IDisposable
{
    private const int MostRedirects = 5;
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(60);

    private readonly HttpClient _client;
    private readonly ImportLimits _limits;
    private long _downloaded;

    /// <summary>Initializes a new instance of the <see cref="PageDownloader"/> class.</summary>
    /// <param name="limits">The limits of the import.</param>
    public PageDownloader(ImportLimits limits)
    {
        _limits = limits;
        // This class follows redirects itself because it knows the allowed origin.
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.All, ConnectTimeout = TimeSpan.FromSeconds(15) };
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("zstackgen", null));
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html, application/xhtml+xml, text/markdown, text/plain, */*;q=0.1");
    }

    /// <summary>Downloads a page.</summary>
    /// <param name="site">The part of the site that may be read.</param>
    /// <param name="address">The address of the page.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The page.</returns>
    /// <exception cref="PageNotDownloadedException">The page cannot be downloaded; the message states the reason.</exception>
    public async Task<DownloadedPage> DownloadAsync(PageAddress site, Uri address, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(s_timeout);
        try
        {
            Uri current = address;
            for (int redirects = 0; ; redirects++)
            {
                using HttpResponseMessage response = await _client.GetAsync(current, HttpCompletionOption.ResponseHeadersRead, deadline.Token).ConfigureAwait(false);
                if ((int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } location)
                {
                    current = Redirect(site, address, current, location, redirects);
                    continue;
                }

                if (!response.IsSuccessStatusCode)
                    throw new PageNotDownloadedException($"{address}: the server responded with {(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd());
                if (response.Content.Headers.ContentType?.MediaType is { } type && !IsText(type))
                    throw new PageNotDownloadedException($"{address}: the server sent {type}, which is not a page");
                byte[] content = await ReadAsync(address, response.Content, deadline.Token).ConfigureAwait(false);
                return new DownloadedPage(current, content, response.Content.Headers.ContentType?.CharSet);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new PageNotDownloadedException($"{address}: the download did not finish within {s_timeout.TotalSeconds:0} s");
        }
        // For a broken response, the decompression throws InvalidDataException (gzip) or InvalidOperationException (Brotli).
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException or InvalidOperationException)
        {
            throw new PageNotDownloadedException($"{address}: {(e.InnerException ?? e).Message}");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private static Uri Redirect(PageAddress site, Uri address, Uri current, Uri location, int redirects)
    {
        if (!Uri.TryCreate(current, location, out Uri? target))
            throw new PageNotDownloadedException($"{address}: the server redirects to an invalid address");
        if (!site.IsSameOrigin(target))
        {
            string origin = target.GetLeftPart(UriPartial.Authority);
            throw new PageNotDownloadedException(
                $"{address}: the server redirects to {origin}, outside of {site.Address.GetLeftPart(UriPartial.Authority)}; specify the new address to import from there");
        }

        return redirects < MostRedirects ? target : throw new PageNotDownloadedException($"{address}: the server redirected more than {MostRedirects} times");
    }

    private static bool IsText(string type) =>
        type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) || type.Equals("application/xhtml+xml", StringComparison.OrdinalIgnoreCase)
        || type.Equals("application/octet-stream", StringComparison.OrdinalIgnoreCase);

    private async Task<byte[]> ReadAsync(Uri address, HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > _limits.MostBytes)
            throw TooLarge(address, ImportLimits.SizeText(content.Headers.ContentLength.Value));
        using Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > _limits.MostBytes)
                throw TooLarge(address, $"more than {_limits.Size}");
            if (Interlocked.Add(ref _downloaded, read) > ImportLimits.MostDownloaded)
                throw new ToolException($"the pages exceed the total limit of {ImportLimits.SizeText(ImportLimits.MostDownloaded)}; import a part of the site");
        }

        return bytes.ToArray();
    }

    private PageNotDownloadedException TooLarge(Uri address, string size) =>
        new($"{address}: the page has {size}, which exceeds the limit of {_limits.Size}; increase --max-size");
}
