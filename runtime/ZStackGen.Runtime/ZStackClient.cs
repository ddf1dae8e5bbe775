using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

/// <summary>
/// Calls the APIs of one ZStack cloud. Safe for use by many threads at once; one client for the life of a program is right.
/// It logs in when the first call needs it, and again when the server has forgotten the session.
/// </summary>
public sealed partial class ZStackClient : IAsyncDisposable, IDisposable
{
    private static readonly TimeSpan s_logOutTime = TimeSpan.FromSeconds(5);

    private readonly ZStackClientOptions _options;
    private readonly HttpClient _http;
    private readonly bool _ownsHttp;
    private readonly ServerNodes _nodes;
    private readonly HttpExchange _exchange;
    private readonly ServerZone _zone;
    private readonly ResponseReader _answers;
    private readonly SecretRedactor _mask = new();
    private readonly CallBuffers.Pool _buffers = new();
    private readonly SessionSource? _sessions;
    private readonly AuthTicket? _fixedTicket;
    private int _disposed;

    /// <summary>Makes a client.</summary>
    /// <param name="baseAddress">The server, such as <c>http://mn.example:8080</c>.</param>
    /// <param name="credential">With what it authenticates.</param>
    /// <exception cref="ArgumentException">The address is not one; the message says why.</exception>
    public ZStackClient(string baseAddress, ZStackCredential credential)
        : this(new ZStackClientOptions { BaseAddress = baseAddress, Credential = credential ?? throw new ArgumentNullException(nameof(credential)) })
    {
    }

    /// <summary>Makes a client.</summary>
    /// <param name="options">How it works.</param>
    /// <exception cref="ArgumentException">An option is wrong; the message says which and why.</exception>
    public ZStackClient(ZStackClientOptions options)
        : this(options, (HttpClient?)null)
    {
    }

    /// <summary>Makes a client that sends by the HttpClient of somebody else, such as one of an IHttpClientFactory.</summary>
    /// <param name="httpClient">
    /// Sends the requests; it is not disposed. Its handler should not follow redirects, and its Timeout should be above
    /// <see cref="ZStackClientOptions.RequestTimeout"/>.
    /// </param>
    /// <param name="options">How it works.</param>
    /// <exception cref="ArgumentException">An option is wrong; the message says which and why.</exception>
    public ZStackClient(HttpClient httpClient, ZStackClientOptions options)
        : this(options, httpClient ?? throw new ArgumentNullException(nameof(httpClient)))
    {
    }

    private ZStackClient(ZStackClientOptions options, HttpClient? httpClient)
    {
        if (options is null)
            throw new ArgumentNullException(nameof(options));
        options.Validate();
        _options = options.Clone();
        _nodes = ServerNodes.Parse(_options);
        _ownsHttp = httpClient is null;
        // The client has its own time limits; HttpClient's would cut them.
        _http = httpClient ?? new HttpClient(_options.HandlerFactory?.Invoke() ?? DefaultHandler.Create(_options), disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
        _exchange = new HttpExchange(_http, _options);
        _zone = new ServerZone(_options.ServerTimeZone, _options.TimeProvider, FindZoneAsync);
        _answers = new ResponseReader(_zone, _mask);
        MaskOptions();
        switch (_options.Credential)
        {
            case LoginCredential login:
                foreach (string secret in login.Action.Sent)
                    _mask.Add(secret, lasting: true);
                _sessions = new SessionSource(token => LogInAsync(login.Action, token), _options.TimeProvider);
                break;
            case SessionCredential session:
                _mask.Add(session.Ticket.SessionId!, lasting: true);
                _fixedTicket = session.Ticket;
                break;
            case AccessKeyCredential key:
                _mask.HidesSignatures = true;
                _fixedTicket = new AuthTicket(key.Signer(new AccessKeyClock(_zone, _options.ServerTimeZone is not null, _options.TimeProvider, SkewAsync)));
                break;
        }
    }

    // What else goes over the wire and is nobody's business: a token in the webhook's address, the password of a proxy.
    private void MaskOptions()
    {
        if (_options.WebhookAddress is { } webhook)
        {
            var address = new Uri(webhook);
            _mask.Add(address.UserInfo, lasting: true);
            _mask.Add(address.Query.TrimStart('?'), lasting: true);
        }

        if (_options.Proxy?.Credentials is { } credentials && _options.Proxy.GetProxy(Server.Uri) is { } proxy
            && credentials.GetCredential(proxy, "Basic") is { } login)
        {
            _mask.Add(login.Password, lasting: true);
            _mask.Add(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(login.UserName + ":" + login.Password)), lasting: true);
        }
    }

