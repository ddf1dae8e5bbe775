using System;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Creates jobs from submissions and ids.
internal static class JobFactory
{
    public static Job Create(IApiInvoker invoker, ClientContext context, ZStackAction action, in Submission submission)
    {
        if (submission.Response is { } response)
            return new Job(invoker, context, new PolledJob(response.JobId ?? string.Empty, action.Api, action.ReadAny), response);
        if (context.Observer.IsOn)
            context.Observer.JobAccepted(new ZStackClientEvent(action.Api, context.Server) { JobId = submission.JobId });
        var job = new PolledJob(submission.JobId!, action.Api, action.ReadAny) { Ticket = submission.Ticket, Secrets = submission.Secrets };
        return new Job(invoker, context, job, submission.Timeout, submission.Mailbox);
    }

    public static async Task<Job> StartAsync(IApiInvoker invoker, ClientContext context, ZStackAction action, ZStackCallOptions? options, CancellationToken cancellationToken)
    {
        Submission submission = await invoker.SubmitAsync(action, options, cancellationToken).ConfigureAwait(false);
        submission.Response?.GetValueOrThrow();
        Job job = Create(invoker, context, action, submission);
        job.DropMailbox();
        return job;
    }

    // Validates the call on the server without executing it.
    public static async Task DryRunAsync(IApiInvoker invoker, ZStackAction action, CancellationToken cancellationToken)
    {
        if (action is null)
            throw new ArgumentNullException(nameof(action));
        if (action.Api.Method == "GET" || (action.Api.Traits & ApiTraits.Asynchronous) == 0)
            throw new InvalidOperationException($"API {action.Api.Name} does not support dry runs: only asynchronous APIs do, and this API is not marked as asynchronous.");
        ZStackResponse response = await invoker.InvokeAsync(action, new ZStackCallOptions { DryRun = true }, cancellationToken).ConfigureAwait(false);
        response.GetValueOrThrow();
    }

    // Resumes a job, which another process may have started. Sends no request.
    public static Job Resume<T>(IApiInvoker invoker, ClientContext context, string jobId)
        where T : ZStackResult, new()
    {
        context.Lifetime.ThrowIfClosed();
        if (!WireText.IsId(jobId))
            throw new ArgumentException("The job id must consist of letters and digits; use the value of ZStackJob.Id.", nameof(jobId));
        return new Job(invoker, context, new PolledJob(jobId, PolledJob.UnknownApi, ReadAny<T>), null, null);
    }

    private static ZStackResult ReadAny<T>(ref JsonReader reader)
        where T : ZStackResult, new() => reader.ReadMembers(new T());
}
