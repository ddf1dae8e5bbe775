using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

/// <summary>Represents a job: a call that the server executes asynchronously. A job cannot be canceled (PROTOCOL.md §3.3); only waiting for it can.</summary>
/// <typeparam name="T">The type of the result.</typeparam>
public sealed class ZStackJob<T>
    where T : ZStackResult
{
    private readonly Job _job;

    internal ZStackJob(Job job) => _job = job;

    /// <summary>Gets the id of the job, used by <see cref="IZStackClient.ResumeJob{T}(string)"/>. The id is empty for a synchronous API.</summary>
    public string Id => _job.Id;

    /// <summary>Gets the name of the API; null for a resumed job.</summary>
    public string? ApiName => _job.ApiName;

    /// <summary>Gets the timeout that the server states for the job; null if it states none.</summary>
    public TimeSpan? Timeout => _job.Timeout;

    /// <summary>Gets a value indicating whether the job is known to have ended.</summary>
    public bool IsCompleted => _job.IsCompleted;

    /// <summary>Gets the last callback for the job; null if none was received. Callbacks are unsigned, so only the result is reliable (PROTOCOL.md §3.2).</summary>
    public ZStackWebhookCallback? Callback => _job.Callback;

    /// <summary>Waits until the job completes, and returns its result.</summary>
    /// <param name="cancellationToken">A token to cancel the wait. The job continues on the server.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ZStackApiException">The job failed.</exception>
    /// <exception cref="ZStackJobTimeoutException">The job did not complete within its timeout.</exception>
    /// <exception cref="ZStackJobExpiredException">The server no longer knows the job.</exception>
    /// <exception cref="ZStackException">The server cannot be reached, or its response cannot be read.</exception>
    /// <exception cref="ZStackCanceledException">The wait was canceled.</exception>
    public Task<T> WaitAsync(CancellationToken cancellationToken = default) => WaitAsync(null, cancellationToken);

    /// <inheritdoc cref="WaitAsync(CancellationToken)"/>
    /// <param name="progress">An object that receives the state of the job after each poll, including the steps that the server reports.</param>
    /// <param name="cancellationToken">A token to cancel the wait. The job continues on the server.</param>
    public async Task<T> WaitAsync(IProgress<ZStackJobState>? progress, CancellationToken cancellationToken = default)
    {
        ZStackResponse outcome = await _job.WaitAsync(progress, false, cancellationToken).ConfigureAwait(false);
        return (T)outcome.GetValueOrThrow();
    }

    /// <summary>Waits until the job completes, and returns its result or the error of the server.</summary>
    /// <param name="cancellationToken">A token to cancel the wait. The job continues on the server.</param>
    /// <returns>The result or the error.</returns>
    /// <exception cref="ZStackJobTimeoutException">The job did not complete within its timeout.</exception>
    /// <exception cref="ZStackJobExpiredException">The server no longer knows the job.</exception>
    /// <exception cref="ZStackException">The server cannot be reached, or its response cannot be read.</exception>
    /// <exception cref="ZStackCanceledException">The wait was canceled.</exception>
    public async Task<ZStackApiResult<T>> TryWaitAsync(CancellationToken cancellationToken = default)
        => new(await _job.WaitAsync(null, false, cancellationToken).ConfigureAwait(false));

    /// <summary>Polls the job once.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The state of the job. A failed job is a state, not an exception.</returns>
    /// <exception cref="ZStackException">The server cannot be reached, or no longer knows the job.</exception>
    /// <exception cref="ZStackCanceledException">The operation was canceled.</exception>
    public Task<ZStackJobState> GetStateAsync(CancellationToken cancellationToken = default) => _job.GetStateAsync(cancellationToken);

    /// <summary>Polls the job until it ends, and returns its state after each poll.</summary>
    /// <param name="cancellationToken">A token to cancel the wait. The job continues on the server.</param>
    /// <returns>The states of the job; the last one is the final state. A failed job is a state, not an exception.</returns>
    public IAsyncEnumerable<ZStackJobState> GetStatesAsync(CancellationToken cancellationToken = default) => new JobStates(_job, cancellationToken);

    /// <summary>Gets the steps of the job that the server reports.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The steps; empty for a job that is not running.</returns>
    public Task<IReadOnlyList<ZStackTaskProgress>> GetProgressAsync(CancellationToken cancellationToken = default) => _job.GetProgressAsync(cancellationToken);

    /// <summary>Returns the name of the API and the id of the job.</summary>
    /// <returns>A text such as <c>CreateZone [job 4f1c…]</c>.</returns>
    public override string ToString() => _job.ToString();
}
