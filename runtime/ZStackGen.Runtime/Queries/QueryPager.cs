using System;
using System.Collections.Generic;
using System.Linq;

namespace ZStack;

// Pages through the results of a query: creates the request of the next result page, and removes duplicates. Does not send requests.
internal sealed class QueryPager<T>
    where T : ZStackStructure
{
    // Resources that are created between two requests can fill a small result page with known resources, but hardly that often in a row.
    private const int MaxStalePages = 10;

    private readonly ZStackQuery<T> _query;
    private readonly IReadOnlyList<QueryPart> _parts;
    private readonly bool _byKey;
    private int _part;
    private int _start;
    private int _offset;
    private int _asked;
    private int? _left;
    private string? _behind;
    private string? _first;
    private HashSet<string>? _lastPage;
    private int _stalePages;
    private bool _hasIdentity;
    private bool _asksForTotal;
    private bool _partIsDone;

    public QueryPager(ZStackQuery<T> query, IReadOnlyList<QueryPart> parts)
    {
        _query = query;
        _parts = parts;
        _byKey = query.Spec.IsInKeyOrder && query.Uuid is not null && query.Spec.Key == "uuid";
        _hasIdentity = query.Uuid is not null && query.Spec.Key is not null;
        _start = _offset = query.Spec.Skip;
        _left = query.Spec.Take;
    }

    // Why paging might not end; null while it proceeds.
    public string? Fault { get; private set; }

    /// <summary>Returns the request of the next result page, or null at the end.</summary>
    public ZStackAction<QueryResponse<T>>? Next()
    {
        if (_partIsDone)
        {
            _part++;
            _start = _offset = 0;
            _behind = null;
            _first = null;
            _lastPage = null;
            _stalePages = 0;
            _partIsDone = false;
        }

        if (_part == _parts.Count || _left == 0)
            return null;
        // Without an identity, repeated resources show only in the comparison with the number of all matches.
        _asksForTotal = !_hasIdentity && _start > _query.Spec.Skip;
        _asked = Math.Min(_query.Spec.PageSize, _left ?? int.MaxValue);
        return _parts[_part].Page(_query.Read, _asked, _start, _behind, withTotal: _asksForTotal);
    }

    /// <summary>Returns the resources of a result page that the previous page did not contain, up to the requested number.</summary>
    /// <param name="items">The resources of the result page.</param>
    /// <param name="length">The number of elements of the result page, including null elements.</param>
    /// <param name="total">The number of all matches, if it was requested.</param>
    public IReadOnlyList<T> Take(IReadOnlyList<T> items, int length, long? total)
    {
        // A short page is the last page, because the server has no other end marker (PROTOCOL.md §5.3).
        _partIsDone = length < _asked;
        IReadOnlyList<T> fresh = _byKey ? items : WithoutLastPage(items);
        if (!_partIsDone)
        {
            if (_asksForTotal && total is null)
                Fault = JsonFault.MissingTotal;
            else if (IsRepeated(items, fresh, total))
                Fault = "the next result page has the same resources again. The server, or a gateway before it, ignores the parameters that select a result page";
            Advance(items, length);
            _hasIdentity = _hasIdentity && (!_byKey || _behind is not null) && HaveIdentity(items);
        }

        if (_left is not { } left)
            return fresh;
        _left = Math.Max(0, left - fresh.Count);
        return fresh.Count > left ? [.. fresh.Take(left)] : fresh;
    }

    private bool IsRepeated(IReadOnlyList<T> items, IReadOnlyList<T> fresh, long? total)
    {
        string? first = _byKey && items.Count > 0 ? _query.Uuid!(items[0]) : null;
        if (_behind is not null && items.Count > 0)
        {
            // The request excluded the resources of the previous result page.
            bool isSame = first is not null && first == _first;
            _first = first;
            return isSame;
        }

        _first = first;
        bool isStale = fresh.Count == 0 || (_asksForTotal && total <= _start);
        _stalePages = isStale ? _stalePages + 1 : 0;
        return _stalePages >= MaxStalePages;
    }

    private bool HaveIdentity(IReadOnlyList<T> items)
    {
        foreach (T item in items)
        {
            if (string.IsNullOrEmpty(_query.Uuid!(item)))
                return false;
        }

        return true;
    }

    // In the order of UUIDs, the next page begins after the last resource, so that created or deleted resources do not shift it. In another order,
    // pages are selected by offset.
    private void Advance(IReadOnlyList<T> items, int length)
    {
        _offset = length < int.MaxValue - _offset ? _offset + length : int.MaxValue;
        _behind = _byKey && items.Count > 0 && _query.Uuid!(items[items.Count - 1]) is { Length: > 0 } last ? _parts[_part].Behind(last) : null;
        _start = _behind is not null ? 0 : _offset;
    }

    // A resource that is created between two requests can shift resources of the previous result page into this page.
    private IReadOnlyList<T> WithoutLastPage(IReadOnlyList<T> items)
    {
        if (_query.Uuid is not { } uuid || _query.Spec.Key is null)
            return items;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var fresh = new List<T>(items.Count);
        foreach (T item in items)
        {
            string? id = uuid(item);
            if (id is not null)
                seen.Add(id);
            if (id is null || _lastPage is null || !_lastPage.Contains(id))
                fresh.Add(item);
        }

        _lastPage = seen;
        return fresh;
    }
}
