using System;
using System.Collections.Generic;

namespace ZStack;

// The way through a query's pages: which comes next, and what of a page has not been seen. Knows nothing of sending.
internal sealed class QueryPager<T>
    where T : ZStackStructure
{
    private readonly ZStackQuery<T> _query;
    private readonly IReadOnlyList<QueryPart> _parts;
    private readonly bool _byKey;
    private int _part;
    private int _start;
    private int _asked;
    private int? _left;
    private string? _behind;
    private HashSet<string>? _lastPage;
    private bool _partIsDone;

    public QueryPager(ZStackQuery<T> query, IReadOnlyList<QueryPart> parts)
    {
        _query = query;
        _parts = parts;
        _byKey = query.Spec.IsInKeyOrder && query.Uuid is not null && query.Spec.Key == "uuid";
        _start = query.Spec.Skip;
        _left = query.Spec.Take;
    }

    /// <summary>The next page's request, or null at the end.</summary>
    public ZStackAction<QueryResponse<T>>? Next()
    {
        if (_partIsDone)
        {
            _part++;
            _start = 0;
            _behind = null;
            _lastPage = null;
            _partIsDone = false;
        }

        if (_part == _parts.Count || _left == 0)
            return null;
        _asked = Math.Min(_query.Spec.PageSize, _left ?? int.MaxValue);
        return _parts[_part].Page(_query.Read, _asked, _start, _behind, withTotal: false);
    }

    /// <summary>What of a page is new.</summary>
    public IReadOnlyList<T> Take(QueryResponse<T> answer)
    {
        IReadOnlyList<T> items = answer.Items;
        // A short page is the last one: there is no snapshot that could tell (PROTOCOL.md §5.3).
        _partIsDone = items.Count < _asked;
        IReadOnlyList<T> fresh = _byKey ? items : WithoutLastPage(items);
        if (!_partIsDone)
            Advance(items);
        if (_left is { } left)
            _left = Math.Max(0, left - fresh.Count);
        return fresh;
    }

    // In the order of UUIDs the next page begins behind the last resource, so that nothing made or deleted meanwhile moves it. In another
    // order it has to be counted off.
    private void Advance(IReadOnlyList<T> items)
    {
        _behind = _byKey && _query.Uuid!(items[items.Count - 1]) is { Length: > 0 } last ? _parts[_part].Behind(last) : null;
        _start = _behind is null ? checked(_start + items.Count) : 0;
    }

    // What was made meanwhile pushes resources from the page before into this one.
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
