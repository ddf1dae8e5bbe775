using System;
using System.Collections.Generic;
using System.Linq;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Planning;

/// <summary>
/// Determines the query API of each structure, and the structures that need query fields: the structures that a query returns, their
/// bases, and all structures that they refer to.
/// </summary>
internal static class QueryPlan
{
    public static EquatableArray<CatalogStructure> Apply(EquatableArray<CatalogStructure> structures, CatalogAction[] actions, Dictionary<string, string> renamed, PlanningMemory memory)
    {
        var chosen = new Dictionary<string, CatalogAction>(StringComparer.Ordinal);
        Dictionary<string, string> documented = renamed.ToDictionary(static pair => pair.Value, static pair => pair.Key, StringComparer.Ordinal);
        foreach (CatalogAction action in actions)
        {
            if (action.QueryElement is not { Kind: ValueKind.Structure, Name: { } element } || !CanBeTyped(action))
                continue;
            if (!chosen.TryGetValue(element, out CatalogAction? other) || IsCloser(action, other, Documented(element)))
                chosen[element] = action;
        }

        if (chosen.Count == 0)
            return structures;
        Dictionary<string, CatalogStructure> byName = structures.ToDictionary(static structure => structure.TypeName, StringComparer.Ordinal);
        HashSet<string> reached = Reach(chosen.Keys, byName);
        var result = new CatalogStructure[structures.Count];
        for (int i = 0; i < result.Length; i++)
        {
            CatalogStructure structure = structures[i];
            result[i] = !reached.Contains(structure.TypeName) ? structure
                : WithQuery(structure, chosen.TryGetValue(structure.TypeName, out CatalogAction? action) ? Describe(structure, action) : null, memory);
        }

        return new EquatableArray<CatalogStructure>(result);

        string Documented(string typeName) => documented.TryGetValue(typeName, out string? name) ? name : typeName;

        CatalogQuery Describe(CatalogStructure structure, CatalogAction action)
        {
            List<CatalogMember> members = [.. Lineage(structure, byName).SelectMany(static level => level.Members)];
            return new CatalogQuery
            {
                Api = action.Name,
                Path = action.Path,
                HasUuidRoute = action.AlternatePaths.Contains(action.Path + "/{uuid}"),
                RequiresSession = action.RequiresSession,
                Since = action.Since,
                ZqlName = ZqlName(Documented(structure.TypeName)),
                Key = Key(members),
                UuidMember = members.Find(static member => member is { Name: "uuid", Type.Kind: ValueKind.String })?.Identifier,
                HidesBase = Lineage(structure, byName).Skip(1).Any(parent => chosen.ContainsKey(parent.TypeName)),
            };
        }
    }

    /// <summary>Determines whether two versions of an action result in the same queries of structures.</summary>
    public static bool AreSame(CatalogAction left, CatalogAction right)
    {
        if (!left.IsQuery && !right.IsQuery)
            return true;
        return left.IsQuery == right.IsQuery && left.RequiresSession == right.RequiresSession && left.AlternatePaths == right.AlternatePaths
            && string.Equals(left.Path, right.Path, StringComparison.Ordinal) && string.Equals(left.Since, right.Since, StringComparison.Ordinal)
            && Equals(left.QueryElement, right.QueryElement) && CanBeTyped(left) == CanBeTyped(right);
    }

    private static CatalogStructure WithQuery(CatalogStructure structure, CatalogQuery? query, PlanningMemory memory)
    {
        if (memory.Queries.TryGet(structure, out CatalogStructure? earlier) && Equals(earlier.Query, query))
            return earlier;
        CatalogStructure result = structure with { HasQueryFields = true, Query = query };
        memory.Queries.Set(structure, result);
        return result;
    }

    /// <summary>
    /// Returns the ZQL name of a resource: the name of its class without <c>Inventory</c>, in lower case. See runtime/PROTOCOL.md §5.4.
    /// </summary>
    private static string? ZqlName(string structure)
    {
        const string Suffix = "Inventory";
        if (structure.Length <= Suffix.Length || !structure.EndsWith(Suffix, StringComparison.Ordinal))
            return null;
        string name = structure.Substring(0, structure.Length - Suffix.Length).ToLowerInvariant();
        return name[0] is >= 'a' and <= 'z' && name.All(static c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9')) ? name : null;
    }

    /// <summary>
    /// Returns the key fields of a resource, which make a sort order stable: the UUID; otherwise, the ID. Relations and settings have neither;
    /// for them, all UUIDs of the related resources, with name and category.
    /// </summary>
    private static string? Key(List<CatalogMember> members)
    {
        foreach (string name in new[] { "uuid", "id" })
        {
            if (members.Exists(member => member.Name == name && member.Type.Kind is ValueKind.String or ValueKind.Int64 or ValueKind.Int32))
                return name;
        }

        string key = string.Join(",", members
            .Where(static member => member.Type.Kind == ValueKind.String && (member.Name.EndsWith("Uuid", StringComparison.Ordinal) || member.Name is "name" or "category"))
            .Select(static member => member.Name));
        return key.Length > 0 ? key : null;
    }

    /// <summary>Determines whether a query needs only the standard arguments. Other queries are available only through their actions.</summary>
    private static bool CanBeTyped(CatalogAction action) =>
        action.IsQuery && action.Method == "GET" && action.Path.IndexOf('{') < 0 && !action.Parameters.Any(static parameter => parameter.IsRequired);

    /// <summary>
    /// Determines whether an action matches a structure better than another action. If several queries return a structure, the query with its name
    /// is used, such as QueryPrimaryStorage instead of QueryCephPrimaryStorage.
    /// </summary>
    private static bool IsCloser(CatalogAction action, CatalogAction other, string structure)
    {
        int order = Distance(action).CompareTo(Distance(other));
        return order < 0 || (order == 0 && string.CompareOrdinal(action.Name, other.Name) < 0);

        int Distance(CatalogAction candidate) => candidate.Name + "Inventory" == "Query" + structure ? 0 : candidate.Name.Length;
    }

    private static HashSet<string> Reach(IEnumerable<string> roots, Dictionary<string, CatalogStructure> byName)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<string>(roots);
        while (pending.Count > 0)
        {
            string name = pending.Pop();
            if (!byName.TryGetValue(name, out CatalogStructure? structure) || !reached.Add(name))
                continue;
            if (structure.Extends is not null)
                pending.Push(structure.Extends);
            foreach (CatalogMember member in structure.Members)
            {
                TypeReference type = member.Type.Kind == ValueKind.List ? member.Type.Element! : member.Type;
                if (type is { Kind: ValueKind.Structure, Name: { } part })
                    pending.Push(part);
            }
        }

        return reached;
    }

    private static IEnumerable<CatalogStructure> Lineage(CatalogStructure structure, Dictionary<string, CatalogStructure> byName)
    {
        for (CatalogStructure? level = structure; level is not null; level = level.Extends is { } parent && byName.TryGetValue(parent, out CatalogStructure? found) ? found : null)
            yield return level;
    }
}
