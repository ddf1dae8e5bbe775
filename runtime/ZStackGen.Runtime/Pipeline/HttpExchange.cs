using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// One request and its whole answer, within the time allowed. Every fault leaves as a typed exception.
internal sealed class HttpExchange
{
    // A look at a job is a look into a table, so who does not begin to answer for so long is away, and another node can be asked.
    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(90);

    // A synchronous call ends at the server first, and its error tells more than ours.
    private static readonly TimeSpan s_slack = TimeSpan.FromMinutes(1);

    private readonly HttpClient _http;
    private readonly ZStackClientOptions _options;
    private bool _isClosed;

    public HttpExchange(HttpClient http, ZStackClientOptions options)
    {
        _http = http;
        _options = options;
    }

    public ValueTask<RawResponse> SendAsync(ExchangeRequest request, CancellationToken cancellationToken)
        => Telemetry.SeesRequests || _options.Observer is not null ? SendSeenAsync(request, cancellationToken) : SendUnseenAsync(request, cancellationToken);

    // The client's own HttpClient is about to be disposed, which ends what is under way.
    public void Close() => Volatile.Write(ref _isClosed, true);

    private async ValueTask<RawResponse> SendSeenAsync(ExchangeRequest request, CancellationToken cancellationToken)
    {
        _options.Observer?.RequestSending(request.Event);
        using Activity? activity = Telemetry.Request(request);
        long begin = _options.TimeProvider.GetTimestamp();
        HttpStatusCode? status = null;
        Exception? fault = null;
        try
        {
            RawResponse response = await SendUnseenAsync(request, cancellationToken).ConfigureAwait(false);
            status = response.Status;
            return response;
        }
        catch (Exception e)
        {
            fault = e;
            throw;
        }
        finally
        {
            TimeSpan elapsed = _options.TimeProvider.GetElapsedTime(begin);
            Telemetry.Answered(activity, request, elapsed.TotalSeconds, status, fault);
            if (fault is null)
                _options.Observer?.RequestAnswered(request.Event with { Status = status, Elapsed = elapsed });
            else
                _options.Observer?.RequestFailed(request.Event with { Error = fault.GetType().Name, Fault = fault, Elapsed = elapsed });
        }
    }

    private async ValueTask<RawResponse> SendUnseenAsync(ExchangeRequest request, CancellationToken cancellationToken)
    {
        CallBuffers buffers = request.Buffers;
        buffers.Response.Clear();
        RequestContent? content = request.HasBody ? new RequestContent(buffers.Body.Segment) : null;
        using HttpRequestMessage message = Message(request, content);
        using CancellationTokenSource source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        TimeSpan allowed = Allowed(request);
        using ITimer? timer = Start(source, allowed);
        try
        {
            using HttpResponseMessage response = await _http
                .SendAsync(message, HttpCompletionOption.ResponseHeadersRead, source.Token).ConfigureAwait(false);
            if (allowed < _options.RequestTimeout)
                Extend(source, timer, allowed = _options.RequestTimeout);
            Uri? answered = response.RequestMessage?.RequestUri;
            if (answered is not null && !ReferenceEquals(answered, message.RequestUri) && !request.Server.IsSameOrigin(answered))
                throw CallFault.Protocol(request.Api, request.Server, "the HttpClient followed a redirect to " + Origin(answered) + "; turn redirects off in its handler", null, response.StatusCode, request.JobId);
            await ReadAsync(request, response, source.Token).ConfigureAwait(false);
            return new RawResponse(request.Server, response.StatusCode, response.ReasonPhrase, buffers.Response, RedirectOrigin(response))
            {
                SessionId = request.Ticket?.SessionId,
                // Only a refusal for the date's sake needs it.
                Date = response.StatusCode == HttpStatusCode.Forbidden ? response.Headers.Date : null,
            };
        }
        catch (OperationCanceledException e)
        {
            buffers.BodyMayBeInUse = true;
            if (cancellationToken.IsCancellationRequested)
                throw CallFault.Canceled(request.Api, request.Server, e, request.JobId, request.JobAccepted, cancellationToken);
            if (!source.IsCancellationRequested && IsConnectTimeout(e))
                throw CallFault.Transport(request.Api, request.Server, e, request.JobId);
            if (!source.IsCancellationRequested && Volatile.Read(ref _isClosed))
                throw CallFault.Disposed(request.Api, request.Server, request.JobId);
            throw CallFault.Timeout(request.Api, request.Server, e, allowed, source.IsCancellationRequested ? Limit(allowed) : null, request.JobId);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or WebException or ObjectDisposedException)
        {
            buffers.BodyMayBeInUse = true;
            // Some handlers report a cancellation as a broken connection.
            if (cancellationToken.IsCancellationRequested)
                throw CallFault.Canceled(request.Api, request.Server, e, request.JobId, request.JobAccepted, cancellationToken);
            if (source.IsCancellationRequested)
                throw CallFault.Timeout(request.Api, request.Server, e, allowed, Limit(allowed), request.JobId);
            if (Volatile.Read(ref _isClosed))
                throw CallFault.Disposed(request.Api, request.Server, request.JobId);
            throw CallFault.Transport(request.Api, request.Server, e, request.JobId);
        }
        catch (Exception e) when (e is TimeoutException || e is not (SystemException or ZStackException))
        {
            buffers.BodyMayBeInUse = true;
            // Such as a limiter or a circuit breaker; exceptions of the framework's own are mistakes and stay what they are.
            throw CallFault.Handler(request.Api, request.Server, e, request.JobId);
        }
        finally
        {
            if (content is { IsInUse: true })
                buffers.BodyMayBeInUse = true;
        }
    }

