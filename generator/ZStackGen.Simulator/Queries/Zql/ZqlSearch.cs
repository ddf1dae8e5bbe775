using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using ZStack.Simulation.Specs;
using ZStack.Simulation.State;

namespace ZStack.Simulation.Queries.Zql;

/// <summary>Finds the resources of a statement.</summary>
internal sealed class ZqlSearch(ResourceStore store, ApiCatalog catalog)
{
    /// <summary>Returns the collection with a ZQL name.</summary>
    /// <exception cref="ZqlException">There is no such collection.</exception>
    public ResourceCollection CollectionOf(string target) => store.Collections.FirstOrDefault(candidate => candidate.ZqlName == target)
        ?? throw new ZqlException($"there is no resource '{target}' to query; the names are [{string.Join(", ", store.Collections.Select(static c => c.ZqlName).Distinct().Order(StringComparer.Ordinal))}]");

    /// <summary>Returns the resources that meet <c>where</c> and <c>restrict by</c>, in creation order.</summary>
    /// <exception cref="ZqlException">The statement, or a query in it, names an unknown resource or field.</exception>
    public List<Resource> Find(ParsedStatement statement)
    {
        ResourceCollection collection = CollectionOf(statement.Target);
        CheckFields(collection, statement);
        List<Func<Resource, bool>> conditions = [.. statement.RestrictBy.Select(restriction => Restriction(collection, restriction))];
        if (statement.Where is { } where)
            conditions.Insert(0, Condition(collection, where));
        return [.. collection.Items.Where(item => conditions.TrueForAll(meets => meets(item)))];
    }

    // The fields that a statement returns, groups by and sorts by.
    private void CheckFields(ResourceCollection collection, ParsedStatement statement)
    {
        IEnumerable<string> fields = (statement.Fields ?? []).Concat(statement.GroupBy).Concat(statement.OrderBy.Select(static order => order.Field));
        if (statement.SumBy is { } sumBy)
            fields = fields.Append(sumBy);
        foreach (string field in fields.Distinct())
        {
            if (!ResourcePath.IsOwnField(store, catalog, collection, field))
                throw new ZqlException($"{collection.ZqlName} has no queryable field '{field}'");
        }
    }

    private ResourcePath Path(ResourceCollection collection, string field) =>
        ResourcePath.Create(store, catalog, collection, field) ?? throw new ZqlException($"{collection.ZqlName} has no queryable field '{field}'");

    private Func<Resource, bool> Condition(ResourceCollection collection, ZqlCondition condition)
    {
        if (condition is ZqlCombination combination)
        {
            Func<Resource, bool>[] conditions = [.. combination.Conditions.Select(inner => Condition(collection, inner))];
            return combination.IsAnd
                ? item => Array.TrueForAll(conditions, meets => meets(item))
                : item => Array.Exists(conditions, meets => meets(item));
        }

        var comparison = (ZqlComparison)condition;
        ResourcePath path = Path(collection, comparison.Field);
        // For a single value of the resource itself, the server generates invalid SQL.
        if (comparison.Operator is QueryOperator.Has or QueryOperator.NotHas && path is { IsTag: false, HasMany: false })
            throw new ZqlException($"'{comparison.Field}' of {collection.ZqlName} is a single value, which does not support 'has'");
        string[] values = comparison.SubQuery is { } inner
            ? [.. Find(inner).Select(item => item.Body[inner.Fields![0]]).OfType<JsonNode>().Select(ValueComparison.Text)]
            : [.. comparison.Values];
        return new ConditionMatcher(path, comparison.Operator, values.Length > 0 ? values[0] : "", values).Matches;
    }

    private Func<Resource, bool> Restriction(ResourceCollection collection, ZqlRestriction restriction)
    {
        ResourceCollection related = CollectionOf(restriction.Target);
        Func<Resource, bool> meets = Condition(related, restriction.Condition);
        if (related == collection)
            return meets;
        if (!store.References.AreRelated(collection.ElementType, related.ElementType))
            throw new ZqlException($"'restrict by ({restriction.Target}.{restriction.Condition.Field} …)': no field of {collection.ZqlName} refers to a {restriction.Target}");
        var matching = related.Items.Where(meets).Select(static item => item.Uuid).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return item => store.References.Reachable(item).Any(matching.Contains);
    }
}
