using System;
using System.Threading;

namespace ZStack;

// The token of Query and the token of the method that executes it. Exceptions carry the token that was canceled, because the caller does not
// know the linked token.
internal readonly struct QueryTokens : IDisposable
{
    private readonly CancellationTokenSource? _linked;
    private readonly CancellationToken _query;
    private readonly CancellationToken _method;

    public QueryTokens(CancellationToken query, CancellationToken method)
    {
        _query = query;
        _method = method;
        _linked = query.CanBeCanceled && method.CanBeCanceled && query != method ? CancellationTokenSource.CreateLinkedTokenSource(query, method) : null;
        Token = _linked?.Token ?? (method.CanBeCanceled ? method : query);
    }

    // Canceled with either token.
    public CancellationToken Token { get; }

    // The token of the caller that was canceled.
    public CancellationToken Canceled => _method.IsCancellationRequested ? _method : _query;

    public void Dispose() => _linked?.Dispose();
}
