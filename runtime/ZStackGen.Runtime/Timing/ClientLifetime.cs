using System;
using System.Threading;

namespace ZStack;

// The life of a client: whether it is closed, and the token that ends every wait when it closes.
internal sealed class ClientLifetime : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private int _isClosed;

    // The token can be used after its source is gone.
    public ClientLifetime() => Closing = _closing.Token;

    public CancellationToken Closing { get; }

    public bool IsClosed => Volatile.Read(ref _isClosed) != 0;

    // Refuses new calls; true for the first caller. Waits under way end with End.
    public bool Close() => Interlocked.Exchange(ref _isClosed, 1) == 0;

    public void End() => _closing.Cancel();

    public void Dispose() => _closing.Dispose();

    public void ThrowIfClosed()
    {
        if (IsClosed)
            throw new ObjectDisposedException("ZStackClient");
    }
}
