using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using ZStack.Simulation.State;

namespace ZStack.Simulation.Queries;

/// <summary>Sorts resources by members.</summary>
internal static class QuerySort
{
    /// <summary>
    /// Sorts by the <c>sort</c> parameter of a query: <c>+field</c>, <c>-field</c> or <c>field</c>. Further keys can follow as in SQL.
    /// </summary>
    public static IEnumerable<Resource> Apply(List<Resource> items, string? sort)
    {
        if (string.IsNullOrWhiteSpace(sort))
            return items;
        string text = sort.Trim();
        string[] keys = text.TrimStart('+', '-').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var parsed = new List<(string Field, bool Descending)>(keys.Length);
        for (int i = 0; i < keys.Length; i++)
        {
            // The server appends the direction to the whole text, so it applies to the last key.
            string[] words = keys[i].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            bool descending = words.Length > 1 ? words[1].Equals("desc", StringComparison.OrdinalIgnoreCase) : i == keys.Length - 1 && text[0] == '-';
            parsed.Add((words[0], descending));
        }

        return Apply(items, parsed);
    }

    /// <summary>Sorts by keys.</summary>
    public static IEnumerable<Resource> Apply(List<Resource> items, IReadOnlyList<(string Field, bool Descending)> keys)
    {
        IOrderedEnumerable<Resource>? ordered = null;
        foreach ((string field, bool descending) in keys)
        {
            ordered = (ordered, descending) switch
            {
                (null, false) => items.OrderBy(Key, ByValue.Instance),
                (null, true) => items.OrderByDescending(Key, ByValue.Instance),
                (_, false) => ordered.ThenBy(Key, ByValue.Instance),
                (_, true) => ordered.ThenByDescending(Key, ByValue.Instance),
            };

            JsonNode? Key(Resource item) => item.Body[field];
        }

        return ordered ?? (IEnumerable<Resource>)items;
    }

    private sealed class ByValue : IComparer<JsonNode?>
    {
        public static readonly ByValue Instance = new();

        public int Compare(JsonNode? x, JsonNode? y) => ValueComparison.Order(x, y);
    }
}
