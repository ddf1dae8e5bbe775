using System;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Finds the credential of a call: the call's own session, the client's fixed one, or a session that is opened when it is first needed.
internal sealed class Authenticator(SessionSource? sessions, AuthTicket? fixedTicket)
{
    // For calls that need no session: what there is without asking for it.
    public AuthTicket? Present => fixedTicket ?? sessions?.Current;

    public ValueTask<AuthTicket?> GetAsync(ZStackAction action, CancellationToken cancellationToken)
    {
        if (action.SessionId is { Length: > 0 } session)
        {
            if (!WireText.IsHeaderWord(session))
                throw new ArgumentException($"API {action.Api.Name}: SessionId has white space in it, or a character other than ASCII's.", nameof(action));
            return new ValueTask<AuthTicket?>(new AuthTicket(session) { IsOfCall = true });
        }

        if (!action.Api.RequiresSession || fixedTicket is not null)
            return new ValueTask<AuthTicket?>(Present);
        if (sessions is null)
            throw new InvalidOperationException($"API {action.Api.Name} needs a session, but the client has no credential. Set ZStackClientOptions.Credential or the action's SessionId.");
        ValueTask<AuthTicket> opening = sessions.GetAsync(cancellationToken);
        return opening.IsCompletedSuccessfully ? new ValueTask<AuthTicket?>(opening.Result) : OpenAsync(opening);
    }

    // The server does not know the session any more.
    public void Forget(AuthTicket ticket) => sessions?.Forget(ticket);

    // Only for sessions that the client itself opened: the session of a call is its caller's.
    public bool CanOpenAnother(AuthTicket? ticket) => sessions is not null && ticket is { IsOurs: true };

    private static async ValueTask<AuthTicket?> OpenAsync(ValueTask<AuthTicket> opening) => await opening.ConfigureAwait(false);
}
