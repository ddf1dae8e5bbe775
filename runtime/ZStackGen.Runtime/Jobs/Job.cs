using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// A job without its result's type, which everything that waits works on; see ZStackResponse.
internal sealed class Job
{
    private static readonly TimeSpan s_longestTimeout = TimeSpan.FromHours(72);
    private static readonly TimeSpan s_slack = TimeSpan.FromMinutes(1);

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

    // The server was asked for a callback, and knows how to reach this process.
    public bool ExpectsCallback { get; }

    public TimeSpan Limit => Context.Options.JobTimeout ?? (Timeout is { } timeout ? timeout + s_slack : s_longestTimeout);

    // Begins to listen for callbacks; null where there is no receiver.
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
        using var wait = new JobWait(this, isSingle: true);
        await wait.PollAsync(cancellationToken).ConfigureAwait(false);
        return await wait.StateAsync(cancellationToken).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<ZStackJobState> GetStatesAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var wait = new JobWait(this, isSingle: false);
        while (true)
        {
            bool ended = await wait.PollAsync(cancellationToken).ConfigureAwait(false);
            yield return await wait.StateAsync(cancellationToken).ConfigureAwait(false);
            if (ended)
                yield break;
            await wait.PauseAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    // Waits for a job that this call has just started, and ends its listening for a callback.
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

    // The first poll of a waiter shows what a callback until then would have told.
    public void DropMailbox()
    {
        if (ExpectsCallback)
            Context.Options.WebhookReceiver!.Drop(_mailbox!);
    }

    // A job that was only just accepted is given a moment before the first poll.
    public async ValueTask<ZStackResponse> WaitAsync(IProgress<ZStackJobState>? progress, bool justStarted, CancellationToken cancellationToken)
    {
        if (Response is { } known && progress is null)
            return known;
        using var wait = new JobWait(this, isSingle: false);
        if (justStarted)
            await wait.PauseAsync(cancellationToken).ConfigureAwait(false);
        while (true)
        {
            bool ended = await wait.PollAsync(cancellationToken).ConfigureAwait(false);
            if (progress is not null)
                progress.Report(await wait.StateAsync(cancellationToken).ConfigureAwait(false));
            if (ended)
                return _response!;
            await wait.PauseAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task<IReadOnlyList<ZStackTaskProgress>> GetProgressAsync(CancellationToken cancellationToken = default)
    {
        if (Id.Length == 0)
            return Array.Empty<ZStackTaskProgress>();
        var action = new GetTaskProgressAction(Id) { SessionId = Polled.Ticket is { IsOurs: false } ticket ? ticket.SessionId : null };
        return (await _invoker.CallAsync(action, cancellationToken).ConfigureAwait(false)).Inventories;
    }

    // The steps of a running job, as far as the server tells them.
    public async ValueTask<IReadOnlyList<ZStackTaskProgress>> FindProgressAsync(CancellationToken cancellationToken)
    {
        if (_hasNoProgress || IsCompleted)
            return Array.Empty<ZStackTaskProgress>();
        try
        {
            return await GetProgressAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ZStackTransportException)
        {
            return Array.Empty<ZStackTaskProgress>();
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            // The caller waits for the job, and that is what the exception has to name.
            throw CallFault.Canceled(Polled.Api, Context.Server, e, Id, true, cancellationToken);
        }
        catch (Exception e) when (e is ZStackException or InvalidOperationException and not ObjectDisposedException)
        {
            // An older server, or no permission, or no session to ask with: the job itself goes on all the same.
            _hasNoProgress = true;
            return Array.Empty<ZStackTaskProgress>();
        }
    }

    public override string ToString() => (ApiName ?? "An API") + " [job " + Id + "]";
}
