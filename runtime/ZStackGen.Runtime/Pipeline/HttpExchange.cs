using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Sends one request and reads its whole response within a timeout. Every failure is reported as a typed exception.
internal sealed class HttpExchange : IExchange, IDisposable
{
    // A poll only reads a table on the server. A node that does not respond within this time is down, and another node can be polled.
    private static readonly TimeSpan s_pollTimeout = TimeSpan.FromSeconds(90);

    // The margin lets the server's own timeout elapse first, because its error is more specific.
    private static readonly TimeSpan s_serverMargin = TimeSpan.FromMinutes(1);

    private readonly HttpMessageInvoker _http;
    private readonly HttpMessageHandler _handler;
    private readonly ZStackClientOptions _options;
    private readonly bool _propagatesSpan;
    private readonly SecretRedactor _redactor;
    private readonly CancellationTokenSource _closing = new();
    private readonly CancellationToken _stop;

    public HttpExchange(HttpMessageHandler handler, bool disposeHandler, ZStackClientOptions options, SecretRedactor redactor)
    {
        _redactor = redactor;
        _propagatesSpan = !HandlerChain.PropagatesSpans(handler);
        _handler = handler;
        // An HttpClient would only add its own timeout.
        _http = new HttpMessageInvoker(handler, disposeHandler);
        _options = options;
        // The token stays usable after its source is disposed.
        _stop = _closing.Token;
    }

    // Cancels pending requests.
    public void Dispose()
    {
        _closing.Cancel();
        _http.Dispose();
        _closing.Dispose();
    }

    public async ValueTask<RawResponse> SendAsync(ExchangeRequest request, CancellationToken cancellationToken)
    {
        CallBuffers buffers = request.Buffers;
        buffers.Response.Clear();
        RequestContent? content = request.HasBody ? new RequestContent(buffers.Body.Segment) : null;
        using GuardedRequest message = RequestMessage.Create(request, content, _options, _propagatesSpan);
        using CancellationTokenSource source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stop);
        TimeSpan allowed = Allowed(request);
        using ITimer? timer = Start(source, allowed);
        bool isComplete = false;
        try
        {
            using HttpResponseMessage response = await _http.SendAsync(message, source.Token).ConfigureAwait(false)
                ?? throw new InvalidOperationException("The HttpMessageHandler of the client returned no response. If it is a fake, set up a response for " + request.Method + " " + request.Template + ".");
            if (allowed < _options.RequestTimeout)
                Extend(source, timer, allowed = _options.RequestTimeout);
            // A handler that follows a redirect changes the request, so both addresses are compared with the intended server.
            if (!message.HasIntendedOrigin)
                throw Followed(request, message.RequestUri, response.StatusCode, null);
            if (response.RequestMessage?.RequestUri is { } answered && !request.Server.IsSameOrigin(answered))
                throw Followed(request, answered, response.StatusCode, null);
            await ResponseBody.ReadAsync(request, response, _options, source.Token).ConfigureAwait(false);
            isComplete = true;
            return new RawResponse(request.Server, response.StatusCode, response.ReasonPhrase, buffers, RedirectOrigin(response))
            {
                SessionId = request.Ticket?.SessionId,
                Headers = response.Headers,
                RetryAfter = (int)response.StatusCode >= 400 ? RetryAfter(response.Headers.RetryAfter) : null,
                // Only a request that is refused because of its date needs the server's date.
                Date = response.StatusCode == HttpStatusCode.Forbidden ? response.Headers.Date : null,
            };
        }
        catch (OperationCanceledException e)
        {
            ThrowIfStopped(request, e, cancellationToken);
            if (!source.IsCancellationRequested && content is not { WasSent: true } && IsConnectTimeout(e))
                throw CallFault.Transport(request.Api, request.Server, e, request.JobId, Redaction(request));
            throw CallFault.Timeout(request.Api, request.Server, Redaction(request).Of(e), allowed, source.IsCancellationRequested ? Limit(allowed) : null, request.JobId);
        }
        catch (Exception e) when (IsRedirectFollowed(e))
        {
            throw Followed(request, message.RequestUri, null, e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or WebException or SocketException or AuthenticationException or ObjectDisposedException)
        {
            // Some handlers report a cancellation as a broken connection.
            ThrowIfStopped(request, e, cancellationToken);
            if (source.IsCancellationRequested)
                throw CallFault.Timeout(request.Api, request.Server, Redaction(request).Of(e), allowed, Limit(allowed), request.JobId);
            if (e is ObjectDisposedException disposed && HandlerChain.IsDisposed(disposed, _handler))
                throw CallFault.HandlerDisposed(request.Api, request.Server, request.JobId);
            throw CallFault.Transport(request.Api, request.Server, e, request.JobId, Redaction(request));
        }
        catch (Exception e) when (e is TimeoutException || e is not (SystemException or ZStackException))
        {
            // For example, a rate limiter or a circuit breaker. Exceptions of the framework indicate programming errors and are not wrapped.
            throw CallFault.Handler(request.Api, request.Server, e, request.JobId, Redaction(request));
        }
        finally
        {
            if (!isComplete)
                buffers.Abandon();
            else if (content is { IsInUse: true })
                buffers.BodyMayBeInUse = true;
        }
    }

