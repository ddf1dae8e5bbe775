using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using ZStack.Simulation.Handling;
using ZStack.Simulation.Queries.Zql;
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

            try
            {
                return Query(collection, QueryParameters.Read(call.QueryParameters));
            }
            catch (ZqlException failed)
            {
                return SimulatedResponse.Failure(SimulatedError.Internal(failed.Message));
            }
        }
    }

    // The server translates a query to ZQL, and rejects names and clauses that ZQL does not accept.
    private SimulatedResponse Query(ResourceCollection collection, QueryParameters query)
    {
        var matchers = new List<ConditionMatcher>(query.Conditions.Count + 1);
        foreach (QueryFilter condition in query.Conditions)
        {
            if (condition.CausesServerError)
                throw new ZqlException($"the value of the condition on '{condition.Name}' contains a single quote, which the query language cannot express");
            matchers.Add(new ConditionMatcher(Path(collection, condition.Name), condition.Operator, condition.Value));
        }

        if (query.FilterName is { Length: > 0 } filter)
            matchers.Add(NamedFilter(collection, filter));
        foreach (string field in query.Sort.Select(static key => key.Field).Distinct())
            CheckField(collection, field, "sort");
        foreach (string field in query.Fields ?? [])
            CheckField(collection, field, "fields");
        if (query.Limit < 0)
            throw new ZqlException("the limit of a query cannot be negative");
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

    private ResourcePath Path(ResourceCollection collection, string name) =>
        ResourcePath.Create(store, catalog, collection, name) ?? throw new ZqlException($"{NameOf(collection)} has no queryable field '{name}'");

    private void CheckField(ResourceCollection collection, string field, string parameter)
    {
        if (!ResourcePath.IsOwnField(store, catalog, collection, field))
            throw new ZqlException($"{NameOf(collection)} has no field '{field}', which '{parameter}' names");
    }

    // ZStack has a single filter with a name.
    private ConditionMatcher NamedFilter(ResourceCollection collection, string filter)
    {
        const string applianceType = "applianceType";
        string[] parts = filter.Split(':', 2);
        if (parts is not [applianceType, { } value])
            throw new ZqlException($"the parameter 'filterName' is '{filter}'; the only filter is '{applianceType}:TYPE'");
        return new ConditionMatcher(Path(collection, applianceType), QueryOperator.Equal, value);
    }

    private static string NameOf(ResourceCollection collection) => collection.ElementType ?? collection.Query.Name;

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
