using System;
using System.Collections.Generic;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Catalog.Resolving;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Planning;

/// <summary>Assigns C# names to structures and their fields, and links structures to their bases.</summary>
internal sealed class StructurePlan
{
    private readonly PlanningMemory _memory;
    private readonly List<CatalogFinding> _findings;
    private readonly List<StructureNode> _nodes;

    public StructurePlan(IReadOnlyList<ResolvedStructure> structures, PlanningMemory memory, List<CatalogFinding> findings)
    {
        _memory = memory;
        _findings = findings;
        _nodes = new List<StructureNode>(structures.Count);
        foreach (ResolvedStructure structure in structures)
            _nodes.Add(new StructureNode(structure));
    }

    /// <summary>Assigns the C# names of the types. Returns the names that differ from the wire names.</summary>
    public Dictionary<string, string> NameTypes(IdentifierPlan names)
    {
        var renamed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (StructureNode node in _nodes)
        {
            node.TypeName = names.Add(node.Name, null, out _);
            if (string.Equals(node.TypeName, node.Name, StringComparison.Ordinal))
                continue;
            renamed.Add(node.Name, node.TypeName);
            if (node.Merged.First is { } first)
                Report(FindingRules.RenamedIdentifier, first.Path, first.ElementKey(null), "Structure '" + node.Name + "' becomes the class '" + node.TypeName + "'.");
        }

        return renamed;
    }

    /// <summary>Links structures to their bases and assigns the C# names of all fields.</summary>
    public EquatableArray<CatalogStructure> Make(Dictionary<string, string> renamed, out EquatableArray<CatalogEnumeration> enumerations)
    {
        var finished = new Dictionary<StructureNode, CatalogStructure>();
        List<StructureNode> ordered = new InheritancePlan(_nodes, ReportUnusableBase).Resolve();
        SubclassValues.Collect(ordered);
        foreach (StructureNode node in ordered)
            finished.Add(node, Make(node, renamed));
        var structures = new List<CatalogStructure>(_nodes.Count);
        var enums = new List<CatalogEnumeration>();
        foreach (StructureNode node in _nodes)
        {
            if (finished.TryGetValue(node, out CatalogStructure? structure))
            {
                structures.Add(structure);
            }
            else
            {
                (string? description, string? since) = node.Merged.Words();
                enums.Add(EnumerationPlan.Make(node.TypeName, description, since, node.Merged.Values(), node.Merged.ValueDescriptions()));
            }
        }

        enumerations = enums.ToEquatableArray();
        return structures.ToEquatableArray();
    }

    private CatalogStructure Make(StructureNode node, Dictionary<string, string> renamed)
    {
        // A structure without bases and subclasses depends on other structures only by the names of the types that it refers to.
        if (node.Base is not null || node.Subclasses.Count > 0)
            return MakeAnew(node, renamed);
        if (_memory.Structures.TryGet(node.Resolved.Fields, out PlannedStructure? earlier) && !TypeRenaming.Concerns(earlier.Structure.Members, renamed) && string.Equals(earlier.Structure.TypeName, node.TypeName, StringComparison.Ordinal))
        {
            _findings.AddRange(earlier.Findings);
            return earlier.Structure;
        }

        int reported = _findings.Count;
        CatalogStructure structure = MakeAnew(node, renamed);
        // Structures with renamed members are not cached, because the cache could not detect the renaming.
        if (renamed.Count == 0 || !IsRenamed(structure, renamed))
            _memory.Structures.Set(node.Resolved.Fields, new PlannedStructure(structure, [.. _findings.GetRange(reported, _findings.Count - reported)]));
        return structure;
    }

    private static bool IsRenamed(CatalogStructure structure, Dictionary<string, string> renamed)
    {
        var names = new HashSet<string>(renamed.Values, StringComparer.Ordinal);
        foreach (CatalogMember member in structure.Members)
        {
            if (member.Type.Innermost.Name is { } name && names.Contains(name))
                return true;
        }

        return false;
    }

