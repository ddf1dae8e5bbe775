using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using ZStack.Simulation.Answers;
using ZStack.Simulation.Handling;
using ZStack.Simulation.Specs;
using ZStack.Simulation.State;

namespace ZStack.Simulation.Queries;

/// <summary>Answers the query APIs (protocol §5).</summary>
internal sealed class QueryApis(ResourceStore store, ApiCatalog catalog) : IApiHandler
{
    public const int DefaultLimit = 1000;

    public bool Takes(SimulatedApi api) => api.Model.IsQuery;

    public SimulatedAnswer Handle(SimulatedCall call)
    {
        ResourceCollection collection = store.CollectionOf(call.Definition)!;
        lock (store.Gate)
        {
            // Only a path variable named exactly uuid selects; then nothing else of the query is looked at.
            if (call.Text("uuid") is { } uuid && call.Definition.Paths.Any(static path => path.EndsWith("/{uuid}", StringComparison.Ordinal)))
                return List(collection, collection.Items.Where(item => item.Uuid == uuid), null, null);

            QueryParameters query = QueryParameters.Read(call.QueryParameters);
            var matchers = new List<ConditionMatcher>(query.Conditions.Count);
            foreach (QueryCondition condition in query.Conditions)
            {
                if (condition.BreaksTheServer)
                    return SimulatedAnswer.Failure(SimulatedError.Internal($"the value of the condition on '{condition.Name}' has a single quote, which the query language cannot carry"));
                if (ResourcePath.Create(store, catalog, collection, condition.Name) is not { } path)
                    return SimulatedAnswer.Failure(SimulatedError.Internal($"{collection.ElementType ?? collection.Query.Name} has no queryable field '{condition.Name}'"));
                matchers.Add(new ConditionMatcher(path, condition.Operator, condition.Value));
            }

            if (query.Limit < 0)
                return SimulatedAnswer.Failure(SimulatedError.Internal("the limit of a query cannot be negative"));
            List<Resource> found = collection.Items.FindAll(item => matchers.TrueForAll(matcher => matcher.Matches(item)));
            if (query.Count)
                return SimulatedAnswer.Success(new JsonObject { ["total"] = found.Count });
            int total = found.Count;
            IEnumerable<Resource> sorted = QuerySort.Apply(found, query.Sort);
            return List(
                collection,
                sorted.Skip(query.Start).Take(query.Limit),
                query.Fields,
                query.ReplyWithCount ? total : null);
        }
    }

    private static SimulatedAnswer List(ResourceCollection collection, IEnumerable<Resource> items, IReadOnlyList<string>? fields, int? total)
    {
        var result = new JsonObject { [collection.ListName] = new JsonArray([.. items.Select(item => Project(item.Body, fields))]) };
        if (total is { } count)
            result["total"] = count;
        return SimulatedAnswer.Success(result);
    }

    public static JsonObject Project(JsonObject body, IReadOnlyList<string>? fields)
    {
        if (fields is null)
            return (JsonObject)body.DeepClone();
        var projected = new JsonObject();
        foreach (string field in fields)
        {
            if (body.TryGetPropertyValue(field, out JsonNode? value) && value is not null)
                projected[field] = value.DeepClone();
        }

        return projected;
    }
}

/// <summary>The standard parameters of a query (protocol §5.1).</summary>
internal sealed record QueryParameters(IReadOnlyList<QueryCondition> Conditions, int Limit, int Start, bool Count, bool ReplyWithCount, string? Sort, IReadOnlyList<string>? Fields)
{
    public static QueryParameters Read(IReadOnlyDictionary<string, string[]> query) => new(
        query.TryGetValue("q", out string[]? conditions) ? [.. conditions.Distinct(StringComparer.Ordinal).Select(QueryCondition.Parse)] : [],
        Integer(query, "limit", QueryApis.DefaultLimit),
        Math.Max(0, Integer(query, "start", 0)),
        Flag(query, "count"),
        Flag(query, "replyWithCount"),
        First(query, "sort"),
        First(query, "fields") is { Length: > 0 } fields ? fields.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : null);

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

/// <summary>Sorts by <c>+field</c>, <c>-field</c> or <c>field</c>; the text may name further keys as SQL does.</summary>
internal static class QuerySort
{
    public static IEnumerable<Resource> Apply(List<Resource> items, string? sort)
    {
        if (string.IsNullOrWhiteSpace(sort))
            return items;
        IOrderedEnumerable<Resource>? ordered = null;
        char sign = sort.TrimStart() is { Length: > 0 } trimmed ? trimmed[0] : '+';
        string[] keys = sort.Trim().TrimStart('+', '-').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < keys.Length; i++)
        {
            string[] words = keys[i].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            string field = words[0];
            // The sign is put behind the whole text, so it belongs to the last key.
            bool descending = words.Length > 1 ? words[1].Equals("desc", StringComparison.OrdinalIgnoreCase) : i == keys.Length - 1 && sign == '-';
            ordered = ordered is null
                ? descending ? items.OrderByDescending(Key, ByValue.Instance) : items.OrderBy(Key, ByValue.Instance)
                : descending ? ordered.ThenByDescending(Key, ByValue.Instance) : ordered.ThenBy(Key, ByValue.Instance);

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
