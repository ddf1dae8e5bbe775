using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

/// <summary>A call that the server works on. It cannot be cancelled there (PROTOCOL.md §3.3); one can only stop waiting for it.</summary>
/// <typeparam name="T">The result's type.</typeparam>
public sealed class ZStackJob<T>
    where T : ZStackResult
{
    private readonly Job _job;

    internal ZStackJob(Job job) => _job = job;

    /// <summary>The job's id, by which <see cref="IZStackClient.ResumeJob{T}(string)"/> finds it again. Empty for an API that is answered at once.</summary>
    public string Id => _job.Id;

    /// <summary>The API's name; null for a job that was resumed.</summary>
    public string? ApiName => _job.ApiName;

    /// <summary>The time the server allows the job, if it said so.</summary>
    public TimeSpan? Timeout => _job.Timeout;

    /// <summary>Whether the job is known to have ended.</summary>
    public bool IsCompleted => _job.IsCompleted;

    /// <summary>What the server's last callback said of the job, if one came. Unsigned; the result is what counts (PROTOCOL.md §3.2).</summary>
    public ZStackWebhookCallback? Callback => _job.Callback;

    /// <summary>Waits for the result.</summary>
    /// <param name="cancellationToken">Stops waiting; the job runs on.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ZStackApiException">The job failed.</exception>
    /// <exception cref="ZStackJobTimeoutException">It did not end in time.</exception>
    /// <exception cref="ZStackJobExpiredException">The server does not know it any more.</exception>
    /// <exception cref="ZStackCanceledException">Waiting was stopped.</exception>
    public Task<T> WaitAsync(CancellationToken cancellationToken = default) => WaitAsync(null, cancellationToken);

    /// <inheritdoc cref="WaitAsync(CancellationToken)"/>
    /// <param name="progress">Is told what each look at the job shows, with the server's own report of its steps.</param>
    /// <param name="cancellationToken">Stops waiting; the job runs on.</param>
    public async Task<T> WaitAsync(IProgress<ZStackJobState>? progress, CancellationToken cancellationToken = default)
    {
        ZStackResponse outcome = await _job.WaitAsync(progress, false, cancellationToken).ConfigureAwait(false);
        return (T)outcome.GetValueOrThrow();
    }

    /// <summary>Waits for the result, but gives the server's error back instead of throwing it.</summary>
    /// <param name="cancellationToken">Stops waiting; the job runs on.</param>
    /// <returns>The result or the error.</returns>
    public async Task<ZStackApiResult<T>> TryWaitAsync(CancellationToken cancellationToken = default)
        => new(await _job.WaitAsync(null, false, cancellationToken).ConfigureAwait(false));

    /// <summary>Looks at the job once.</summary>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <returns>What the look showed. A failed job is a state here and no exception.</returns>
    /// <exception cref="ZStackException">The server did not tell: it cannot be reached, or does not know the job any more.</exception>
    /// <exception cref="ZStackCanceledException">Waiting was stopped.</exception>
    public Task<ZStackJobState> GetStateAsync(CancellationToken cancellationToken = default) => _job.GetStateAsync(cancellationToken);

    /// <summary>Looks at the job again and again until it has ended; the last state is its end.</summary>
    /// <param name="cancellationToken">Stops waiting; the job runs on.</param>
    /// <returns>What each look showed. A failed job is a state here and no exception.</returns>
    public IAsyncEnumerable<ZStackJobState> GetStatesAsync(CancellationToken cancellationToken = default) => _job.GetStatesAsync(cancellationToken);

    /// <summary>Asks for the steps that the server reports of the job.</summary>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <returns>The steps; none for a job that is not running.</returns>
    public Task<IReadOnlyList<ZStackTaskProgress>> GetProgressAsync(CancellationToken cancellationToken = default) => _job.GetProgressAsync(cancellationToken);

    /// <summary>Names the API and the job.</summary>
    /// <returns>Such as <c>CreateZone [job 4f1c…]</c>.</returns>
    public override string ToString() => _job.ToString();
}
