using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

/// <summary>
/// Calls the APIs of one ZStack cloud. All members are thread-safe; create one client and use it for the lifetime of the program. The client
/// logs in when the first call needs a session, and again when the server no longer knows the session.
/// </summary>
public sealed class ZStackClient : IZStackClient, IAsyncDisposable, IDisposable
{
    private readonly ClientParts _parts;

    /// <summary>Initializes a new instance of the <see cref="ZStackClient"/> class.</summary>
    /// <param name="baseAddress">The address of the server, such as <c>http://mn.example:8080</c>.</param>
    /// <param name="credential">The credential used to authenticate.</param>
    /// <exception cref="ArgumentException">The address is invalid; the message states the reason.</exception>
    public ZStackClient(string baseAddress, ZStackCredential credential)
        : this(new ZStackClientOptions { BaseAddress = baseAddress, Credential = credential ?? throw new ArgumentNullException(nameof(credential)) })
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackClient"/> class with options.</summary>
    /// <param name="options">The options. Later changes have no effect.</param>
    /// <exception cref="ArgumentException">An option is invalid; the message names the option and the reason.</exception>
    public ZStackClient(ZStackClientOptions options)
        => _parts = new ClientParts(options, null);

    /// <summary>
    /// Initializes a new instance of the <see cref="ZStackClient"/> class that sends requests with the specified handler, such as a handler of an
    /// <c>IHttpMessageHandlerFactory</c>. The client does not dispose the handler.
    /// </summary>
    /// <remarks>
    /// An HttpClient is not accepted, because it does not show whether its handler follows redirects. A redirect would send the credential
    /// to another server.
    /// </remarks>
    /// <param name="handler">The handler. Neither it nor an inner handler may follow redirects.</param>
    /// <param name="options">The options. Later changes have no effect.</param>
    /// <exception cref="ArgumentException">An option is invalid, or a handler follows redirects; the message states the reason.</exception>
    public ZStackClient(HttpMessageHandler handler, ZStackClientOptions options)
        => _parts = new ClientParts(options, handler ?? throw new ArgumentNullException(nameof(handler)));

    /// <inheritdoc/>
    public Uri BaseAddress => new(Context.Server.Base);

    /// <inheritdoc/>
    public ZStackVersion? ServerVersion => Context.Versions.Of(Context.Server);

    /// <inheritdoc/>
    public ZStackServerTimeZone? ServerTimeZone => Context.Zone.Known ?? Context.Zone.Fallback;

    private ClientContext Context => _parts.Context;

    private IApiInvoker Invoker => _parts.Invoker;

    /// <inheritdoc/>
    public async Task<T> CallAsync<T>(ZStackAction<T> action, ZStackCallOptions? options, CancellationToken cancellationToken = default)
        where T : ZStackResult
        => (T)(await Invoker.InvokeAsync(action, options, cancellationToken).ConfigureAwait(false)).GetValueOrThrow();

    /// <inheritdoc/>
    public async Task<ZStackApiResult<T>> TryCallAsync<T>(ZStackAction<T> action, ZStackCallOptions? options, CancellationToken cancellationToken = default)
        where T : ZStackResult
        => new(await Invoker.InvokeAsync(action, options, cancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public async Task<ZStackJob<T>> StartAsync<T>(ZStackAction<T> action, ZStackCallOptions? options, CancellationToken cancellationToken = default)
        where T : ZStackResult
        => new(await JobFactory.StartAsync(Invoker, Context, action, options, cancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public Task DryRunAsync<T>(ZStackAction<T> action, CancellationToken cancellationToken = default)
        where T : ZStackResult
        => JobFactory.DryRunAsync(Invoker, action, cancellationToken);

    /// <inheritdoc/>
    public ZStackJob<T> ResumeJob<T>(string jobId)
        where T : ZStackResult, new()
        => new(JobFactory.Resume<T>(Invoker, Context, jobId));

    /// <inheritdoc/>
    public Task<ZStackLongJob<T>> SubmitLongJobAsync<T>(ZStackAction<T> action, ZStackLongJobOptions? options, CancellationToken cancellationToken = default)
        where T : ZStackResult
        => LongJobs.SubmitAsync(Invoker, Context, action, options, cancellationToken);

    /// <inheritdoc/>
    public ZStackLongJob<T> ResumeLongJob<T>(string uuid)
        where T : ZStackResult, new()
        => LongJobs.Resume<T>(Invoker, Context, uuid);

    /// <inheritdoc/>
    public ZStackPageable<T> Query<T>(ZStackQuery<T> query, CancellationToken cancellationToken = default)
        where T : ZStackStructure
        => new QueryRun<T>(Invoker, Context, query, cancellationToken);

    /// <inheritdoc/>
    public Task<T?> GetAsync<T>(ZStackQuery<T> query, string uuid, CancellationToken cancellationToken = default)
        where T : ZStackStructure
        => new QueryRun<T>(Invoker, Context, query, cancellationToken).FindAsync(uuid);

    /// <inheritdoc/>
    public Task<ZqlResult> QueryZqlAsync(ZqlStatement statement, CancellationToken cancellationToken = default)
        => new ZqlRun(Invoker, Context).RunAsync(statement, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ZqlResult>> QueryZqlAsync(IReadOnlyList<ZqlStatement> statements, CancellationToken cancellationToken = default)
        => new ZqlRun(Invoker, Context).RunAsync(statements, cancellationToken);

    /// <inheritdoc/>
    public Task LogInAsync(CancellationToken cancellationToken = default) => _parts.LogInAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<ZStackVersion> GetServerVersionAsync(CancellationToken cancellationToken = default)
        => new ServerProbe(Invoker, Context).LearnVersionAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<ZStackApiSet> GetSupportedApisAsync(CancellationToken cancellationToken = default)
        => new ServerProbe(Invoker, Context).GetApisAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task<ZStackServerTimeZone> LearnServerTimeZoneAsync(CancellationToken cancellationToken = default)
    {
        Context.Lifetime.ThrowIfClosed();
        return await Context.LearnZoneAsync(GetPlatformTimeZoneAction.Descriptor, null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Logs out of the session that the client opened, if the server can be reached, and closes the client. Pending operations throw an
    /// <see cref="ObjectDisposedException"/>.
    /// </summary>
    /// <returns>A task that completes when the client is closed.</returns>
    public ValueTask DisposeAsync() => _parts.DisposeAsync();

    /// <summary>Closes the client without logging out; the session expires on the server. Prefer <see cref="DisposeAsync"/>.</summary>
    public void Dispose() => _parts.Dispose();
}
