using System;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Logs in and out.
internal sealed class SessionOpener(IApiInvoker invoker, ClientContext context)
{
    private static readonly TimeSpan s_logOutTime = TimeSpan.FromSeconds(5);

    public async Task<LoginResult> LogInAsync(LoginAction action, CancellationToken cancellationToken)
    {
        try
        {
            LoginResult result = await OpenAsync(action, cancellationToken).ConfigureAwait(false);
            context.Observer.LoggedIn(new ZStackClientEvent(action.Api, context.Server));
            return result;
        }
        catch (ZStackException e)
        {
            string error = ServerText.Word((e as ZStackApiException)?.Error.Code) ?? e.GetType().Name;
            context.Observer.LogInFailed(new ZStackClientEvent(action.Api, context.Server) { Error = error, Fault = e });
            throw;
        }
    }

    // Best effort: if the request does not reach the server, the session expires.
    public async Task LogOutAsync(string sessionId)
    {
        using var timeout = new CancellationTokenSource();
        using ITimer timer = Waiting.CancelAfter(timeout, s_logOutTime, context.Options.TimeProvider);
        try
        {
            await invoker.SubmitBareAsync(new LogOutAction(sessionId), timeout.Token).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // closing the client must not fail
        catch (Exception)
        {
            // The session expires on the server.
        }
#pragma warning restore CA1031
    }

    private async Task<LoginResult> OpenAsync(LoginAction action, CancellationToken cancellationToken)
    {
        Submission login;
        try
        {
            login = await invoker.SubmitBareAsync(action, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.Lifetime.IsClosed)
        {
            throw new ObjectDisposedException("ZStackClient");
        }

        ZStackResponse response = login.Response
            ?? await JobFactory.Create(invoker, context, action, login).WaitToEndAsync(cancellationToken).ConfigureAwait(false);
        var result = (LoginResult)response.GetValueOrThrow();
        if (string.IsNullOrWhiteSpace(result.Session?.Uuid))
            throw CallFault.Protocol(action.Api, context.Server, "the response has no session at $.inventory.uuid", null, System.Net.HttpStatusCode.OK, null);
        if (!WireText.IsHeaderWord(result.Session!.Uuid!))
            throw CallFault.Protocol(action.Api, context.Server, "the session at $.inventory.uuid contains characters that are not valid in a header", null, System.Net.HttpStatusCode.OK, null);
        context.Redactor.Add(result.Session.Uuid!, lasting: false);
        return result;
    }
}
