using System;
using System.Threading;

namespace ZStack;

// Cancels the requests of a wait when its time has elapsed, or when the caller cancels.
internal sealed class Deadline : IDisposable
{
    // The last poll begins when the time has elapsed, and may take this long.
    private static readonly TimeSpan s_lastPoll = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _source;
    private readonly CancellationToken _caller;
    private readonly ITimer? _timer;

    public Deadline(TimeSpan limit, TimeProvider clock, CancellationToken cancellationToken)
    {
        _caller = cancellationToken;
        _source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Token = _source.Token;
        // No timer lasts longer. The wait also checks its time between two polls.
        if (limit < Waiting.MaxDelay - s_lastPoll)
            _timer = Waiting.CancelAfter(_source, limit + s_lastPoll, clock);
    }

    public CancellationToken Token { get; }

    public bool HasPassed => Token.IsCancellationRequested && !_caller.IsCancellationRequested;

    public void Dispose()
    {
        _timer?.Dispose();
        _source.Dispose();
    }
}
