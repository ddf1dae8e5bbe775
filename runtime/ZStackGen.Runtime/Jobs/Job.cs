using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// A job without its result's type, which everything that waits works on; see CallOutcome.
internal sealed class Job
{
    private static readonly TimeSpan s_longestTimeout = TimeSpan.FromHours(72);
    private static readonly TimeSpan s_slack = TimeSpan.FromMinutes(1);

    private readonly ZStackClient _client;
    private JobMailbox? _mailbox;
    private CallOutcome? _outcome;
    private bool _hasNoProgress;

    public Job(ZStackClient client, ApiDescriptor api, JsonRead<ZStackResult> read, string id, TimeSpan? timeout, AuthTicket? ticket, JobMailbox? mailbox = null)
    {
        _client = client;
        Api = api;
        Read = read;
        Id = id;
        Timeout = timeout;
        Ticket = ticket;
        _mailbox = mailbox;
        ExpectsCallback = mailbox is not null;
    }

    public Job(ZStackClient client, ApiDescriptor api, JsonRead<ZStackResult> read, CallOutcome outcome)
        : this(client, api, read, outcome.JobId ?? string.Empty, null, null) => _outcome = outcome;

    public string Id { get; }

    public string? ApiName => ReferenceEquals(Api, JobDescriptor.Unknown) ? null : Api.Name;

    public TimeSpan? Timeout { get; }

    public bool IsCompleted => Volatile.Read(ref _outcome) is not null;

    public ZStackWebhookCallback? Callback => Volatile.Read(ref _mailbox)?.Last;

    public ApiDescriptor Api { get; }

    public JsonRead<ZStackResult> Read { get; }

    public AuthTicket? Ticket { get; }

    // The server was asked for a callback, and knows how to reach this process.
    private bool ExpectsCallback { get; }

    private TimeSpan Limit => _client.Options.JobTimeout ?? (Timeout is { } timeout ? timeout + s_slack : s_longestTimeout);

