using System;
using System.Collections.Generic;

namespace ZStack;

// Decides how a query is sent: by `q` if the server reads every condition as intended, otherwise by ZQL, and in several parts if a list is too
// long for one request. A query that neither form can express is refused (PROTOCOL.md §5.2).
internal sealed class QueryPlan
{
    // The server accepts RequestHead.MaxBytes and 1,000 parameters (PROTOCOL.md §1.1); the rest is reserved for headers and paging.
    private const int MaxUrl = 60_000;
    private const int MaxConditions = 990;

    private readonly QuerySpec _spec;
    private readonly TimeZoneInfo _zone;
    private readonly int _baseLength;

    private QueryPlan(QuerySpec spec, TimeZoneInfo zone, int baseLength)
    {
        _spec = spec;
        _zone = zone;
        _baseLength = baseLength;
    }

    /// <summary>Returns the parts of the query, which have no resource in common; none if no resource can match.</summary>
    /// <exception cref="ArgumentException">The query cannot be sent; the message states the reason.</exception>
    public static IReadOnlyList<QueryPart> Make(QuerySpec spec, TimeZoneInfo zone, int baseLength)
    {
        if (spec.FindsNothing)
            return Array.Empty<QueryPart>();
        var parts = new List<QueryPart>();
        var conditions = new List<QueryCondition>();
        if (spec.Condition is QueryCombination { IsAnd: true } all)
            conditions.AddRange(all.Parts);
        else if (spec.Condition is { } one and not QueryConstant)
            conditions.Add(one);
        try
        {
            new QueryPlan(spec, zone, baseLength).Add(parts, conditions);
        }
        catch (QueryRefusal refusal)
        {
            throw new ArgumentException("API " + spec.Api.Name + ": the query cannot be sent: " + refusal.Message + ".");
        }

        return parts;
    }

    /// <summary>Throws if the request is longer than the server accepts.</summary>
    public static void CheckLength(ZStackAction action, int baseLength)
    {
        var url = new UriText();
        action.WriteUrl(url);
        if (baseLength + url.Length > MaxUrl)
            throw new ArgumentException($"API {action.Api.Name}: the address of the request has {baseLength + url.Length} characters, but the server accepts {MaxUrl}. Shorten the statements.");
    }

    private void Add(List<QueryPart> parts, List<QueryCondition> conditions)
    {
        QueryPart part = Part(conditions);
        int length = Length(part);
        if (length <= MaxUrl)
        {
            parts.Add(part);
            return;
        }

        // Two requests with half of the list each find the same resources as one request.
        int place = Longest(conditions);
        if (place < 0)
            throw new QueryRefusal($"its address has {length} characters, but the server accepts {MaxUrl}; only the values of In on a documented single-valued field can be split over several requests");
        var list = (QueryComparison)conditions[place];
        string field = list.Field.Path;
        if (_spec.Order.Count > 0 || _spec.Skip > 0)
            throw new QueryRefusal($"its address has {length} characters, but the server accepts {MaxUrl}; the {list.Values.Count} values for '{field}' cannot be split over several requests with OrderBy or Skip: remove OrderBy and Skip, or shorten the list");
        List<object> values = Distinct(list);
        int half = values.Count / 2;
        foreach ((int begin, int end) in new[] { (0, half), (half, values.Count) })
        {
            var some = new object[end - begin];
            for (int i = 0; i < some.Length; i++)
                some[i] = values[begin + i];
            if (some.Length == 0)
                continue;
            Add(parts, [.. conditions.GetRange(0, place), new QueryComparison(list.Field, QueryOperator.In, some), .. conditions.GetRange(place + 1, conditions.Count - place - 1)]);
        }
    }

    private QueryPart Part(List<QueryCondition> conditions)
    {
        string? reason = null;
        var texts = new List<string>(conditions.Count);
        foreach (QueryCondition condition in conditions)
        {
            if (condition is not QueryComparison comparison)
            {
                reason = condition is QueryCombination ? "'|' combines conditions" : "'!' negates a condition on a part";
                break;
            }

            if (!IsPlainPath(comparison.Field.Path))
                throw new QueryRefusal($"'{comparison.Field.Path}' is not a valid field name");
            if (ConditionScan.Write(comparison, _zone, out string? why) is not { } text)
            {
                reason = $"in the condition on '{comparison.Field.Path}' {why}";
                break;
            }

            texts.Add(text);
        }

        if (reason is null && texts.Count <= MaxConditions)
            return QueryPart.ByQuery(_spec, texts);
        reason ??= $"there are {texts.Count} conditions";
        if (_spec.ZqlName is null)
            throw new QueryRefusal(reason + ", which the parameter q cannot express, and the ZQL name of the resource is not known");
        if (_spec.FilterName is not null)
            throw new QueryRefusal(reason + ", which the parameter q cannot express, and ZQL does not support WithFilter");
        return QueryPart.ByZql(_spec, ZqlText.Condition(QueryCombination.Of(true, conditions), _spec.ZqlName, _spec.SingleKey, _zone));
    }

    private static bool IsPlainPath(string path)
    {
        foreach (char c in path)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '.'))
                return false;
        }

        return path[0] != '.' && path[path.Length - 1] != '.' && path.IndexOf("..", StringComparison.Ordinal) < 0;
    }

    // The length of the request, with room for the paging parameters.
    private int Length(QueryPart part)
    {
        const int Page = 500;
        var url = new UriText();
        part.Page<ZStackRawResult>(static (ref JsonReader _) => new ZStackRawResult(), int.MaxValue, int.MaxValue, null, true).WriteUrl(url);
        return _baseLength + url.Length + Page;
    }

    private static int Longest(List<QueryCondition> conditions)
    {
        int longest = -1;
        for (int i = 0; i < conditions.Count; i++)
        {
            if (conditions[i] is QueryComparison { Operator: QueryOperator.In, Values.Count: > 1, Field: { IsSingle: true, IsDocumented: true } } list
                && (longest < 0 || list.Values.Count > ((QueryComparison)conditions[longest]).Values.Count))
                longest = i;
        }

        return longest;
    }

    // Two parts must not find the same resource. The database treats strings as equal that differ in case, accents or trailing spaces; for
    // ASCII strings without spaces, a comparison that ignores case is equivalent.
    private List<object> Distinct(QueryComparison list)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var values = new List<object>(list.Values.Count);
        foreach (object value in list.Values)
        {
            string text = QueryValue.Text(list, value, _zone);
            foreach (char c in text)
            {
                if (c is < '!' or > '~')
                    throw new QueryRefusal($"the {list.Values.Count} values for '{list.Field.Path}' are too long for one request, and cannot be split over several requests because a value contains a space or a non-ASCII character, which the server's database may treat as equal to others");
            }

            if (seen.Add(text))
                values.Add(value);
        }

        return values;
    }
}