    private CatalogStructure MakeAnew(StructureNode node, Dictionary<string, string> renamed)
    {
        var plan = new IdentifierPlan(ReservedNames.Structure, node.Base?.Names);
        var members = new List<CatalogMember>(node.Resolved.Fields.Members.Count);
        foreach (ResolvedMember field in node.Resolved.Fields.Members)
        {
            if (node.Base?.Find(field.Name) is { } inherited)
            {
                CheckInherited(node, field, inherited);
                continue;
            }

            string identifier = plan.Add(field.Name, node.TypeName, out bool isRenamed);
            if (isRenamed && node.Merged.First is { } first)
                Report(FindingRules.RenamedIdentifier, first.Path, first.ElementKey(field.Name), "Field '" + field.Name + "' of '" + node.Name + "' becomes the property '" + identifier + "'.");
            CatalogMember member = MemberPlan.Name(field, identifier);
            members.Add(node.ExtendedValues(field.Name) is { } values ? member with { Values = values.ToEquatableArray() } : member);
        }

        var enumerations = new List<CatalogEnumeration>();
        plan.KeepTypes(members, renamed);
        // Subclasses inherit nested enumerations, and the class refers to its bases and subclasses. An enumeration with such a name would hide them.
        foreach ((_, StructureNode subclass) in node.Subclasses)
            plan.Keep(subclass.TypeName);
        for (StructureNode? above = node.Base; above is not null; above = above.Base)
            plan.Keep(above.TypeName);
        EnumerationPlan.Nest(members, plan, node.TypeName, enumerations);
        (string? description, string? since) = node.Merged.Words();
        var result = new CatalogStructure
        {
            TypeName = node.TypeName,
            Extends = node.Base?.TypeName,
            Description = description,
            Since = since,
            Members = TypeRenaming.Apply(members.ToEquatableArray(), enumerations, renamed),
            Enumerations = enumerations.ToEquatableArray(),
        };
        if (node.Base is null && node.Subclasses.Count == 0)
            return result;
        node.Names = Names(node, members, enumerations);
        return result with { Subclasses = SubclassesInOrder(node), HiddenTypes = HiddenTypes(node, result.Members) };
    }

    private void CheckInherited(StructureNode node, ResolvedMember field, ResolvedMember inherited)
    {
        if (node.Merged.Tables.Count == 0 || !TypeResolution.Contradict(field.Type, inherited.Type))
            return;
        StructurePart table = node.Merged.Tables.Find(candidate => candidate.Table.IndexOf(field.Name) >= 0).Table;
        Report(FindingRules.TypeConflict, table.Path, table.ElementKey(field.Name),
            "Field '" + field.Name + "' of '" + node.Name + "' is " + TypeWarnings.Name(field.Type) + " here, but " + TypeWarnings.Name(inherited.Type) + " in its base '" + node.Base!.Name + "', which takes precedence.");
    }

    private static InheritedNames Names(StructureNode node, List<CatalogMember> members, List<CatalogEnumeration> enumerations)
    {
        var names = new InheritedNames(node.Base?.Names);
        foreach (CatalogMember member in members)
            names.Add(member.Identifier);
        foreach (CatalogEnumeration enumeration in enumerations)
            names.Add(enumeration.TypeName);
        return names;
    }

    private static EquatableArray<CatalogSubclass> SubclassesInOrder(StructureNode node)
    {
        var subclasses = new List<CatalogSubclass>(node.Subclasses.Count);
        foreach ((string name, StructureNode structure) in node.Subclasses)
            subclasses.Add(new CatalogSubclass(name, structure.TypeName));
        subclasses.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        return subclasses.ToEquatableArray();
    }

    private static EquatableArray<string> HiddenTypes(StructureNode node, EquatableArray<CatalogMember> members)
    {
        if (node.Base?.Names is not { } inherited)
            return default;
        var hidden = new SortedSet<string>(StringComparer.Ordinal);
        if (inherited.Contains("Array"))
            hidden.Add("Array");
        foreach (CatalogMember member in members)
        {
            if (member.Type.Innermost.Name is { } type && inherited.Contains(type))
                hidden.Add(type);
        }

        return new List<string>(hidden).ToEquatableArray();
    }

    private void ReportUnusableBase(StructureNode node, string why)
    {
        StructurePart table = node.Merged.DeclaringTable!;
        Report(FindingRules.UnusableBase, table.Path, table.BaseKey, UnusableBase.Message(node.Merged, why));
    }

    private void Report(FindingRule rule, string path, string key, string message) =>
        _findings.Add(new CatalogFinding(rule.Id, rule.Severity, path, key, message));
}
