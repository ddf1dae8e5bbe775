using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Assigns the id of the job to a call, and registers for the job's callback if the server is asked for one.
internal sealed class JobIdStage(ClientContext context, ICallStage next) : ICallStage
{
    public ValueTask<Submission> RunAsync(CallRequest call, CancellationToken cancellationToken)
    {
        string? jobId = call.Api.Method == "GET" ? null : call.Options?.JobId ?? call.Buffers.JobIds.Next();
        // A synchronous call has no job, and the server ignores the header (PROTOCOL.md §3.1).
        return context.Options.WebhookReceiver is { } receiver && (call.Api.Traits & ApiTraits.Asynchronous) != 0
            ? ListenAsync(receiver, call with { JobId = jobId, Webhook = true }, cancellationToken)
            : next.RunAsync(call with { JobId = jobId }, cancellationToken);
    }

    // Registers before the call is sent, so that no callback is missed. The owner of the submission releases the mailbox.
    private async ValueTask<Submission> ListenAsync(ZStackWebhookReceiver receiver, CallRequest call, CancellationToken cancellationToken)
    {
        JobMailbox? mailbox = call.JobId is null ? null : receiver.Hold(call.JobId);
        try
        {
            Submission submission = await next.RunAsync(call, cancellationToken).ConfigureAwait(false);
            if (submission.JobId is not { } accepted)
                return submission;
            // The server used another id, so a callback may have been missed; the server retries it.
            JobMailbox accepting = mailbox?.JobId == accepted ? mailbox : receiver.Hold(accepted);
            if (ReferenceEquals(accepting, mailbox))
                mailbox = null;
            return submission.With(accepting);
        }
        finally
        {
            if (mailbox is not null)
                receiver.Forget(mailbox);
        }
    }
}
