using System;
using System.Threading;

namespace ZStack;

// The tokens that a caller gives to one operation, such as those of Query, AsPages and WithCancellation. Exceptions carry the token that was
// canceled, because the caller does not know the linked token.
internal readonly struct CallerTokens : IDisposable
{
    private readonly CancellationTokenSource? _linked;
    private readonly CancellationToken _first;
    private readonly CancellationToken _second;
    private readonly CancellationToken _third;

    public CallerTokens(CancellationToken first, CancellationToken second = default, CancellationToken third = default)
    {
        _first = first;
        _second = second;
        _third = third;
        CancellationToken last = third.CanBeCanceled ? third : second.CanBeCanceled ? second : first;
        bool isOne = IsNoneOr(first, last) && IsNoneOr(second, last);
        _linked = isOne ? null : CancellationTokenSource.CreateLinkedTokenSource([first, second, third]);
        Token = _linked?.Token ?? last;
    }

    // Canceled with any of the tokens.
    public CancellationToken Token { get; }

    // The token of the caller that was canceled.
    public CancellationToken Canceled => _third.IsCancellationRequested ? _third : _second.IsCancellationRequested ? _second : _first;

    public void Dispose() => _linked?.Dispose();

    private static bool IsNoneOr(CancellationToken token, CancellationToken other) => !token.CanBeCanceled || token == other;
}
