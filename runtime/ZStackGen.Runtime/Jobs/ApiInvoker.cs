using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Calls an API and waits for its job, if the server creates one.
internal sealed class ApiInvoker(ClientContext context, Authenticator authenticator, CallPipeline pipeline) : IApiInvoker
{
    public ValueTask<ZStackResponse> InvokeAsync(ZStackAction action, ZStackCallOptions? options, CancellationToken cancellationToken)
        => Telemetry.SeesCalls ? InvokeMeasuredAsync(action, options, cancellationToken) : InvokeUnmeasuredAsync(action, options, cancellationToken);

    public ValueTask<Submission> SubmitAsync(ZStackAction action, ZStackCallOptions? options, CancellationToken cancellationToken)
        => pipeline.SubmitAsync(action, options, cancellationToken);

    public ValueTask<Submission> SubmitBareAsync(ZStackAction action, CancellationToken cancellationToken) => pipeline.SubmitBareAsync(action, cancellationToken);

    public ValueTask<ZStackResponse?> PollAsync(PolledJob job, CancellationToken cancellationToken) => pipeline.PollAsync(job, cancellationToken);

    private async ValueTask<ZStackResponse> InvokeMeasuredAsync(ZStackAction action, ZStackCallOptions? options, CancellationToken cancellationToken)
    {
        if (action is null)
            throw new ArgumentNullException(nameof(action));
        using Activity? activity = Telemetry.Call(action.Api, context.Server);
        TimeProvider clock = context.Options.TimeProvider;
        long begin = clock.GetTimestamp();
        ServerAddress? server = null;
        string? jobId = null;
        string? error = null;
        try
        {
            ZStackResponse response = await InvokeUnmeasuredAsync(action, options, cancellationToken).ConfigureAwait(false);
            server = response.Node;
            jobId = response.JobId;
            error = response.IsSuccess ? null : ServerText.Word(response.Error.Code) ?? "error";
            return response;
        }
        catch (Exception e)
        {
            error = e.GetType().FullName;
            server = context.Nodes.At((e as ZStackException)?.Server);
            throw;
        }
        finally
        {
            Telemetry.RecordCall(activity, action.Api, server, clock.GetElapsedTime(begin).TotalSeconds, jobId, error);
        }
    }

    private async ValueTask<ZStackResponse> InvokeUnmeasuredAsync(ZStackAction action, ZStackCallOptions? options, CancellationToken cancellationToken)
    {
        bool again = false;
        while (true)
        {
            Submission submission = await pipeline.SubmitAsync(action, options, cancellationToken).ConfigureAwait(false);
            if (submission.Response is { } immediate)
                return immediate;
            ZStackResponse response = await JobFactory.Create(this, context, action, submission).WaitToEndAsync(cancellationToken).ConfigureAwait(false);
            // The job was refused before it ran, so it can be started again with a new session and a new id (PROTOCOL.md §2.1).
            if (again || response.Error?.Code != AuthenticationStage.SessionLost || options?.JobId is not null || !authenticator.CanOpenAnother(submission.Ticket))
                return response;
            again = true;
            context.Observer.SessionLost(new ZStackClientEvent(action.Api, response.Node));
        }
    }
}
