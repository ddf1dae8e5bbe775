using System;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Finds the credential of a call: the session of the action, the fixed credential of the client, or a session that is opened on first use.
internal sealed class Authenticator(SessionSource? sessions, AuthTicket? fixedTicket)
{
    // The credential that is available without a login, for calls that need no session.
    public AuthTicket? Present => fixedTicket ?? sessions?.Current;

    public ValueTask<AuthTicket?> GetAsync(ZStackAction action, CancellationToken cancellationToken)
    {
        if (action.SessionId is { Length: > 0 } session)
        {
            if (!WireText.IsHeaderWord(session))
                throw new ArgumentException($"API {action.Api.Name}: SessionId contains white space or a non-ASCII character.", nameof(action));
            return new ValueTask<AuthTicket?>(new AuthTicket(session) { IsFromCaller = true });
        }

        if (!action.Api.RequiresSession || fixedTicket is not null)
            return new ValueTask<AuthTicket?>(Present);
        if (sessions is null)
            throw new InvalidOperationException($"API {action.Api.Name} requires a session, but the client has no credential. Set ZStackClientOptions.Credential or the action's SessionId.");
        ValueTask<AuthTicket> opening = sessions.GetAsync(cancellationToken);
        return opening.IsCompletedSuccessfully ? new ValueTask<AuthTicket?>(opening.Result) : OpenAsync(opening);
    }

    // Called when the server no longer knows the session.
    public void Forget(AuthTicket ticket) => sessions?.Forget(ticket);

    // The client replaces only sessions that it opened; a session from the caller belongs to the caller.
    public bool CanOpenAnother(AuthTicket? ticket) => sessions is not null && ticket is { IsOpenedByClient: true };

    private static async ValueTask<AuthTicket?> OpenAsync(ValueTask<AuthTicket> opening) => await opening.ConfigureAwait(false);
}
