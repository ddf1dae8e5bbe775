using System;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Waits during a call until the time has elapsed, the caller cancels, or the client closes.
internal static class Pauses
{
    public static ValueTask WaitAsync(ClientContext context, TimeSpan time, ApiDescriptor api, string? jobId, bool accepted, CancellationToken cancellationToken)
        => WaitAsync(context, null, time, api, jobId, accepted, cancellationToken);

    // Ends early when the signal completes.
    public static async ValueTask WaitAsync(ClientContext context, Task? signal, TimeSpan time, ApiDescriptor api, string? jobId, bool accepted, CancellationToken cancellationToken)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, context.Lifetime.Closing);
        try
        {
            TimeProvider clock = context.Options.TimeProvider;
            await (signal is null ? Waiting.DelayAsync(time, clock, stop.Token) : Waiting.UntilAsync(signal, time, clock, stop.Token)).ConfigureAwait(false);
        }
        catch (OperationCanceledException e)
        {
            throw cancellationToken.IsCancellationRequested
                ? CallFault.Canceled(api, context.Server, e, jobId, accepted, cancellationToken)
                : CallFault.Disposed(api, context.Server, jobId);
        }
    }
}