    // Throws if the caller canceled or the client was closed.
    private void ThrowIfStopped(in ExchangeRequest request, Exception cause, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            throw CallFault.Canceled(request.Api, request.Server, cause, request.JobId, request.JobAccepted, cancellationToken);
        if (_stop.IsCancellationRequested)
            throw CallFault.Disposed(request.Api, request.Server, request.JobId);
    }

    private FaultRedaction Redaction(in ExchangeRequest request) => new(_redactor, request.Buffers.Secrets(request.Ticket?.SessionId));

    // A date in the past, for example because the clocks differ, asks for no delay.
    private TimeSpan? RetryAfter(System.Net.Http.Headers.RetryConditionHeaderValue? header)
        => (header?.Delta ?? header?.Date - _options.TimeProvider.GetUtcNow()) is not { } delay ? null
            : delay > TimeSpan.Zero ? delay : TimeSpan.Zero;

    // The timeout until the response begins.
    private TimeSpan Allowed(in ExchangeRequest request)
    {
        TimeSpan usual = _options.RequestTimeout;
        if (request.JobAccepted)
            return usual < s_pollTimeout ? usual : s_pollTimeout;
        // The server accepts an asynchronous call at once, and a query ignores the header (PROTOCOL.md §3.1).
        if (request.Options?.Timeout is not { } work || (request.Api.Traits & (ApiTraits.Asynchronous | ApiTraits.Query)) != 0)
            return usual;
        work = Waiting.MaxDelay - work > s_serverMargin ? work + s_serverMargin : Waiting.MaxDelay;
        return work > usual ? work : usual;
    }

    private string Limit(TimeSpan allowed)
        => allowed == _options.RequestTimeout ? nameof(ZStackClientOptions.RequestTimeout)
            : allowed < _options.RequestTimeout ? "the timeout of a poll" : "ZStackCallOptions.Timeout plus 1 minute";

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

    private static string? RedirectOrigin(HttpResponseMessage response)
    {
        if ((int)response.StatusCode is < 300 or > 399)
            return null;
        Uri? location = response.Headers.Location;
        return location is null ? "an unknown address" : location.IsAbsoluteUri ? Origin(location) : "another path";
    }

    // The connect timeout of SocketsHttpHandler, for example of a node that is switched off. Its exception has the token of the connection attempt,
    // which is canceled. HttpClient's own timeout has a cancellation as its cause, and the timeouts of other handlers usually have no token.
    private static bool IsConnectTimeout(OperationCanceledException fault)
        => fault.InnerException is TimeoutException { InnerException: not OperationCanceledException } && fault.CancellationToken.IsCancellationRequested;

    private ZStackProtocolException Followed(in ExchangeRequest request, Uri? target, HttpStatusCode? status, Exception? cause)
        => CallFault.Protocol(request.Api, request.Server, "a handler followed a redirect to " + (target is null ? "another server" : Redaction(request).Of(Origin(target))) + "; its response was discarded. Disable redirects in the handler", cause is null ? null : Redaction(request).Of(cause), status, request.JobId);

    private static bool IsRedirectFollowed(Exception fault)
    {
        for (Exception? e = fault; e is not null; e = e.InnerException)
        {
            if (e is RedirectFollowedException)
                return true;
        }

        return false;
    }

    private static string Origin(Uri uri) => uri.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
}
