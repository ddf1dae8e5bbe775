using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace ZStack;

// One request, or one sequence of result pages, with its conditions as `q` parameters or as ZQL.
internal sealed class QueryPart
{
    private readonly QuerySpec _spec;
    private readonly IReadOnlyList<string>? _conditions;
    private readonly string? _where;

    private QueryPart(QuerySpec spec, IReadOnlyList<string>? conditions, string? where)
    {
        _spec = spec;
        _conditions = conditions;
        _where = where;
    }

    public bool IsZql => _conditions is null;

    public static QueryPart ByQuery(QuerySpec spec, IReadOnlyList<string> conditions) => new(spec, conditions, null);

    public static QueryPart ByZql(QuerySpec spec, string? where) => new(spec, null, where);

    // Returns the condition of a page that begins after a resource; null if the key cannot be sent, so that the page is selected by offset.
    public string? Behind(string key)
    {
        var comparison = new QueryComparison(new QueryFields().Field(_spec.SingleKey!), QueryOperator.Greater, key);
        try
        {
            return IsZql
                ? ZqlText.Condition(comparison, _spec.ZqlName!, null, TimeZoneInfo.Utc)
                : ConditionScan.Write(comparison, TimeZoneInfo.Utc, out _);
        }
        catch (QueryRefusal)
        {
            return null;
        }
    }

    public ZStackAction<QueryResponse<T>> Page<T>(JsonRead<T> read, int limit, int start, string? behind, bool withTotal)
        where T : ZStackStructure
    {
        if (IsZql)
            return new ZqlQueryAction<T>(Zql("query", behind, withTotal, limit, start), read);
        return new QueryAction<T>(_spec.Api, read)
        {
            Conditions = behind is null ? _conditions : [.. _conditions!, behind],
            Limit = limit,
            Start = start > 0 ? start : null,
            ReplyWithCount = withTotal ? true : null,
            Sort = Sort(),
            Fields = _spec.Fields,
            FilterName = _spec.FilterName,
        };
    }

    public ZStackAction<QueryResponse<T>> Count<T>(JsonRead<T> read)
        where T : ZStackStructure
        => IsZql
            ? new ZqlQueryAction<T>(Zql("count", null, false, null, 0), read)
            : new QueryAction<T>(_spec.Api, read) { Conditions = _conditions, Count = true, FilterName = _spec.FilterName };

    // The grammar requires this order of clauses.
    private string Zql(string verb, string? behind, bool withTotal, int? limit, int start)
    {
        StringBuilder zql = new StringBuilder(verb).Append(' ').Append(_spec.ZqlName);
        if (verb == "query" && _spec.Fields is { } fields)
            zql.Append('.').Append(string.Join(",", fields));
        if (_where is not null)
            zql.Append(" where ").Append(behind is null ? _where : "(" + _where + ") and " + behind);
        else if (behind is not null)
            zql.Append(" where ").Append(behind);
        if (withTotal)
            zql.Append(" return with (total)");
        if (limit is not { } most)
            return zql.ToString();
        string separator = " order by ";
        foreach (QueryOrder order in _spec.StableOrder())
        {
            zql.Append(separator).Append(order.Zql);
            separator = ",";
        }

        zql.Append(" limit ").Append(most.ToString(CultureInfo.InvariantCulture));
        if (start > 0)
            zql.Append(" offset ").Append(start.ToString(CultureInfo.InvariantCulture));
        return zql.ToString();
    }

    // The sign applies to the last field, because the server appends its direction to the text (PROTOCOL.md §5.1).
    private string? Sort()
    {
        string text = string.Empty;
        QueryOrder? last = null;
        foreach (QueryOrder order in _spec.StableOrder())
        {
            if (last is { } before)
                text += before.Zql + ",";
            last = order;
        }

        return last is { } end ? (end.IsDescending ? "-" : "+") + text + end.Field : null;
    }
}
