using System;
using System.Threading;

namespace ZStack;

// The tokens that a caller gives to one operation, such as those of Query, AsPages and WithCancellation. Exceptions carry the token that was
// canceled, because the caller does not know the linked token.
internal readonly struct CallerTokens : IDisposable
{
    private readonly CancellationTokenSource? _firstTwo;
    private readonly CancellationTokenSource? _all;
    private readonly CancellationToken _first;
    private readonly CancellationToken _second;
    private readonly CancellationToken _third;

    public CallerTokens(CancellationToken first, CancellationToken second = default, CancellationToken third = default)
    {
        _first = first;
        _second = second;
        _third = third;
        _firstTwo = Link(first, second, out CancellationToken token);
        _all = Link(token, third, out token);
        Token = token;
    }

    // Canceled with any of the tokens.
    public CancellationToken Token { get; }

    // The token of the caller that was canceled.
    public CancellationToken Canceled => _third.IsCancellationRequested ? _third : _second.IsCancellationRequested ? _second : _first;

    public void Dispose()
    {
        _all?.Dispose();
        _firstTwo?.Dispose();
    }

    // Links pairs: the source for a list of tokens makes native programs larger.
    private static CancellationTokenSource? Link(CancellationToken first, CancellationToken second, out CancellationToken both)
    {
        CancellationTokenSource? linked = first.CanBeCanceled && second.CanBeCanceled && first != second ? CancellationTokenSource.CreateLinkedTokenSource(first, second) : null;
        both = linked?.Token ?? (second.CanBeCanceled ? second : first);
        return linked;
    }
}
