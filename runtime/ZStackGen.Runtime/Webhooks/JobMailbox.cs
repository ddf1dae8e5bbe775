using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Where a job's callbacks lie until somebody looks: what counts is how many there were, so one that comes before the wait is not lost.
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

    // Ends once there are others than the ones seen. Who waits goes on in a thread of its own: the callback is answered without him.
    public Task MoreThan(int seen)
    {
        lock (_gate)
            return _count != seen ? Task.CompletedTask : (_next ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
    }
}
