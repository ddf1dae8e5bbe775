using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

/// <summary>
/// Receives the callbacks of a server when jobs end, and completes the waits for these jobs. It takes headers and a body, so any web host can use it.
/// Set the same instance as <see cref="ZStackClientOptions.WebhookReceiver"/>.
/// </summary>
/// <remarks>
/// Callbacks are unsigned (PROTOCOL.md §3.2), so a callback only triggers a poll, and the response to the poll is the result. A lost callback delays
/// completion by up to <see cref="ZStackClientOptions.WebhookPollInterval"/>.
/// </remarks>
/// <example><code>
/// ZStackWebhookResult result = await receiver.ReceiveAsync(name => request.Headers[name], request.InputStream, ct);
/// response.StatusCode = result.StatusCode;
/// </code></example>
public sealed class ZStackWebhookReceiver
{
    // The number of mailboxes of ended jobs that are kept for duplicate callbacks. All other mailboxes are kept alive by their jobs.
    private const int MaxIdle = 1024;

    private readonly Dictionary<string, WeakReference<JobMailbox>> _mailboxes = new(StringComparer.Ordinal);
    private readonly Queue<JobMailbox> _idle = new();
    private int _sweepAt = 4 * MaxIdle;
    private int _awaited;

    /// <summary>Gets or sets the maximum size of a callback's body, in bytes. The body is read to its end and discarded. The default is 16 MiB.</summary>
    public int MaxBodyBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>Gets the number of jobs that are currently waited for.</summary>
    public int AwaitedJobs => Volatile.Read(ref _awaited);

    /// <summary>Receives a callback. The method does not wait for the code that awaits the job.</summary>
    /// <param name="header">A function that returns the value of a request header by its name, in any letter case; null if the request has no such header.</param>
    /// <param name="body">The body of the request.</param>
    /// <param name="cancellationToken">A token to cancel reading the body.</param>
    /// <returns>
    /// The HTTP status of the response, with the callback. The status is 204 for a job of this process; 404 for any other job, so that the server
    /// retries the callback (15 times, every 2 seconds) and can reach another process behind the same address; 400 without a valid job id; 413 if the
    /// body is too large.
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
        // Record the callback before reading the body: the body is not needed, and the sender may disconnect.
        if (Find(id!) is not { } mailbox)
            return new ZStackWebhookResult(404, callback);
        mailbox.Put(callback);
        return new ZStackWebhookResult(await DrainAsync(body, cancellationToken).ConfigureAwait(false) ? 204 : 413, callback);
    }

    // Registers for the callbacks of a job; the caller must release the mailbox by Drop or Forget.
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

    // Releases a mailbox, but keeps it for a while: the job may be waited for later, or again.
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

    // Releases the mailbox of a job that does not exist.
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

    // Removes the entries of collected mailboxes, whenever the number of entries has doubled since the last sweep.
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
        long total = 0;
        int count;
        do
        {
            // If this throws, the array is not returned to the pool, because the stream may still write into it.
#if NET8_0_OR_GREATER
            count = await body.ReadAsync(buffer.AsMemory(), cancellationToken).ConfigureAwait(false);
#else
            count = await body.ReadAsync(buffer, 0, buffer.Length, cancellationToken).ConfigureAwait(false);
#endif
            total += count;
        }
        while (count > 0 && total <= MaxBodyBytes);

        System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
        return total <= MaxBodyBytes;
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
