using System;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Delays and timeouts on the client's clock, for all target frameworks.
internal static class Waiting
{
    // The longest time that the timers of all target frameworks accept.
    public static readonly TimeSpan MaxDelay = TimeSpan.FromMilliseconds(int.MaxValue - 1);

    // A longer delay ends early: the jitter can extend the longest polling interval beyond the limit of a timer.
    public static Task DelayAsync(TimeSpan delay, TimeProvider clock, CancellationToken cancellationToken)
#if NET8_0_OR_GREATER
        => Task.Delay(delay < MaxDelay ? delay : MaxDelay, clock, cancellationToken);
#else
        => clock.Delay(delay < MaxDelay ? delay : MaxDelay, cancellationToken);
#endif

    // A custom clock may invoke its timer after the source is disposed.
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
                    // The operation has completed; there is nothing to cancel.
                }
            },
            source,
            time,
            Timeout.InfiniteTimeSpan);

    // Waits until the event completes or the time has elapsed.
    public static async Task UntilAsync(Task signal, TimeSpan longest, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (signal.IsCompleted)
            return;
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(signal, DelayAsync(longest, clock, stop.Token)).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        // Release the timer of the delay.
#if NET8_0_OR_GREATER
        await stop.CancelAsync().ConfigureAwait(false);
#else
        stop.Cancel();
#endif
    }

    // Waits for a task that other callers share: cancellation leaves the task running, and its exception is observed.
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
