using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// A job without the type of its result, shared by all jobs to keep generic code small; see ZStackResponse.
internal sealed class Job
{
    private static readonly TimeSpan s_longestTimeout = TimeSpan.FromHours(72);
    private static readonly TimeSpan s_serverMargin = TimeSpan.FromMinutes(1);

    private readonly IApiInvoker _invoker;
    private JobMailbox? _mailbox;
    private ZStackResponse? _response;
    private bool _hasNoProgress;

    public Job(IApiInvoker invoker, ClientContext context, PolledJob polled, TimeSpan? timeout, JobMailbox? mailbox)
    {
        _invoker = invoker;
        Context = context;
        Polled = polled;
        Timeout = timeout;
        _mailbox = mailbox;
        ExpectsCallback = mailbox is not null;
    }

    public Job(IApiInvoker invoker, ClientContext context, PolledJob polled, ZStackResponse response)
        : this(invoker, context, polled, null, null) => _response = response;

    public ClientContext Context { get; }

    public PolledJob Polled { get; }

    public string Id => Polled.Id;

    public string? ApiName => Polled.ApiName;

    public TimeSpan? Timeout { get; }

    public ZStackResponse? Response => Volatile.Read(ref _response);

    public bool IsCompleted => Response is not null;

    public ZStackWebhookCallback? Callback => Volatile.Read(ref _mailbox)?.Last;

    // Whether the server was asked for a callback to this process.
    public bool ExpectsCallback { get; }

    public TimeSpan Limit => Context.Options.JobTimeout ?? (Timeout is { } timeout ? timeout + s_serverMargin : s_longestTimeout);

    // Registers for callbacks; returns null if there is no receiver.
    public JobMailbox? Listen()
    {
        if (Context.Options.WebhookReceiver is not { } receiver || Id.Length == 0)
            return null;
        JobMailbox mailbox = receiver.Hold(Id, _mailbox);
        Volatile.Write(ref _mailbox, mailbox);
        return mailbox;
    }

    // Polls once.
    public async ValueTask PollAsync(CancellationToken cancellationToken)
    {
        if (await _invoker.PollAsync(Polled, cancellationToken).ConfigureAwait(false) is { } response)
            Volatile.Write(ref _response, response);
    }

    public async Task<ZStackJobState> GetStateAsync(CancellationToken cancellationToken = default)
    {
        using var wait = new JobWait(this, isSingle: true, new CallerTokens(cancellationToken));
        await wait.PollAsync().ConfigureAwait(false);
        return await wait.StateAsync().ConfigureAwait(false);
    }

    // Waits for a job that this call has started, and releases its mailbox.
    public async ValueTask<ZStackResponse> WaitToEndAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await WaitAsync(null, true, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            DropMailbox();
        }
    }

    // Releases the mailbox. A callback that arrives before the next wait is not needed, because a wait begins with a poll.
    public void DropMailbox()
    {
        if (ExpectsCallback)
            Context.Options.WebhookReceiver!.Drop(_mailbox!);
    }

    // Waits for the job. A job that was just accepted is first polled after one interval.
    public async ValueTask<ZStackResponse> WaitAsync(IProgress<ZStackJobState>? progress, bool justStarted, CancellationToken cancellationToken)
    {
        if (Response is { } known && progress is null)
            return known;
        using var wait = new JobWait(this, isSingle: false, new CallerTokens(cancellationToken));
        if (justStarted)
            await wait.PauseAsync().ConfigureAwait(false);
        while (true)
        {
            bool ended = await wait.PollAsync().ConfigureAwait(false);
            if (progress is not null)
                progress.Report(await wait.StateAsync().ConfigureAwait(false));
            if (ended)
                return _response!;
            await wait.PauseAsync().ConfigureAwait(false);
        }
    }

    public async Task<IReadOnlyList<ZStackTaskProgress>> GetProgressAsync(CancellationToken cancellationToken = default)
    {
        if (Id.Length == 0)
            return Array.Empty<ZStackTaskProgress>();
        var action = new GetTaskProgressAction(Id) { SessionId = Polled.Ticket is { IsOpenedByClient: false } ticket ? ticket.SessionId : null };
        return (await _invoker.CallAsync(action, cancellationToken).ConfigureAwait(false)).Inventories;
    }

    // Returns the steps of a running job, if the server reports them.
    public async ValueTask<IReadOnlyList<ZStackTaskProgress>> FindProgressAsync(CancellationToken cancellationToken)
    {
        if (_hasNoProgress || IsCompleted)
            return Array.Empty<ZStackTaskProgress>();
        try
        {
            return await GetProgressAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ZStackException e) when (OutageTolerance.MaySucceedLater(e))
        {
            return Array.Empty<ZStackTaskProgress>();
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            // The caller waits for the job, so the exception must name the job.
            throw CallFault.Canceled(Polled.Api, Context.Server, e, Id, true, cancellationToken);
        }
        catch (Exception e) when (e is ZStackException or InvalidOperationException and not ObjectDisposedException)
        {
            // The server is too old, the permission is missing, or there is no session. The job itself is not affected.
            _hasNoProgress = true;
            return Array.Empty<ZStackTaskProgress>();
        }
    }

    public override string ToString() => (ApiName ?? "An API") + " [job " + Id + "]";
}
