using System;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Adds the credential to a call, and logs in once more if the server no longer knows the session.
internal sealed class AuthenticationStage(ClientContext context, Authenticator authenticator, ICallStage next) : ICallStage
{
    public const string SessionLost = "ID.1001";

    public async ValueTask<Submission> RunAsync(CallRequest call, CancellationToken cancellationToken)
    {
        AuthTicket? ticket = await TicketAsync(call, cancellationToken).ConfigureAwait(false);
        Submission submission = await next.RunAsync(call with { Ticket = ticket }, cancellationToken).ConfigureAwait(false);
        if (submission.Response?.Error?.Code != SessionLost || ticket is null)
            return submission;
        authenticator.Forget(ticket);
        if (!authenticator.CanOpenAnother(ticket))
            return submission;
        context.Observer.SessionLost(new ZStackClientEvent(call.Api, submission.Response.Node));
        ticket = await TicketAsync(call, cancellationToken).ConfigureAwait(false);
        return await next.RunAsync(call with { Ticket = ticket }, cancellationToken).ConfigureAwait(false);
    }

    private ValueTask<AuthTicket?> TicketAsync(in CallRequest call, CancellationToken cancellationToken)
    {
        ValueTask<AuthTicket?> finding = authenticator.GetAsync(call.Action, cancellationToken);
        return finding.IsCompletedSuccessfully ? finding : OpenAsync(call.Api, finding, cancellationToken);
    }

    private async ValueTask<AuthTicket?> OpenAsync(ApiDescriptor api, ValueTask<AuthTicket?> opening, CancellationToken cancellationToken)
    {
        try
        {
            return await opening.ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw CallFault.Canceled(api, context.Server, e, null, false, cancellationToken);
        }
    }
}
