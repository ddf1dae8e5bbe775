using System;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Waiting by the client's own clock, on every framework.
internal static class Waiting
{
    // What every framework's timers take.
    public static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(int.MaxValue - 1);

    public static Task DelayAsync(TimeSpan delay, TimeProvider clock, CancellationToken cancellationToken)
#if NET8_0_OR_GREATER
        => Task.Delay(delay, clock, cancellationToken);
#else
        => clock.Delay(delay, cancellationToken);
#endif

    // A clock of somebody else's may still call when the wait is over and the source is gone.
    public static ITimer CancelAfter(CancellationTokenSource source, TimeSpan time, TimeProvider clock)
        => clock.CreateTimer(
            static state =>
            {
                try
                {
                    ((CancellationTokenSource)state!).Cancel();
                }
                catch (ObjectDisposedException)
                {
                    // Nobody waits any more.
                }
            },
            source,
            time,
            Timeout.InfiniteTimeSpan);

    // Waits for an event, but no longer than so.
    public static async Task UntilAsync(Task happening, TimeSpan longest, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (happening.IsCompleted)
            return;
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(happening, DelayAsync(longest, clock, stop.Token)).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        // The clock's timer goes with it.
#if NET8_0_OR_GREATER
        await stop.CancelAsync().ConfigureAwait(false);
#else
        stop.Cancel();
#endif
    }

    // Waits for a task that others wait for too: giving up does not end it, and nobody is left with its exception.
    public static Task<T> ForAsync<T>(Task<T> task, CancellationToken cancellationToken)
    {
        if (!cancellationToken.CanBeCanceled || task.IsCompleted)
            return task;
        _ = task.ContinueWith(
            static t => _ = t.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
#if NET8_0_OR_GREATER
        return task.WaitAsync(cancellationToken);
#else
        return task.WaitAsync(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
#endif
    }
}
