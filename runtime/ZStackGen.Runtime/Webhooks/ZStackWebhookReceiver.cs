using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

/// <summary>
/// Takes the callbacks by which a server tells that a job has ended, and wakes who waits for that job. A plain function of headers and body,
/// for any web host; give the same instance to <see cref="ZStackClientOptions.WebhookReceiver"/>.
/// </summary>
/// <remarks>
/// Callbacks are not signed (PROTOCOL.md §3.2), so one only makes the client look at the job: what the server then answers is the result.
/// A callback that never comes costs time and nothing else, because the client goes on looking, every <see cref="ZStackClientOptions.WebhookPollInterval"/>.
/// </remarks>
/// <example><code>
/// ZStackWebhookResult result = await receiver.ReceiveAsync(name => request.Headers[name], request.InputStream, ct);
/// response.StatusCode = result.StatusCode;
/// </code></example>
public sealed class ZStackWebhookReceiver
{
    // Mailboxes of ended jobs that are kept for callbacks that come twice. Any other job keeps its mailbox by itself, as long as it is referenced.
    private const int MaxIdle = 1024;

    private readonly Dictionary<string, WeakReference<JobMailbox>> _mailboxes = new(StringComparer.Ordinal);
    private readonly Queue<JobMailbox> _idle = new();
    private int _sweepAt = 4 * MaxIdle;
    private int _awaited;

    /// <summary>The longest body that is taken, in bytes. It is read to its end and thrown away.</summary>
    /// <value>16 MiB if not set.</value>
    public int MaxBodyBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>How many jobs are waited for now.</summary>
    public int AwaitedJobs => Volatile.Read(ref _awaited);

    /// <summary>Takes a callback. It does not wait for whoever it wakes.</summary>
    /// <param name="header">Gives a request header's value by its name, in any case of letters; null if the request has none.</param>
    /// <param name="body">The request's body.</param>
    /// <param name="cancellationToken">Stops reading the body.</param>
    /// <returns>
    /// What to answer: 204 for a job of this process; 404 for any other, so that the server tries again (15 times, every 2 s) and
    /// may then reach the process that waits, if several share one address; 400 without a job's id; 413 for too long a body.
    /// </returns>
    public async Task<ZStackWebhookResult> ReceiveAsync(Func<string, string?> header, Stream body, CancellationToken cancellationToken = default)
    {
        if (header is null)
            throw new ArgumentNullException(nameof(header));
        if (body is null)
            throw new ArgumentNullException(nameof(body));
        string? id = header("X-Job-UUID")?.Trim();
        if (!WireText.IsId(id))
            return new ZStackWebhookResult(400, null);
        var callback = new ZStackWebhookCallback(id!, Success(header("X-Job-Success")), Batch(header("X-Job-Batch")));
        // Before the body: nothing in it is needed, and a sender that breaks off has told what matters.
        if (Find(id!) is not { } mailbox)
            return new ZStackWebhookResult(404, callback);
        mailbox.Put(callback);
        return new ZStackWebhookResult(await DrainAsync(body, cancellationToken).ConfigureAwait(false) ? 204 : 413, callback);
    }

    // Begins to listen for a job; whoever holds its mailbox drops or forgets it in the end.
    internal JobMailbox Hold(string jobId, JobMailbox? known = null)
    {
        lock (_mailboxes)
        {
            if (Find(jobId) is not { } mailbox)
            {
                Sweep();
                mailbox = known ?? new JobMailbox(jobId);
                _mailboxes[jobId] = new WeakReference<JobMailbox>(mailbox);
            }

            if (mailbox.Holders++ == 0)
                _awaited++;
            return mailbox;
        }
    }

    // The wait is over, but a callback may still come: for a job that is waited for later, or a second time.
    internal void Drop(JobMailbox mailbox)
    {
        lock (_mailboxes)
        {
            if (!Release(mailbox))
                return;
            _idle.Enqueue(mailbox);
            if (_idle.Count > MaxIdle)
                _idle.Dequeue();
        }
    }

    // There is no such job.
    internal void Forget(JobMailbox mailbox)
    {
        lock (_mailboxes)
        {
            if (Release(mailbox))
                Remove(mailbox);
        }
    }

    private bool Release(JobMailbox mailbox)
    {
        if (--mailbox.Holders > 0)
            return false;
        _awaited--;
        return true;
    }

    private void Remove(JobMailbox mailbox)
    {
        if (ReferenceEquals(Find(mailbox.JobId), mailbox))
            _mailboxes.Remove(mailbox.JobId);
    }

    private JobMailbox? Find(string jobId)
    {
        lock (_mailboxes)
            return _mailboxes.TryGetValue(jobId, out WeakReference<JobMailbox>? entry) && entry.TryGetTarget(out JobMailbox? mailbox) ? mailbox : null;
    }

    // Removes the entries of mailboxes that are gone, whenever twice as many have come as were left the last time.
    private void Sweep()
    {
        if (_mailboxes.Count < _sweepAt)
            return;
        var gone = new List<string>();
        foreach (KeyValuePair<string, WeakReference<JobMailbox>> entry in _mailboxes)
        {
            if (!entry.Value.TryGetTarget(out _))
                gone.Add(entry.Key);
        }

        foreach (string jobId in gone)
            _mailboxes.Remove(jobId);
        _sweepAt = Math.Max(4 * MaxIdle, _mailboxes.Count * 2);
    }

    private async Task<bool> DrainAsync(Stream body, CancellationToken cancellationToken)
    {
        byte[] buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            long total = 0;
            while (true)
            {
#if NET8_0_OR_GREATER
                int count = await body.ReadAsync(buffer.AsMemory(), cancellationToken).ConfigureAwait(false);
#else
                int count = await body.ReadAsync(buffer, 0, buffer.Length, cancellationToken).ConfigureAwait(false);
#endif
                if (count == 0)
                    return true;
                total += count;
                if (total > MaxBodyBytes)
                    return false;
            }
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static bool? Success(string? value) => bool.TryParse(value, out bool success) ? success : null;

    private static ZStackBatchOutcome? Batch(string? value) => value?.Trim().ToUpperInvariant() switch
    {
        "SUCCESS" => ZStackBatchOutcome.Success,
        "FAIL" => ZStackBatchOutcome.Fail,
        "PARTIAL" => ZStackBatchOutcome.Partial,
        _ => null,
    };
}
