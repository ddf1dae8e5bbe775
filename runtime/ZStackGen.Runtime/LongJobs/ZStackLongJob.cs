using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

/// <summary>
/// Represents a long job: an API that the server executes as a long job (PROTOCOL.md §3.3). Unlike an ordinary job, a long job can be canceled, and
/// the server keeps it until it is deleted.
/// </summary>
/// <typeparam name="T">The type of the result.</typeparam>
public sealed class ZStackLongJob<T>
    where T : ZStackResult
{
    private static readonly TimeSpan s_longestTimeout = TimeSpan.FromHours(72);

    private readonly IApiInvoker _invoker;
    private readonly ClientContext _context;
    private readonly JsonRead<T> _read;
    private readonly string? _sessionId;
    private bool _hasNoProgress;

    internal ZStackLongJob(IApiInvoker invoker, ClientContext context, string uuid, ApiDescriptor? api, JsonRead<T> read, string? sessionId)
    {
        _invoker = invoker;
        _context = context;
        Uuid = uuid;
        Api = api;
        _read = read;
        _sessionId = sessionId;
    }

    /// <summary>Gets the UUID of the long job, used by <see cref="IZStackClient.ResumeLongJob{T}(string)"/>.</summary>
    public string Uuid { get; }

    /// <summary>Gets the name of the API; null for a resumed long job.</summary>
    public string? ApiName => Api?.Name;

    // The secrets of the call, which messages must not contain.
    internal IReadOnlyList<string>? Secrets { get; init; }

    private ApiDescriptor? Api { get; }

    private TimeSpan Limit => _context.Options.JobTimeout ?? s_longestTimeout;

    /// <summary>Waits until the long job completes, and returns its result. The timeout is <see cref="ZStackClientOptions.JobTimeout"/>, or 72 hours by default.</summary>
    /// <param name="cancellationToken">A token to cancel the wait. The long job continues on the server; to cancel it, call <see cref="CancelAsync"/>.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ZStackLongJobException">The long job failed or was canceled.</exception>
    /// <exception cref="ZStackJobTimeoutException">The long job did not complete within its timeout.</exception>
    /// <exception cref="ZStackJobExpiredException">The long job does not exist or was deleted.</exception>
    /// <exception cref="ZStackException">The server cannot be reached, or its response cannot be read.</exception>
    /// <exception cref="ZStackCanceledException">The wait was canceled.</exception>
    public Task<T> WaitAsync(CancellationToken cancellationToken = default) => WaitAsync(null, cancellationToken);

    /// <inheritdoc cref="WaitAsync(CancellationToken)"/>
    /// <param name="progress">An object that receives the state of the long job after each poll, including the steps that the server reports.</param>
    /// <param name="cancellationToken">A token to cancel the wait. The long job continues on the server.</param>
    public async Task<T> WaitAsync(IProgress<ZStackLongJobState>? progress, CancellationToken cancellationToken = default)
    {
        ZStackClientOptions options = _context.Options;
        long begin = options.TimeProvider.GetTimestamp();
        var schedule = new PollSchedule(options.PollInterval, options.MaxPollInterval);
        var tolerance = new OutageTolerance(options, Api is not null);
        using var deadline = new Deadline(Limit, options.TimeProvider, cancellationToken);
        while (true)
        {
            try
            {
                LongJobInventory job = await FindAsync(deadline.Token).ConfigureAwait(false);
                tolerance.Renew();
                if (progress is not null)
                    progress.Report(await StateAsync(job, deadline.Token).ConfigureAwait(false));
                if (job.Phase == ZStackLongJobPhase.Succeeded)
                    return await LongJobs.ReadAsync(_context, Api, job.JobResult, _read, _sessionId, Secrets, deadline.Token).ConfigureAwait(false);
                if (job.Phase is ZStackLongJobPhase.Failed or ZStackLongJobPhase.Canceled)
                    throw Failed(job);
            }
            catch (OperationCanceledException e) when (deadline.Token.IsCancellationRequested)
            {
                throw deadline.HasPassed ? TimedOut() : Stopped(e.InnerException ?? e, cancellationToken);
            }
            catch (ZStackException e) when (tolerance.Allows(e))
            {
                // The long job continues while the server is unreachable.
            }

            TimeSpan left = Limit - options.TimeProvider.GetElapsedTime(begin);
            if (left <= TimeSpan.Zero)
                throw TimedOut();
            TimeSpan pause = tolerance.Stretch(schedule.Next());
            try
            {
                await Pauses.WaitAsync(_context, pause < left ? pause : left, Api ?? PolledJob.UnknownApi, null, false, cancellationToken).ConfigureAwait(false);
            }
            catch (ZStackCanceledException e)
            {
                throw Stopped(e, cancellationToken);
            }
        }
    }

    /// <summary>Waits until the long job completes, and returns its result or its error. The timeout is the same as for <see cref="WaitAsync(CancellationToken)"/>.</summary>
    /// <param name="cancellationToken">A token to cancel the wait. The long job continues on the server.</param>
    /// <returns>The result, or the error of a long job that failed or was canceled.</returns>
    /// <exception cref="ZStackJobTimeoutException">The long job did not complete within its timeout.</exception>
    /// <exception cref="ZStackJobExpiredException">The long job does not exist or was deleted.</exception>
    /// <exception cref="ZStackException">The server cannot be reached, or its response cannot be read.</exception>
    /// <exception cref="ZStackCanceledException">The wait was canceled.</exception>
    public async Task<ZStackApiResult<T>> TryWaitAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            return new ZStackApiResult<T>(await WaitAsync(null, cancellationToken).ConfigureAwait(false));
        }
        catch (ZStackLongJobException e)
        {
            // The response that reports the end of the long job has the status 200.
            return new ZStackApiResult<T>(new ZStackResponse(e.Error, e.JobId, _context.Server, System.Net.HttpStatusCode.OK, null, _ => e));
        }
    }

    /// <summary>Polls the long job once.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The state of the long job. A failed or canceled long job is a state, not an exception.</returns>
    /// <exception cref="ZStackJobExpiredException">The long job does not exist or was deleted.</exception>
    /// <exception cref="ZStackException">The server cannot be reached, or its response cannot be read.</exception>
    /// <exception cref="ZStackCanceledException">The operation was canceled.</exception>
    public async Task<ZStackLongJobState> GetStateAsync(CancellationToken cancellationToken = default)
        => await StateAsync(await FindAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// Cancels the long job on the server. A long job can remain in the phase <see cref="ZStackLongJobPhase.Canceling"/> for a while; to wait for its
    /// end, call <see cref="WaitAsync(CancellationToken)"/>.
    /// </summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The state of the long job after the request.</returns>
    /// <exception cref="ZStackLongJobCancelException">The long job has ended, can no longer be canceled, or does not support cancellation.</exception>
    public async Task<ZStackLongJobState> CancelAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await _invoker.CallAsync(new CancelLongJobAction(Uuid) { SessionId = _sessionId }, cancellationToken).ConfigureAwait(false);
        }
        catch (ZStackLongJobCancelException e)
        {
            e.LongJobUuid = Uuid;
            throw;
        }
        catch (ZStackInvalidParameterException e)
        {
            // If the long job has ended, the server returns the code of an invalid argument, which has other causes too.
            ZStackLongJobState ended = await GetStateAsync(cancellationToken).ConfigureAwait(false);
            if (!ended.IsFinal)
                throw;
            throw new ZStackLongJobCancelException(Where() + " can no longer be canceled, because its state is " + ServerText.Of(ended.State) + ": " + e.Error, e.Error)
            {
                Api = e.Api,
                Server = e.Server,
                Status = e.Status,
                JobId = e.JobId,
                LongJobUuid = Uuid,
            };
        }

        return await GetStateAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Returns the name of the API and the UUID of the long job.</summary>
    /// <returns>A text such as <c>MigrateVm [long job 4f1c…]</c>.</returns>
    public override string ToString() => (ApiName ?? "An API") + " [long job " + Uuid + "]";

    private async ValueTask<LongJobInventory> FindAsync(CancellationToken cancellationToken)
    {
        LongJobResult found;
        try
        {
            found = await _invoker.CallAsync(new FindLongJobAction(Uuid) { SessionId = _sessionId }, cancellationToken).ConfigureAwait(false);
        }
        catch (ZStackCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw Stopped(e, cancellationToken);
        }

        if (found.Job is null && !found.HasList)
        {
            ZStackProtocolException fault = CallFault.Protocol(FindLongJobAction.Descriptor, _context.Server, "the response has no list of long jobs at $.inventories, so it may come from a gateway [long job " + Uuid + "]", null, System.Net.HttpStatusCode.OK, null);
            fault.MayBeTemporary = true;
            throw fault;
        }

        if (found.Job?.Uuid is { } uuid && !string.Equals(uuid, Uuid, StringComparison.OrdinalIgnoreCase))
            throw CallFault.Protocol(FindLongJobAction.Descriptor, _context.Server, "the response has another long job. The server, or a gateway before it, ignores the uuid of the request [long job " + Uuid + "]", null, System.Net.HttpStatusCode.OK, null);
        return found.Job ?? throw new ZStackJobExpiredException(Where() + ": the server does not know the long job: it was deleted, or it never existed")
        {
            Api = ApiName,
            Server = _context.Server.Uri,
        };
    }

    private async ValueTask<ZStackLongJobState> StateAsync(LongJobInventory job, CancellationToken cancellationToken)
    {
        ZStackError? error = job.Phase is ZStackLongJobPhase.Failed or ZStackLongJobPhase.Canceled ? Error(job) : null;
        return new ZStackLongJobState(job, error, await StepsAsync(job, cancellationToken).ConfigureAwait(false));
    }

    private async ValueTask<IReadOnlyList<ZStackTaskProgress>> StepsAsync(LongJobInventory job, CancellationToken cancellationToken)
    {
        if (_hasNoProgress || job.ApiId is not { } id || !WireText.IsId(id) || job.Phase is not (ZStackLongJobPhase.Running or ZStackLongJobPhase.Canceling))
            return Array.Empty<ZStackTaskProgress>();
        try
        {
            GetTaskProgressResult steps = await _invoker.CallAsync(new GetTaskProgressAction(id) { SessionId = _sessionId }, cancellationToken).ConfigureAwait(false);
            return steps.Inventories;
        }
        catch (ZStackException e) when (OutageTolerance.MaySucceedLater(e))
        {
            return Array.Empty<ZStackTaskProgress>();
        }
        catch (ZStackException)
        {
            // The server is too old, or the permission is missing. The long job itself is not affected.
            _hasNoProgress = true;
            return Array.Empty<ZStackTaskProgress>();
        }
        catch (ZStackCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw Stopped(e, cancellationToken);
        }
    }

    private ZStackError Error(LongJobInventory job)
    {
        ZStackError error = LongJobs.ReadFault(_context, job.JobResult, Secrets);
        if (job.Phase == ZStackLongJobPhase.Canceled)
            error.Code ??= "LONG_JOB.1000";
        return error;
    }

    private ZStackLongJobException Failed(LongJobInventory job)
    {
        ZStackError error = Error(job);
        return new ZStackLongJobException(Where() + (job.Phase == ZStackLongJobPhase.Canceled ? " was canceled: " : " failed: ") + error, error)
        {
            Api = ApiName,
            Server = _context.Server.Uri,
            JobId = job.ApiId,
            LongJobUuid = Uuid,
            Phase = job.Phase,
        };
    }

    private ZStackJobTimeoutException TimedOut()
        => new(Where() + ": it did not complete within " + CallFault.Seconds(Limit) + ". It continues on the server")
        {
            Api = ApiName,
            Server = _context.Server.Uri,
            Timeout = Limit,
        };

    private ZStackCanceledException Stopped(Exception cause, CancellationToken cancellationToken)
        => new(Where() + ": waiting was canceled. The long job continues on the server", cause, cancellationToken) { Api = ApiName };

    private string Where() => (ApiName ?? "An API") + " (long job " + Uuid + " at " + _context.Server.Origin + ")";
}
