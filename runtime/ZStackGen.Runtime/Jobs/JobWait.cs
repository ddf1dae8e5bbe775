using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// One wait for a job: its timeout, its polling schedule, and its tolerance of an unreachable server.
internal sealed class JobWait : IDisposable
{
    private readonly Job _job;
    private readonly ZStackClientOptions _options;
    private readonly CallerTokens _caller;
    private readonly Deadline? _deadline;
    private readonly long _begin;
    private readonly JobMailbox? _mailbox;
    private readonly OutageTolerance? _tolerance;
    private PollSchedule _schedule;
    private int _callbacks;
    private int _polls;
    private bool _callbackMissed;

    // A single poll neither waits for a callback nor tolerates an outage, and has no timeout of its own.
    public JobWait(Job job, bool isSingle, CallerTokens caller)
    {
        _job = job;
        _options = job.Context.Options;
        _begin = _options.TimeProvider.GetTimestamp();
        _tolerance = isSingle ? null : new OutageTolerance(_options, job.ApiName is not null);
        _schedule = new PollSchedule(_options.PollInterval, _options.MaxPollInterval);
        _caller = caller;
        if (isSingle)
            return;
        _mailbox = job.Listen();
        _deadline = new Deadline(job.Limit, _options.TimeProvider, caller.Token);
    }

    private CancellationToken Token => _deadline?.Token ?? _caller.Token;

    private TimeSpan Elapsed => _options.TimeProvider.GetElapsedTime(_begin);

    public void Dispose()
    {
        _deadline?.Dispose();
        if (_mailbox is not null)
            _options.WebhookReceiver!.Drop(_mailbox);
    }

    // Polls the job. Returns true if it has ended.
    public async ValueTask<bool> PollAsync()
    {
        if (_job.IsCompleted)
            return true;
        _polls++;
        if (_mailbox is not null && _mailbox.Count != _callbacks)
        {
            _callbacks = _mailbox.Count;
            _schedule = new PollSchedule(_options.PollInterval, _options.MaxPollInterval);
        }

        try
        {
            await _job.PollAsync(Token).ConfigureAwait(false);
            if (_job.Response is { } response)
                ReportEnd(response);
            _tolerance?.Renew();
        }
        catch (OperationCanceledException e) when (Token.IsCancellationRequested)
        {
            throw Stopped(e);
        }
        catch (ZStackException e) when (_tolerance is not null && _tolerance.Allows(e))
        {
            // The job continues while the server is unreachable.
        }

        return _job.IsCompleted;
    }

    public async ValueTask<ZStackJobState> StateAsync()
    {
        ZStackResponse? response = _job.Response;
        ZStackJobPhase phase = response is null ? ZStackJobPhase.Running : response.IsSuccess ? ZStackJobPhase.Succeeded : ZStackJobPhase.Failed;
        try
        {
            IReadOnlyList<ZStackTaskProgress> steps = await _job.FindProgressAsync(Token).ConfigureAwait(false);
            return new ZStackJobState(phase, Elapsed, _polls, response?.Error, steps);
        }
        catch (OperationCanceledException e) when (Token.IsCancellationRequested)
        {
            throw Stopped(e);
        }
    }

    public async ValueTask PauseAsync()
    {
        TimeSpan left = _job.Limit - Elapsed;
        if (left <= TimeSpan.Zero)
            throw TimedOut();
        // If the poll after a callback does not confirm it, the callback may be forged; the job is then polled as without callbacks.
        TimeSpan pause = _callbacks == 0 && _job.ExpectsCallback ? PollSchedule.Jitter(_options.WebhookPollInterval) : _schedule.Next();
        pause = _tolerance?.Stretch(pause) ?? pause;
        await PauseAsync(pause < left ? pause : left).ConfigureAwait(false);
    }

    // A callback ends the pause early, but never shortens it below PollInterval.
    private async ValueTask PauseAsync(TimeSpan pause)
    {
        TimeSpan least = _options.PollInterval;
        try
        {
            if (_mailbox is null || (_callbacks > 0 && pause <= least))
            {
                await WaitAsync(null, pause).ConfigureAwait(false);
                return;
            }

            if (_callbacks > 0)
            {
                await WaitAsync(null, least).ConfigureAwait(false);
                pause -= least;
            }

            await WaitAsync(_mailbox.MoreThan(_callbacks), pause).ConfigureAwait(false);
        }
        catch (OperationCanceledException e)
        {
            throw Canceled(e);
        }

        _callbackMissed = _mailbox.Count == 0;
    }

    private ValueTask WaitAsync(Task? signal, TimeSpan time)
        => Pauses.WaitAsync(_job.Context, signal, time, _job.Polled.Api, _job.Id, true, _caller.Token);

    private Exception Stopped(OperationCanceledException cause) => _deadline is { HasPassed: true } ? TimedOut() : Canceled(cause);

    // The exception has the token of the caller instead of the linked token.
    private ZStackCanceledException Canceled(OperationCanceledException cause)
        => CallFault.Canceled(_job.Polled.Api, _job.Context.Server, cause.InnerException ?? cause, _job.Id, true, _caller.Canceled);

    private ZStackJobTimeoutException TimedOut() => CallFault.JobTimeout(_job.Polled, _job.Context.Server, _job.Limit);

    private void ReportEnd(ZStackResponse response)
    {
        ObserverGuard observer = _job.Context.Observer;
        if (!observer.IsOn)
            return;
        var job = new ZStackClientEvent(_job.Polled.Api, response.Node) { JobId = _job.Id, Error = response.Error is { } error ? ServerText.Word(error.Code) ?? "error" : null, Elapsed = Elapsed };
        observer.JobEnded(job);
        if (_callbackMissed && _job.ExpectsCallback && _mailbox!.Count == 0)
            observer.CallbackMissing(job);
    }
}
