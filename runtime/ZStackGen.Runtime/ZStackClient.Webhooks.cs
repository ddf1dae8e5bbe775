using System;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Having the server tell when a job has ended.
public sealed partial class ZStackClient
{
    private ValueTask<Submission> SendAsync(ZStackAction action, ZStackCallOptions? options, AuthTicket? ticket, CancellationToken cancellationToken)
    {
        string? jobId = action.Api.Method == "GET" ? null : options?.JobId ?? Guid.NewGuid().ToString("N");
        // A synchronous call has no job, and the server does not read the header (protocol §3.1).
        return _options.WebhookReceiver is { } receiver && (action.Api.Traits & ApiTraits.Asynchronous) != 0
            ? SendListeningAsync(receiver, action, options, ticket, jobId, cancellationToken)
            : SendAsync(action, options, ticket, jobId, false, cancellationToken);
    }

    // Listens from before the call is sent, so that no callback can come too early. Who gets a job from here drops its mailbox.
    private async ValueTask<Submission> SendListeningAsync(
        ZStackWebhookReceiver receiver, ZStackAction action, ZStackCallOptions? options, AuthTicket? ticket, string? jobId, CancellationToken cancellationToken)
    {
        JobMailbox? mailbox = jobId is null ? null : receiver.Hold(jobId);
        try
        {
            Submission submission = await SendAsync(action, options, ticket, jobId, true, cancellationToken).ConfigureAwait(false);
            if (submission.JobId is not { } accepted)
                return submission;
            // Under another id than ours the callback may be here and gone; the server repeats it.
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

    private void Drop(JobMailbox? mailbox)
    {
        if (mailbox is not null)
            _options.WebhookReceiver!.Drop(mailbox);
    }
}
