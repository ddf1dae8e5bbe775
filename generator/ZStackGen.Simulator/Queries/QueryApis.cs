using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using ZStack.Simulation.Handling;
using ZStack.Simulation.Responses;
using ZStack.Simulation.Specs;
using ZStack.Simulation.State;

namespace ZStack.Simulation.Queries;

/// <summary>Handles the query APIs. See runtime/PROTOCOL.md §5.</summary>
internal sealed class QueryApis(ResourceStore store, ApiCatalog catalog) : IApiHandler
{
    public const int DefaultLimit = 1000;

    public bool CanHandle(SimulatedApi api) => api.Action.IsQuery;

    public SimulatedResponse Handle(SimulatedCall call)
    {
        ResourceCollection collection = store.CollectionOf(call.Definition)!;
        lock (store.Gate)
        {
            // Only a path variable named uuid selects a resource. The other query parameters are then ignored.
            if (call.Text("uuid") is { } uuid && call.Definition.Paths.Any(static path => path.EndsWith("/{uuid}", StringComparison.Ordinal)))
                return List(collection, collection.Items.Where(item => item.Uuid == uuid), null, null);

            QueryParameters query = QueryParameters.Read(call.QueryParameters);
            var matchers = new List<ConditionMatcher>(query.Conditions.Count);
            foreach (QueryFilter condition in query.Conditions)
            {
                if (condition.CausesServerError)
                    return SimulatedResponse.Failure(SimulatedError.Internal($"the value of the condition on '{condition.Name}' contains a single quote, which the query language cannot express"));
                if (ResourcePath.Create(store, catalog, collection, condition.Name) is not { } path)
                    return SimulatedResponse.Failure(SimulatedError.Internal($"{collection.ElementType ?? collection.Query.Name} has no queryable field '{condition.Name}'"));
                matchers.Add(new ConditionMatcher(path, condition.Operator, condition.Value));
            }

            foreach ((string field, _) in query.Sort.Distinct())
            {
                if (!ResourcePath.IsOwnField(store, catalog, collection, field))
                    return SimulatedResponse.Failure(SimulatedError.Internal($"{collection.ElementType ?? collection.Query.Name} has no field '{field}' to sort by"));
            }

            if (query.Limit < 0)
                return SimulatedResponse.Failure(SimulatedError.Internal("the limit of a query cannot be negative"));
            List<Resource> found = collection.Items.FindAll(item => matchers.TrueForAll(matcher => matcher.Matches(item)));
            if (query.Count)
                return SimulatedResponse.Success(new JsonObject { ["total"] = found.Count });
            int total = found.Count;
            IEnumerable<Resource> sorted = QuerySort.Apply(found, query.Sort);
            return List(
                collection,
                sorted.Skip(query.Start).Take(query.Limit),
                query.Fields,
                query.ReplyWithCount ? total : null);
        }
    }

    private static SimulatedResponse List(ResourceCollection collection, IEnumerable<Resource> items, IReadOnlyList<string>? fields, int? total)
    {
        var result = new JsonObject { [collection.ListName] = new JsonArray([.. items.Select(item => Project(item.Body, fields))]) };
        if (total is { } count)
            result["total"] = count;
        return SimulatedResponse.Success(result);
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
