using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using ZStackGen.Specs.Catalog;

namespace ZStackGen.Tool.Calling;

/// <summary>Refuses unknown columns, which would be printed as blank columns.</summary>
internal static class ResultColumns
{
    /// <summary>Checks columns before a call, so that a call that changes something is not executed for nothing.</summary>
    /// <param name="columns">The columns, such as <c>name</c> or <c>cluster.name</c>.</param>
    /// <param name="described">The members that the pages describe; empty if they describe none.</param>
    /// <exception cref="ToolException">A column is unknown.</exception>
    public static void Check(IReadOnlyList<string> columns, IReadOnlySet<string> described)
    {
        if (described.Count > 0)
            Check(columns, described, static () => new HashSet<string>());
    }

    /// <summary>Checks columns after a call. The server omits members without a value, so described members are valid, too.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="result">The result. Without a resource in it, every column is valid.</param>
    /// <param name="described">Returns the members that the pages describe.</param>
    /// <exception cref="ToolException">A column is unknown.</exception>
    public static void Check(IReadOnlyList<string> columns, JsonObject result, Func<IReadOnlySet<string>> described)
    {
        string[] names = [.. Resources(result).SelectMany(static resource => resource).Select(static member => member.Key)];
        if (names.Length > 0)
            Check(columns, names.ToHashSet(StringComparer.Ordinal), described);
    }

    // The objects that the table has rows for.
    private static IEnumerable<JsonObject> Resources(JsonObject result)
    {
        foreach ((_, JsonNode? value) in result)
        {
            if (value is JsonObject resource)
                yield return resource;
            if (value is not JsonArray list)
                continue;
            JsonObject[] rows = [.. list.OfType<JsonObject>()];
            foreach (JsonObject row in ResultTable.AreResults(rows) ? rows.SelectMany(Resources) : rows)
                yield return row;
        }
    }

    private static void Check(IReadOnlyList<string> columns, IReadOnlySet<string> names, Func<IReadOnlySet<string>> others)
    {
        foreach (string column in columns.Where(column => !names.Contains(column.Split('.')[0])))
        {
            IReadOnlySet<string> more = others();
            if (!more.Contains(column.Split('.')[0]))
                throw new ToolException($"no column '{column}'{NameSuggestions.Question(NameSuggestions.Nearest(column, names.Concat(more)))}");
        }
    }
}