    public async Task<ZStackJobState> GetStateAsync(CancellationToken cancellationToken = default)
    {
        using var wait = new Wait(this, isSingle: true);
        await wait.LookAsync(cancellationToken).ConfigureAwait(false);
        return await wait.StateAsync(cancellationToken).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<ZStackJobState> GetStatesAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var wait = new Wait(this, isSingle: false);
        while (true)
        {
            bool ended = await wait.LookAsync(cancellationToken).ConfigureAwait(false);
            yield return await wait.StateAsync(cancellationToken).ConfigureAwait(false);
            if (ended)
                yield break;
            await wait.PauseAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task<IReadOnlyList<TaskProgress>> GetProgressAsync(CancellationToken cancellationToken = default)
    {
        if (Id.Length == 0)
            return Array.Empty<TaskProgress>();
        GetTaskProgressResult result = await _client
            .CallAsync(new GetTaskProgressAction(Id) { SessionId = Ticket is { IsOurs: false } ? Ticket.SessionId : null }, cancellationToken).ConfigureAwait(false);
        return result.Inventories;
    }

    public override string ToString() => (ApiName ?? "An API") + " [job " + Id + "]";

    // A job that was only just accepted is given a moment before the first look.
    public async ValueTask<CallOutcome> WaitAsync(IProgress<ZStackJobState>? progress, bool justStarted, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _outcome) is { } known && progress is null)
            return known;
        using var wait = new Wait(this, isSingle: false);
        if (justStarted)
            await wait.PauseAsync(cancellationToken).ConfigureAwait(false);
        while (true)
        {
            bool ended = await wait.LookAsync(cancellationToken).ConfigureAwait(false);
            if (progress is not null)
                progress.Report(await wait.StateAsync(cancellationToken).ConfigureAwait(false));
            if (ended)
                return _outcome!;
            await wait.PauseAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<IReadOnlyList<TaskProgress>> StepsAsync(CancellationToken cancellationToken)
    {
        if (_hasNoProgress || IsCompleted)
            return Array.Empty<TaskProgress>();
        try
        {
            return await GetProgressAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ZStackTransportException)
        {
            return Array.Empty<TaskProgress>();
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            // What the caller waits for is the job, and that is what the exception has to name.
            throw CallFault.Canceled(Api, _client.Server, e, Id, true, cancellationToken);
        }
        catch (Exception e) when (e is ZStackException or InvalidOperationException)
        {
            // An older server, or no permission, or no session to ask with: the job itself goes on all the same.
            _hasNoProgress = true;
            return Array.Empty<TaskProgress>();
        }
    }

    // One act of waiting: its clock, its schedule and its patience with a server that is away.
    private sealed class Wait : IDisposable
    {
        private readonly Job _job;
        private readonly TimeProvider _clock;
        private readonly long _begin;
        private readonly JobMailbox? _mailbox;
        private readonly OutageTolerance? _tolerance;
        private PollSchedule _schedule;
        private int _callbacks;
        private int _polls;
        private bool _waitedInVain;

        // A single look neither listens for a callback nor bears with a server that is away.
        public Wait(Job job, bool isSingle)
        {
            ZStackClientOptions options = job._client.Options;
            _job = job;
            _clock = options.TimeProvider;
            _begin = _clock.GetTimestamp();
            _tolerance = isSingle ? null : new OutageTolerance(options);
            _schedule = new PollSchedule(options.PollInterval, options.MaxPollInterval);
            if (!isSingle && options.WebhookReceiver is { } receiver && job.Id.Length > 0)
                Volatile.Write(ref job._mailbox, _mailbox = receiver.Hold(job.Id, job._mailbox));
        }

        public void Dispose()
        {
            if (_mailbox is not null)
                _job._client.Options.WebhookReceiver!.Drop(_mailbox);
        }

        // True if the job has ended.
        public async ValueTask<bool> LookAsync(CancellationToken cancellationToken)
        {
            if (_job.IsCompleted)
                return true;
            _polls++;
            if (_mailbox is not null && _mailbox.Count != _callbacks)
            {
                _callbacks = _mailbox.Count;
                _schedule = new PollSchedule(_job._client.Options.PollInterval, _job._client.Options.MaxPollInterval);
            }

            try
            {
                if (await _job._client.PollAsync(_job, cancellationToken).ConfigureAwait(false) is { } outcome)
                    End(outcome);
                _tolerance?.Renew();
            }
            catch (ZStackException e) when (_tolerance is not null && _tolerance.Allows(e))
            {
                // The job goes on while its server, or the way to it, is away.
            }

            return _job.IsCompleted;
        }

        public async ValueTask<ZStackJobState> StateAsync(CancellationToken cancellationToken)
        {
            CallOutcome? outcome = _job._outcome;
            ZStackJobPhase phase = outcome is null ? ZStackJobPhase.Running : outcome.IsSuccess ? ZStackJobPhase.Succeeded : ZStackJobPhase.Failed;
            IReadOnlyList<TaskProgress> steps = await _job.StepsAsync(cancellationToken).ConfigureAwait(false);
            return new ZStackJobState(phase, _clock.GetElapsedTime(_begin), _polls, outcome?.Error, steps);
        }

        public async ValueTask PauseAsync(CancellationToken cancellationToken)
        {
            TimeSpan left = _job.Limit - _clock.GetElapsedTime(_begin);
            if (left <= TimeSpan.Zero)
                throw TimedOut();
            // A callback that the first look did not confirm may be forged: from then on the job is polled as if there were none.
            TimeSpan pause = _callbacks == 0 && _job.ExpectsCallback ? PollSchedule.Jitter(_job._client.Options.WebhookPollInterval) : _schedule.Next();
            if (pause > left)
                pause = left;
            try
            {
                await PauseAsync(pause, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException e)
            {
                throw CallFault.Canceled(_job.Api, _job._client.Server, e, _job.Id, true, cancellationToken);
            }
        }

        private void End(CallOutcome outcome)
        {
            Volatile.Write(ref _job._outcome, outcome);
            if (_job._client.Options.Observer is not { } observer)
                return;
            var job = new ZStackClientEvent(_job.Api, outcome.Server) { JobId = _job.Id, Error = outcome.Error is { } error ? error.Code ?? "error" : null, Elapsed = _clock.GetElapsedTime(_begin) };
            observer.JobEnded(job);
            if (_waitedInVain && _job.ExpectsCallback && _mailbox!.Count == 0)
                observer.CallbackMissing(job);
        }

        // A callback ends the pause; further ones cannot make the client poll faster than without them.
        private async ValueTask PauseAsync(TimeSpan pause, CancellationToken cancellationToken)
        {
            TimeSpan least = _job._client.Options.PollInterval;
            if (_mailbox is null || (_callbacks > 0 && pause <= least))
            {
                await Waiting.DelayAsync(pause, _clock, cancellationToken).ConfigureAwait(false);
                return;
            }

            if (_callbacks > 0)
            {
                await Waiting.DelayAsync(least, _clock, cancellationToken).ConfigureAwait(false);
                pause -= least;
            }

            await Waiting.UntilAsync(_mailbox.MoreThan(_callbacks), pause, _clock, cancellationToken).ConfigureAwait(false);
            _waitedInVain = _mailbox.Count == 0;
        }

        private ZStackJobTimeoutException TimedOut()
            => new(CallFault.Where(_job.Api, _job._client.Server) + ": the job did not end within " + CallFault.Seconds(_job.Limit)
                + ". It may run on at the server [job " + _job.Id + "]")
            {
                Api = _job.ApiName,
                JobId = _job.Id,
                Timeout = _job.Limit,
            };
    }
}
