using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ZStack.Simulation.Responses;

namespace ZStack.Simulation.Queries;

/// <summary>The standard parameters of a query. See runtime/PROTOCOL.md §5.1.</summary>
internal sealed record QueryParameters(IReadOnlyList<QueryFilter> Conditions, int Limit, int Start, bool Count, bool ReplyWithCount, IReadOnlyList<(string Field, bool Descending)> Sort, IReadOnlyList<string>? Fields, string? FilterName)
{
    public static QueryParameters Read(IReadOnlyDictionary<string, string[]> query) => new(
        query.TryGetValue("q", out string[]? conditions) ? [.. conditions.Distinct(StringComparer.Ordinal).Select(QueryFilter.Parse)] : [],
        Integer(query, "limit", QueryApis.DefaultLimit),
        Math.Max(0, Integer(query, "start", 0)),
        Flag(query, "count"),
        Flag(query, "replyWithCount"),
        QuerySort.Parse(First(query, "sort")),
        First(query, "fields")?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } fields ? [.. fields.Distinct(StringComparer.Ordinal)] : null,
        First(query, "filterName"));

    private static string? First(IReadOnlyDictionary<string, string[]> query, string name) => query.TryGetValue(name, out string[]? values) ? values[0] : null;

    private static bool Flag(IReadOnlyDictionary<string, string[]> query, string name) => "true".Equals(First(query, name), StringComparison.OrdinalIgnoreCase);

    private static int Integer(IReadOnlyDictionary<string, string[]> query, string name, int fallback)
    {
        if (First(query, name) is not { } text)
            return fallback;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
            ? value
            : throw new PlainTextException(400, $"the query parameter {name} is '{text}', which is not an integer");
    }
}