    private HttpRequestMessage Message(ExchangeRequest request, RequestContent? content)
    {
        UriText url = request.Buffers.Url;
        string server = request.Server.Base;
#if NET8_0_OR_GREATER
        var uri = new Uri(string.Concat(server, url.Written));
#else
        var uri = new Uri(server + url.ToString());
#endif
        var message = new HttpRequestMessage(request.Method, uri) { Content = content };
        System.Net.Http.Headers.HttpRequestHeaders headers = message.Headers;
        headers.TryAddWithoutValidation("User-Agent", _options.UserAgent);
        request.Ticket?.Apply(headers, request.Method, url, request.Node);
        if (request.SendJobId && request.JobId is { } jobId)
            headers.TryAddWithoutValidation("X-Job-UUID", jobId);
        if (request.Webhook)
            headers.TryAddWithoutValidation("X-Web-Hook", _options.WebhookAddress);
        if (request.Schema)
            headers.TryAddWithoutValidation("X-JSON-Schema", "true");
        if (request.Options is not { } options)
            return message;
        if (options.Timeout is { } timeout && !request.Api.IsQuery)
            headers.TryAddWithoutValidation("X-API-Timeout", ((long)Math.Ceiling(timeout.TotalSeconds)).ToString(CultureInfo.InvariantCulture));
        if (options.ClientIp is { } ip)
            headers.TryAddWithoutValidation("X-Forwarded-For", ip);
        if (options.Headers is { } more)
        {
            foreach (System.Collections.Generic.KeyValuePair<string, string> header in more)
                headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        return message;
    }

    // Until the answer begins.
    private TimeSpan Allowed(in ExchangeRequest request)
    {
        TimeSpan usual = _options.RequestTimeout;
        if (request.JobAccepted)
            return usual < s_look ? usual : s_look;
        // An asynchronous call is answered at once, and a query does not read the header (protocol §3.1).
        if (request.Options?.Timeout is not { } work || (request.Api.Traits & (ApiTraits.Asynchronous | ApiTraits.Query)) != 0)
            return usual;
        work = Waiting.Longest - work > s_slack ? work + s_slack : Waiting.Longest;
        return work > usual ? work : usual;
    }

    private string Limit(TimeSpan allowed)
        => allowed == _options.RequestTimeout ? nameof(ZStackClientOptions.RequestTimeout)
            : allowed < _options.RequestTimeout ? "the time for a look at a job" : "a minute more than ZStackCallOptions.Timeout";

    private ITimer? Start(CancellationTokenSource source, TimeSpan allowed)
    {
        if (ReferenceEquals(_options.TimeProvider, TimeProvider.System))
        {
            source.CancelAfter(allowed);
            return null;
        }

        return Waiting.CancelAfter(source, allowed, _options.TimeProvider);
    }

    private static void Extend(CancellationTokenSource source, ITimer? timer, TimeSpan allowed)
    {
        if (timer is null)
            source.CancelAfter(allowed);
        else
            timer.Change(allowed, Timeout.InfiniteTimeSpan);
    }

    private async ValueTask ReadAsync(ExchangeRequest request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        PooledBuffer body = request.Buffers.Response;
        int limit = _options.MaxResponseBytes;
        long? stated = response.Content?.Headers.ContentLength;
        if (stated > limit)
            throw TooLarge(request, response);
        if (response.Content is null)
            return;
#if NET8_0_OR_GREATER
        Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
#else
        using (Stream stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false))
        // The streams of .NET Framework do not look at the token once they read; closing them ends that.
        using (cancellationToken.Register(static s => ((IDisposable)s!).Dispose(), stream))
#endif
        {
            // One byte more than stated, so that the end shows without growing; never trust a large statement with memory up front.
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
                    // What a handler of somebody else's that unpacks answers says of a broken one: GZip and Deflate the first, Brotli the second.
                    throw CallFault.Protocol(request.Api, request.Server, "the answer cannot be unpacked: " + e.Message, e, response.StatusCode, request.JobId);
                }

                if (count == 0)
                    return;
                body.Advance(count);
                if (body.Length > limit)
                    throw TooLarge(request, response);
                hint = 1;
            }
        }
    }

    private ZStackProtocolException TooLarge(ExchangeRequest request, HttpResponseMessage response)
        => CallFault.Protocol(
            request.Api,
            request.Server,
            "the answer is larger than MaxResponseBytes (" + _options.MaxResponseBytes.ToString(CultureInfo.InvariantCulture) + ")",
            null,
            response.StatusCode,
            request.JobId);

    private static string? RedirectOrigin(HttpResponseMessage response)
    {
        if ((int)response.StatusCode is < 300 or > 399)
            return null;
        Uri? location = response.Headers.Location;
        return location is null ? "an unknown place" : location.IsAbsoluteUri ? Origin(location) : "another path";
    }

    // SocketsHttpHandler.ConnectTimeout, which a node that is switched off runs into. HttpClient's own Timeout has the cancellation as its cause.
    private static bool IsConnectTimeout(OperationCanceledException fault)
        => fault.InnerException is TimeoutException { InnerException: not OperationCanceledException };

    private static string Origin(Uri uri) => uri.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
}
