using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Calls APIs for jobs, long jobs, queries and discovery.
internal interface IApiInvoker
{
    // Calls an API and waits for its result, including the result of a job.
    ValueTask<ZStackResponse> InvokeAsync(ZStackAction action, ZStackCallOptions? options, CancellationToken cancellationToken);

    // Sends a call. The submission contains the response, or the job that the server created.
    ValueTask<Submission> SubmitAsync(ZStackAction action, ZStackCallOptions? options, CancellationToken cancellationToken);

    // Sends a login or logout: without a credential, also while the client closes.
    ValueTask<Submission> SubmitBareAsync(ZStackAction action, CancellationToken cancellationToken);

    // Polls a job once; returns null while it runs.
    ValueTask<ZStackResponse?> PollAsync(PolledJob job, CancellationToken cancellationToken);
}

internal static class ApiInvokerExtensions
{
    public static async Task<T> CallAsync<T>(this IApiInvoker invoker, ZStackAction<T> action, CancellationToken cancellationToken)
        where T : ZStackResult
        => (T)(await invoker.InvokeAsync(action, null, cancellationToken).ConfigureAwait(false)).GetValueOrThrow();
}
