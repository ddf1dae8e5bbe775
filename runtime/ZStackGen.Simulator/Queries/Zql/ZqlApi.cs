using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using ZStack.Simulation.Handling;
using ZStack.Simulation.Specs;
using ZStack.Simulation.State;

namespace ZStack.Simulation.Queries.Zql;

/// <summary>Answers <c>GET /v1/zql</c> (protocol §5.4).</summary>
internal sealed class ZqlApi(ResourceStore store, ApiCatalog catalog) : IApiHandler
{
    public bool Takes(SimulatedApi api) => api.Name == "ZQLQuery";

    public SimulatedAnswer Handle(SimulatedCall call)
    {
        try
        {
            lock (store.Gate)
            {
                var results = new JsonArray();
                foreach (ZqlStatement statement in ZqlParser.Parse(call.Text("zql") ?? ""))
                    results.Add(Run(statement));
                return SimulatedAnswer.Success(new JsonObject { ["results"] = results });
            }
        }
        catch (ZqlException failed)
        {
            return SimulatedAnswer.Failure(SimulatedError.Internal(failed.Message));
        }
    }

    private JsonObject Run(ZqlStatement statement)
    {
        List<Resource> found = Find(statement);
        var result = new JsonObject();
        if (statement.IsCount)
        {
            result["total"] = found.Count;
        }
        else
        {
            result["inventories"] = new JsonArray([.. Page(statement, found).Select(item => QueryApis.Project(item.Body, statement.Fields))]);
            if (statement.ReturnTotal)
                result["total"] = found.Count;
        }

        if (statement.Name is { } name)
            result["name"] = name;
        return result;
    }

    private List<Resource> Find(ZqlStatement statement)
    {
        ResourceCollection collection = store.Collections.FirstOrDefault(candidate => candidate.ZqlName == statement.Target)
            ?? throw new ZqlException($"there is no resource '{statement.Target}' to query; the names are [{string.Join(", ", store.Collections.Select(static c => c.ZqlName).Distinct().Order(StringComparer.Ordinal))}]");
        if (statement.Where is null)
            return [.. collection.Items];
        Func<Resource, bool> condition = Condition(collection, statement.Where);
        return [.. collection.Items.Where(condition)];
    }

    private static IEnumerable<Resource> Page(ZqlStatement statement, List<Resource> found)
    {
        IEnumerable<Resource> sorted = QuerySort.Apply(found, statement.OrderBy);
        sorted = sorted.Skip(statement.Offset);
        return statement.Limit is { } limit ? sorted.Take(limit) : sorted;
    }

    private Func<Resource, bool> Condition(ResourceCollection collection, ZqlCondition condition)
    {
        if (condition is ZqlCombination combination)
        {
            Func<Resource, bool> left = Condition(collection, combination.Left);
            Func<Resource, bool> right = Condition(collection, combination.Right);
            return combination.IsAnd ? item => left(item) && right(item) : item => left(item) || right(item);
        }

        var comparison = (ZqlComparison)condition;
        ResourcePath path = ResourcePath.Create(store, catalog, collection, comparison.Field)
            ?? throw new ZqlException($"{collection.ZqlName} has no queryable field '{comparison.Field}'");
        string[] values = comparison.SubQuery is { } inner
            ? [.. Page(inner, Find(inner)).Select(item => item.Body[inner.Fields![0]]).OfType<JsonNode>().Select(ValueComparison.Text)]
            : [.. comparison.Values];
        return new ConditionMatcher(path, comparison.Operator, values.Length > 0 ? values[0] : "", values).Matches;
    }
}
