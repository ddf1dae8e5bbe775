using System;
using System.Collections.Generic;
using System.Linq;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Planning;

/// <summary>
/// Merges equal enumerations that several classes would nest under the same name, such as the deletion modes of all Delete APIs, into one type.
/// If the values differ under one name, the most frequent list becomes the type; the others stay nested. An enumeration with a page takes precedence.
/// </summary>
internal sealed class SharedEnumerations
{
    private readonly Dictionary<string, Candidate> _shared = new(StringComparer.Ordinal);

    private SharedEnumerations()
    {
    }

    /// <summary>Changes the classes in place, and adds the shared enumerations to all enumerations, in ordinal order.</summary>
    /// <returns>The decisions, which apply to an edited action with the same enumerations, too.</returns>
    public static SharedEnumerations Apply(
        CatalogAction[] actions, ref EquatableArray<CatalogStructure> structures, ref EquatableArray<CatalogEnumeration> enumerations, EnumerationPages pages, IdentifierPlan names, PlanningMemory memory)
    {
        var sharing = new SharedEnumerations();
        var added = new List<CatalogEnumeration>();
        sharing.Choose(actions.SelectMany(static action => action.Enumerations).Concat(structures.SelectMany(static structure => structure.Enumerations)), pages, names, added);
        if (sharing._shared.Count == 0)
            return sharing;
        for (int i = 0; i < actions.Length; i++)
            actions[i] = sharing.Apply(actions[i], memory);
        structures = new EquatableArray<CatalogStructure>([.. structures.Select(structure => sharing.Apply(structure, memory))]);
        List<CatalogEnumeration> all = [.. enumerations, .. added];
        all.Sort(static (left, right) => string.CompareOrdinal(left.TypeName, right.TypeName));
        enumerations = all.ToEquatableArray();
        return sharing;
    }

    /// <summary>Replaces the nested enumerations of an action by the shared ones.</summary>
    public CatalogAction Apply(CatalogAction action, PlanningMemory memory)
    {
        if (Moved(action.Enumerations) is not { } moved)
            return action;
        string signature = Signature(moved);
        if (memory.SharedActions.TryGet(action, out SharedAction? earlier) && string.Equals(earlier.Moved, signature, StringComparison.Ordinal))
            return earlier.Action;
        CatalogAction result = action with
        {
            Parameters = Apply(action.Parameters, moved),
            Result = Apply(action.Result, moved),
            Enumerations = Without(action.Enumerations, moved),
        };
        memory.SharedActions.Set(action, new SharedAction(result, signature));
        return result;
    }

    private void Choose(IEnumerable<CatalogEnumeration> nested, EnumerationPages pages, IdentifierPlan names, List<CatalogEnumeration> added)
    {
        var candidates = new SortedDictionary<string, Candidate>(StringComparer.Ordinal);
        foreach (CatalogEnumeration enumeration in nested)
        {
            string key = Key(enumeration);
            if (!candidates.TryGetValue(key, out Candidate? candidate))
                candidates.Add(key, candidate = new Candidate(key, enumeration));
            candidate.Count++;
        }

        var best = new SortedDictionary<string, Candidate>(StringComparer.Ordinal);
        foreach (Candidate candidate in candidates.Values)
        {
            string name = candidate.Enumeration.TypeName;
            if (pages.Find(candidate.Enumeration, names, added) is { } described)
            {
                candidate.Enumeration = described;
                _shared.Add(candidate.Key, candidate);
            }
            else if (candidate.Count > 1 && (!best.TryGetValue(name, out Candidate? other) || candidate.Count > other.Count))
            {
                best[name] = candidate;
            }
        }

        foreach (Candidate candidate in best.Values)
        {
            string typeName = names.Add(candidate.Enumeration.TypeName, null, out _);
            candidate.Enumeration = EnumerationPlan.Make(typeName, null, null, [.. candidate.Enumeration.Values.Select(static value => value.Value)]);
            _shared.Add(candidate.Key, candidate);
            added.Add(candidate.Enumeration);
        }
    }

    private CatalogStructure Apply(CatalogStructure structure, PlanningMemory memory)
    {
        if (Moved(structure.Enumerations) is not { } moved)
            return structure;
        string signature = Signature(moved);
        if (memory.SharedStructures.TryGet(structure, out SharedStructure? earlier) && string.Equals(earlier.Moved, signature, StringComparison.Ordinal))
            return earlier.Structure;
        CatalogStructure result = structure with
        {
            Members = Apply(structure.Members, moved),
            Enumerations = Without(structure.Enumerations, moved),
            // A base can nest another list with this name, which would hide the shared type.
            HiddenTypes = structure.Extends is null ? structure.HiddenTypes : structure.HiddenTypes.Concat(moved.Values).Distinct().ToList().ToEquatableArray(),
        };
        memory.SharedStructures.Set(structure, new SharedStructure(result, signature));
        return result;
    }

    /// <summary>Returns the nested types that are shared, with the names of the shared types; <see langword="null"/> if there are none.</summary>
    private Dictionary<string, string>? Moved(EquatableArray<CatalogEnumeration> nested)
    {
        Dictionary<string, string>? moved = null;
        foreach (CatalogEnumeration enumeration in nested)
        {
            if (_shared.TryGetValue(Key(enumeration), out Candidate? shared))
                (moved ??= new Dictionary<string, string>(StringComparer.Ordinal)).Add(enumeration.TypeName, shared.Enumeration.TypeName);
        }

        return moved;
    }

    private static EquatableArray<CatalogMember> Apply(EquatableArray<CatalogMember> members, Dictionary<string, string> moved)
    {
        var result = new CatalogMember[members.Count];
        for (int i = 0; i < result.Length; i++)
        {
            CatalogMember member = members[i];
            TypeReference type = member.Type.Kind == ValueKind.List ? member.Type.Element! : member.Type;
            // Only a member with values has a nested type. A member without values refers to another type of the same name.
            if (type.Kind == ValueKind.OpenEnum && member.Values.Count > 0 && moved.TryGetValue(type.Name!, out string? name) && !string.Equals(name, type.Name, StringComparison.Ordinal))
            {
                var shared = new TypeReference(ValueKind.OpenEnum, name);
                member = member with { Type = member.Type.Kind == ValueKind.List ? new TypeReference(ValueKind.List, null, shared) : shared };
            }

            result[i] = member;
        }

        return new EquatableArray<CatalogMember>(result);
    }

    private static EquatableArray<CatalogEnumeration> Without(EquatableArray<CatalogEnumeration> nested, Dictionary<string, string> moved) =>
        nested.Where(enumeration => !moved.ContainsKey(enumeration.TypeName)).ToList().ToEquatableArray();

    private static string Signature(Dictionary<string, string> moved) => string.Join(",", moved.Select(static pair => pair.Key + ">" + pair.Value));

    private static string Key(CatalogEnumeration enumeration) =>
        enumeration.TypeName + "\n" + string.Join("\n", enumeration.Values.Select(static value => value.Value));

    private sealed class Candidate(string key, CatalogEnumeration enumeration)
    {
        public string Key => key;

        public CatalogEnumeration Enumeration { get; set; } = enumeration;

        public int Count { get; set; }
    }
}
