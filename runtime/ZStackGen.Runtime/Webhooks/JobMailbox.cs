using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Stores the callbacks of a job. A wait compares counts, so a callback that arrives before the wait is not lost.
internal sealed class JobMailbox(string jobId)
{
    private readonly object _gate = new();
    private TaskCompletionSource<bool>? _next;
    private ZStackWebhookCallback? _last;
    private int _count;

    public string JobId { get; } = jobId;

    public int Count => Volatile.Read(ref _count);

    public ZStackWebhookCallback? Last => Volatile.Read(ref _last);

    // Guarded by the receiver.
    public int Holders { get; set; }

    public void Put(ZStackWebhookCallback callback)
    {
        TaskCompletionSource<bool>? next;
        lock (_gate)
        {
            _count++;
            _last = callback;
            next = _next;
            _next = null;
        }

        next?.TrySetResult(true);
    }

    // Completes when the number of callbacks differs from `seen`. Continuations run on another thread, so that the receiver does not wait for them.
    public Task MoreThan(int seen)
    {
        lock (_gate)
            return _count != seen ? Task.CompletedTask : (_next ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
    }
}
