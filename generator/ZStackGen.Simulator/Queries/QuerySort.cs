using System;
using System.Collections.Generic;
using System.Linq;
using ZStack.Simulation.Queries.Zql;
using ZStack.Simulation.State;

namespace ZStack.Simulation.Queries;

/// <summary>Sorts resources by members.</summary>
internal static class QuerySort
{
    /// <summary>
    /// Parses the <c>sort</c> parameter of a query: <c>+field</c>, <c>-field</c> or <c>field</c>. Further keys can follow as in SQL.
    /// </summary>
    /// <exception cref="ZqlException">The text of a key is not valid ZQL.</exception>
    public static IReadOnlyList<(string Field, bool Descending)> Parse(string? sort)
    {
        if (string.IsNullOrWhiteSpace(sort))
            return [];
        string text = sort.Trim();
        string[] keys = text.TrimStart('+', '-').Split(',');
        var parsed = new List<(string Field, bool Descending)>(keys.Length);
        for (int i = 0; i < keys.Length; i++)
        {
            // The server appends the direction to the whole text, so it applies to the last key.
            string[] words = keys[i].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            bool isLast = i == keys.Length - 1;
            bool? descending = words switch
            {
                [_] => isLast && text[0] == '-',
                [_, "desc"] when !isLast => true,
                [_, "asc"] when !isLast => false,
                _ => null,
            };
            parsed.Add((words.Length == 0 ? "" : words[0], descending ?? throw new ZqlException(isLast
                ? $"the last key of 'sort' is '{keys[i].Trim()}', which is not the name of a field; the sign before all keys is its direction"
                : $"a key of 'sort' is '{keys[i].Trim()}', which is not the name of a field with 'asc' or 'desc'")));
        }

        return parsed;
    }

    /// <summary>Sorts by keys. The order of equal resources is kept.</summary>
    public static IEnumerable<Resource> Apply(List<Resource> items, IReadOnlyList<(string Field, bool Descending)> keys)
    {
        if (keys.Count == 0)
            return items;
        // Only the first key of a field has an effect. A comparison calls no further comparisons, however many keys there are.
        (string Field, bool Descending)[] effective = [.. keys.DistinctBy(static key => key.Field)];
        return items.Order(Comparer<Resource>.Create((left, right) =>
        {
            foreach ((string field, bool descending) in effective)
            {
                int order = ValueComparison.Order(left.Body[field], right.Body[field]);
                if (order != 0)
                    return descending ? -order : order;
            }

            return 0;
        }));
    }
}
