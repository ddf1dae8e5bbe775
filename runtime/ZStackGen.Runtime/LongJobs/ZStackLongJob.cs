using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

/// <summary>
/// An API that the server does as a long job (PROTOCOL.md §3.3). Unlike the job of an ordinary call it is kept like a resource, can be canceled, and
/// is found again by its UUID for as long as nobody deletes it.
/// </summary>
/// <typeparam name="T">The result's type.</typeparam>
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

    /// <summary>The long job's UUID, by which <see cref="IZStackClient.ResumeLongJob{T}(string)"/> finds it again.</summary>
    public string Uuid { get; }

    /// <summary>The API's name; null for a long job that was resumed.</summary>
    public string? ApiName => Api?.Name;

    // What the call sent that must stand in no message.
    internal IReadOnlyList<string>? Secrets { get; init; }

    private ApiDescriptor? Api { get; }

    private TimeSpan Limit => _context.Options.JobTimeout ?? s_longestTimeout;

    /// <summary>Waits for the result, for <see cref="ZStackClientOptions.JobTimeout"/> or 72 hours.</summary>
    /// <param name="cancellationToken">Stops waiting; the long job runs on. To end it, call <see cref="CancelAsync"/>.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ZStackLongJobException">It failed or was canceled.</exception>
    /// <exception cref="ZStackJobTimeoutException">It did not end in time.</exception>
    /// <exception cref="ZStackJobExpiredException">There is no such long job, or no more.</exception>
    /// <exception cref="ZStackCanceledException">Waiting was stopped.</exception>
    public Task<T> WaitAsync(CancellationToken cancellationToken = default) => WaitAsync(null, cancellationToken);

    /// <inheritdoc cref="WaitAsync(CancellationToken)"/>
    /// <param name="progress">Is told what each look at the long job shows, with the server's own report of its steps.</param>
    /// <param name="cancellationToken">Stops waiting; the long job runs on.</param>
    public async Task<T> WaitAsync(IProgress<ZStackLongJobState>? progress, CancellationToken cancellationToken = default)
    {
        ZStackClientOptions options = _context.Options;
        long begin = options.TimeProvider.GetTimestamp();
        var schedule = new PollSchedule(options.PollInterval, options.MaxPollInterval);
        var tolerance = new OutageTolerance(options);
        while (true)
        {
            try
            {
                LongJobInventory job = await FindAsync(cancellationToken).ConfigureAwait(false);
                tolerance.Renew();
                if (progress is not null)
                    progress.Report(await StateAsync(job, cancellationToken).ConfigureAwait(false));
                if (job.Phase == ZStackLongJobPhase.Succeeded)
                    return await LongJobs.ReadAsync(_context, Api, job.JobResult, _read, _sessionId, Secrets, cancellationToken).ConfigureAwait(false);
                if (job.Phase is ZStackLongJobPhase.Failed or ZStackLongJobPhase.Canceled)
                    throw Failed(job);
            }
            catch (ZStackException e) when (tolerance.Allows(e))
            {
                // The long job goes on while its server, or the way to it, is away.
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

    /// <summary>Looks at the long job once.</summary>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <returns>What the look showed. A failed or canceled one is a state here and no exception.</returns>
    /// <exception cref="ZStackJobExpiredException">There is no such long job, or no more.</exception>
    public async Task<ZStackLongJobState> GetStateAsync(CancellationToken cancellationToken = default)
        => await StateAsync(await FindAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    /// <summary>Has the server cancel the long job. Some go on for a while as <see cref="ZStackLongJobPhase.Canceling"/>; to wait for the end, call <see cref="WaitAsync(CancellationToken)"/>.</summary>
    /// <param name="cancellationToken">Stops waiting for the answer.</param>
    /// <returns>The state right after.</returns>
    /// <exception cref="ZStackLongJobCancelException">It has ended, has come too far, or cannot be canceled.</exception>
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
            // Of one that has ended the server says that the argument is bad, as it does of much else.
            ZStackLongJobState ended = await GetStateAsync(cancellationToken).ConfigureAwait(false);
            if (!ended.IsFinal)
                throw;
            throw new ZStackLongJobCancelException(Where() + " cannot be canceled any more, it is " + ended.State + ": " + e.Error, e.Error)
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

    /// <summary>Names the API and the long job.</summary>
    /// <returns>Such as <c>MigrateVm [long job 4f1c…]</c>.</returns>
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

        return found.Job ?? throw new ZStackJobExpiredException(Where() + ": the server knows no such long job: it was deleted, or it never existed")
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
        catch (ZStackTransportException)
        {
            return Array.Empty<ZStackTaskProgress>();
        }
        catch (ZStackException)
        {
            // An older server, or no permission: the long job itself goes on all the same.
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
        => new(Where() + ": it did not end within " + CallFault.Seconds(Limit) + ". It runs on at the server")
        {
            Api = ApiName,
            Server = _context.Server.Uri,
            Timeout = Limit,
        };

    private ZStackCanceledException Stopped(Exception cause, CancellationToken cancellationToken)
        => new(Where() + ": waiting was canceled. The long job runs on at the server", cause, cancellationToken) { Api = ApiName };

    private string Where() => (ApiName ?? "An API") + " (long job " + Uuid + " at " + _context.Server.Origin + ")";
}
