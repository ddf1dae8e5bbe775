using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Calls APIs for the parts of the client that work over calls: jobs, long jobs, queries, discovery.
internal interface IApiInvoker
{
    // Calls an API and waits for its end, also where the server does the work in a job.
    ValueTask<ZStackResponse> InvokeAsync(ZStackAction action, ZStackCallOptions? options, CancellationToken cancellationToken);

    // Sends a call; the submission has the response, or the job that the server took it as.
    ValueTask<Submission> SubmitAsync(ZStackAction action, ZStackCallOptions? options, CancellationToken cancellationToken);

    // Sends a call without a credential, also while the client closes: a login or a logout.
    ValueTask<Submission> SubmitBareAsync(ZStackAction action, CancellationToken cancellationToken);

    // Polls a job once: null while it runs.
    ValueTask<ZStackResponse?> PollAsync(PolledJob job, CancellationToken cancellationToken);
}

internal static class ApiInvokerExtensions
{
    public static async Task<T> CallAsync<T>(this IApiInvoker invoker, ZStackAction<T> action, CancellationToken cancellationToken)
        where T : ZStackResult
        => (T)(await invoker.InvokeAsync(action, null, cancellationToken).ConfigureAwait(false)).GetValueOrThrow();
}
