using System;
using System.Threading;

namespace ZStack;

// Whether the client is closed, and the token that cancels all pending operations when it closes.
internal sealed class ClientLifetime : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private int _isClosed;

    // The token stays usable after its source is disposed.
    public ClientLifetime() => Closing = _closing.Token;

    public CancellationToken Closing { get; }

    public bool IsClosed => Volatile.Read(ref _isClosed) != 0;

    // Rejects new calls and returns true for the first caller. End cancels the pending operations.
    public bool Close() => Interlocked.Exchange(ref _isClosed, 1) == 0;

    public void End() => _closing.Cancel();

    public void Dispose() => _closing.Dispose();

    public void ThrowIfClosed()
    {
        if (IsClosed)
            throw new ObjectDisposedException("ZStackClient");
    }
}
