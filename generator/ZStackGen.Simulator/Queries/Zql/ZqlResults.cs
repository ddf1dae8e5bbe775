using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using ZStack.Simulation.State;

namespace ZStack.Simulation.Queries.Zql;

/// <summary>Creates the entry of a statement in <c>results</c>. See runtime/PROTOCOL.md §5.4.</summary>
internal sealed class ZqlResults(ZqlSearch search, ZqlResponseSize size)
{
    public JsonObject Of(ParsedStatement statement)
    {
        List<Resource> found = search.Find(statement);
        var result = new JsonObject();
        switch (statement.Verb)
        {
            case ZqlVerb.Count:
                Count(statement, found, result);
                break;
            case ZqlVerb.Sum:
                result["inventories"] = new JsonArray([.. Page(statement, Groups(found, [statement.SumBy!])).Select(group => size.Add(Sum(statement, group)))]);
                break;
            case ZqlVerb.Query when statement.Function is ZqlFunction.Max or ZqlFunction.Min or ZqlFunction.Average:
                result["inventoryAggregateFunctions"] = new JsonArray([.. Page(statement, Groups(found, statement.GroupBy)).Select(group => size.Add(Aggregate(statement, group)))]);
                break;
            default:
                Query(statement, found, result);
                break;
        }

        if (statement.Name is { } name)
            result["name"] = name;
        return result;
    }

    private void Query(ParsedStatement statement, List<Resource> found, JsonObject result)
    {
        int total = found.Count;
        if (statement.GroupBy.Count > 0)
            found = [.. Groups(found, statement.GroupBy).Select(static group => group[0])];
        if (statement.Function == ZqlFunction.Distinct)
            found = [.. Groups(found, statement.Fields ?? ["uuid"]).Select(static group => group[0])];
        result["inventories"] = new JsonArray([.. Page(statement, found).Select(item => size.Add(QueryApis.Project(item.Body, statement.Fields)))]);
        if (statement.ReturnTotal)
            result["total"] = total;
        // The simulator has no monitoring data, so these results are empty.
        if (statement.ReturnWith.Count > 0)
            result["returnWith"] = new JsonObject(statement.ReturnWith.Distinct().Select(static name => KeyValuePair.Create<string, JsonNode?>(name, new JsonArray())));
    }

    private void Count(ParsedStatement statement, List<Resource> found, JsonObject result)
    {
        int total = statement.Function == ZqlFunction.Distinct ? Groups(found, statement.Fields ?? ["uuid"]).Count : found.Count;
        if (statement.GroupBy.Count > 0 && found.Count > 0)
        {
            // The server serializes a map with resources as keys into an array of pairs.
            result["inventoryCounts"] = new JsonArray([.. Page(statement, Groups(found, statement.GroupBy))
                .Select(group => (JsonNode)size.Add(new JsonArray(QueryApis.Project(group[0].Body, statement.GroupBy), group.Count)))]);
        }

        result["total"] = total;
    }

    // The value of the grouping field, followed by the sums in the order of the fields.
    private static JsonArray Sum(ParsedStatement statement, List<Resource> group)
    {
        var row = new JsonArray(group[0].Body[statement.SumBy!]?.DeepClone());
        foreach (string field in statement.Fields!)
        {
            decimal[] numbers = Numbers(group, field);
            row.Add(numbers.Length == 0 ? null : ToNode(numbers.Sum()));
        }

        return row;
    }

    private static JsonArray Aggregate(ParsedStatement statement, List<Resource> group)
    {
        string field = statement.Fields![0];
        decimal[] numbers = Numbers(group, field);
        JsonNode? value = numbers.Length == 0 ? null : statement.Function switch
        {
            ZqlFunction.Max => ToNode(numbers.Max()),
            ZqlFunction.Min => ToNode(numbers.Min()),
            _ => JsonValue.Create((double)numbers.Average()),
        };
        JsonObject key = QueryApis.Project(group[0].Body, statement.GroupBy);
        if (statement.Function != ZqlFunction.Average)
            key[field] = value?.DeepClone();
        return new JsonArray(key, value);
    }

    private static decimal[] Numbers(List<Resource> group, string field) =>
        [.. group.Select(item => item.Body[field]).OfType<JsonValue>().Where(static value => value.GetValueKind() == JsonValueKind.Number)
            .Select(static value => decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture))];

    private static JsonValue ToNode(decimal number) => number == decimal.Truncate(number) && Math.Abs(number) <= long.MaxValue ? JsonValue.Create((long)number) : JsonValue.Create((double)number);

    // Groups resources with the same values of the fields, in the order of the first resource of each group. Without fields, there is one group.
    private static List<List<Resource>> Groups(List<Resource> found, IReadOnlyList<string> fields)
    {
        var groups = new List<List<Resource>>();
        var byKey = new Dictionary<string, List<Resource>>(StringComparer.Ordinal);
        foreach (Resource item in found)
        {
            string key = string.Join('\n', fields.Select(field => item.Body[field]?.ToJsonString() ?? ""));
            if (!byKey.TryGetValue(key, out List<Resource>? group))
                groups.Add(byKey[key] = group = []);
            group.Add(item);
        }

        return groups;
    }

    private static IEnumerable<Resource> Page(ParsedStatement statement, List<Resource> found) => Cut(statement, QuerySort.Apply(found, statement.OrderBy));

    private static IEnumerable<List<Resource>> Page(ParsedStatement statement, List<List<Resource>> groups)
    {
        var byFirst = groups.ToDictionary(static group => group[0]);
        return Cut(statement, QuerySort.Apply([.. byFirst.Keys], statement.OrderBy)).Select(first => byFirst[first]);
    }

    private static IEnumerable<Resource> Cut(ParsedStatement statement, IEnumerable<Resource> sorted)
    {
        sorted = sorted.Skip(statement.Offset);
        return statement.Limit is { } limit ? sorted.Take(limit) : sorted;
    }
}
