using System;
using System.Net.Http;
using System.Threading.Tasks;

namespace ZStack;

// Creates and disposes the components of a client.
internal sealed class ClientParts : IDisposable, IAsyncDisposable
{
    private static readonly TimeSpan s_logOutTime = TimeSpan.FromSeconds(5);

    private readonly HttpExchange _exchange;
    private readonly SessionOpener _opener;
    private readonly SessionSource? _sessions;
    private readonly LoginAction? _login;
    private readonly CredentialCheck? _check;

    // Validate everything before the handler is created. If the handler is refused, dispose it only if the client owns it.
    public ClientParts(ZStackClientOptions options, HttpMessageHandler? handler)
    {
        if (options is null)
            throw new ArgumentNullException(nameof(options));
        options.Validate();
        Context = new ClientContext(options.Clone());
        options = Context.Options;
        SentSecrets.AddOptions(Context);
        bool isOwn = handler is null;
        handler ??= options.HandlerFactory is { } factory
            ? factory() ?? throw new ArgumentException("ZStackClientOptions.HandlerFactory returned null.")
            : options.CreateHandler();
        try
        {
            HandlerChain.RequireNoRedirects(handler);
            HandlerChain.Guard(handler);
            _exchange = new HttpExchange(handler, isOwn, options, Context.Redactor);
        }
        catch when (isOwn)
        {
            handler.Dispose();
            throw;
        }

        var exchange = new ObservedExchange(Context, _exchange);
        var skews = new SkewFinder(Context, exchange);
        AuthTicket? fixedTicket = null;
        switch (options.Credential)
        {
            case LoginCredential login:
                _login = login.Action;
                _sessions = new SessionSource(token => _opener!.LogInAsync(login.Action, token), id => _opener!.LogOutAsync(id), options.TimeProvider, Context.Lifetime);
                break;
            case SessionCredential session:
                fixedTicket = session.Ticket;
                break;
            case AccessKeyCredential key:
                fixedTicket = new AuthTicket(key.Signer(new AccessKeyClock(Context.Zone, options.ServerTimeZone is not null, options.TimeProvider, skews.FindAsync)));
                break;
        }

        var authenticator = new Authenticator(_sessions, fixedTicket);
        Invoker = new ApiInvoker(Context, authenticator, new CallPipeline(Context, authenticator, exchange));
        _opener = new SessionOpener(Invoker, Context);
        // Without a credential, the check fails as every call does that requires a session.
        _check = options.Credential is LoginCredential ? null : new CredentialCheck(Invoker, Context);
        Context.Versions.Finder = new ServerProbe(Invoker, Context).FindVersionAsync;
        Context.Zone.Finder = new ZoneFinder(Invoker, Context, _sessions, skews).FindAsync;
    }

    public ClientContext Context { get; }

    public IApiInvoker Invoker { get; }

    // Opens a session if the credential is a login, and checks any other credential by a call.
    public async Task LogInAsync(System.Threading.CancellationToken cancellationToken)
    {
        Context.Lifetime.ThrowIfClosed();
        if (_check is not null)
            await _check.RunAsync(cancellationToken).ConfigureAwait(false);
        if (_sessions is null)
            return;
        try
        {
            await _sessions.GetAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw CallFault.Canceled(_login!.Api, Context.Server, e, null, false, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!Context.Lifetime.Close())
            return;
        Context.Lifetime.End();
        Context.Zone.Close();
        if (_sessions is not null)
        {
            AuthTicket? session = await _sessions.CloseAsync(Context.Options.LogOutOnDispose ? s_logOutTime : TimeSpan.Zero).ConfigureAwait(false);
            if (session?.SessionId is { } id && Context.Options.LogOutOnDispose)
                await _opener.LogOutAsync(id).ConfigureAwait(false);
        }

        DisposeParts();
    }

    // Closes the client without logging out.
    public void Dispose()
    {
        if (!Context.Lifetime.Close())
            return;
        Context.Lifetime.End();
        Context.Zone.Close();
        _sessions?.Close();
        DisposeParts();
    }

    private void DisposeParts()
    {
        _sessions?.Dispose();
        Context.Zone.Dispose();
        _exchange.Dispose();
        Context.Lifetime.Dispose();
    }
}