    /// <summary>The base of all URLs, such as <c>http://mn.example:8080/zstack</c>; of several management nodes the one in use now.</summary>
    public Uri BaseAddress => new(Server.Base);

    internal ZStackClientOptions Options => _options;

    internal ServerAddress Server => _nodes.Current.Address;

    /// <summary>Logs in now rather than with the first call, and so checks the credential.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>A task that ends when there is a session.</returns>
    /// <exception cref="ZStackAuthenticationException">The credential is wrong.</exception>
    /// <exception cref="ZStackException">There was no answer, or none that can be understood.</exception>
    /// <exception cref="ZStackCanceledException">Waiting was stopped.</exception>
    public async Task LogInAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        if (_sessions is not null)
            await OpenAsync(((LoginCredential)_options.Credential!).Action.Api, _sessions.GetAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Closes the sessions that the client opened, as far as the server can be reached, and the client itself. Calls under way over its own
    /// connections end in an <see cref="ObjectDisposedException"/>.
    /// </summary>
    /// <returns>A task that ends when all is closed.</returns>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        _zone.Close();
        AuthTicket? session = _sessions?.Close();
        if (session?.SessionId is { } id && _options.LogOutOnDispose)
            await LogOutAsync(id).ConfigureAwait(false);
        DisposeParts();
    }

    /// <summary>Closes the client without closing its session, which then ends by itself. Prefer <see cref="DisposeAsync"/>.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        _zone.Close();
        _sessions?.Close();
        DisposeParts();
    }

    private void DisposeParts()
    {
        _sessions?.Dispose();
        _zone.Dispose();
        if (!_ownsHttp)
            return;
        _exchange.Close();
        _http.Dispose();
    }

    private void ThrowIfDisposed()
    {
        if (Volatile.Read(ref _disposed) != 0)
            throw new ObjectDisposedException(nameof(ZStackClient));
    }

    private async Task<LoginResult> LogInAsync(LoginAction action, CancellationToken cancellationToken)
    {
        try
        {
            LoginResult result = await OpenSessionAsync(action, cancellationToken).ConfigureAwait(false);
            _options.Observer?.LoggedIn(new ZStackClientEvent(action.Api, Server));
            return result;
        }
        catch (ZStackException e)
        {
            _options.Observer?.LogInFailed(new ZStackClientEvent(action.Api, Server) { Error = e is ZStackApiException { Error.Code: { } code } ? code : e.GetType().Name, Fault = e });
            throw;
        }
    }

    private async Task<LoginResult> OpenSessionAsync(LoginAction action, CancellationToken cancellationToken)
    {
        Submission login;
        try
        {
            login = await SendAsync(action, null, null, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (Volatile.Read(ref _disposed) != 0)
        {
            throw new ObjectDisposedException(nameof(ZStackClient));
        }

        CallOutcome result = login.Result ?? await JobOf(action, login).WaitAsync(null, true, cancellationToken).ConfigureAwait(false);
        var value = (LoginResult)result.GetValueOrThrow();
        if (string.IsNullOrWhiteSpace(value.Session?.Uuid))
            throw CallFault.Protocol(action.Api, Server, "the answer has no session at $.inventory.uuid", null, System.Net.HttpStatusCode.OK, null);
        _mask.Add(value.Session!.Uuid!, lasting: false);
        return value;
    }

    // Best effort: the session ends by itself if this does not reach the server.
    private async Task LogOutAsync(string sessionId)
    {
        using var timeout = new CancellationTokenSource();
        using ITimer timer = Waiting.CancelAfter(timeout, s_logOutTime, _options.TimeProvider);
        try
        {
            await SendAsync(new LogOutAction(sessionId), null, null, timeout.Token).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // closing does not fail, whatever a handler throws
        catch (Exception)
        {
            // Nobody is left who could do anything about it.
        }
#pragma warning restore CA1031
    }
}
