using System;
using System.Collections.Generic;
using System.Threading;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Catalog.Naming;
using ZStackGen.Specs.Catalog.Planning;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Resolving;

/// <summary>Merges the tables of each structure: the union of the fields, the earliest versions, one type for each field.</summary>
internal sealed class StructureCatalog : ITypeSource
{
    private readonly StructureNaming _naming;
    private readonly CatalogOptions _options;
    private readonly List<CatalogFinding> _findings;
    private readonly TypeResolution _resolution;
    private readonly Dictionary<string, MergedStructure> _merged = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, MergedStructure> _needed = new(StringComparer.Ordinal);
    private readonly Queue<MergedStructure> _queue = new();
    private readonly Dictionary<string, List<string>> _extending = new(StringComparer.Ordinal);
    private StructureMatcher? _exampleMatcher;
    private Answers? _answers;

    public StructureCatalog(StructureNaming naming, CatalogOptions options, List<CatalogFinding> findings)
    {
        _naming = naming;
        _options = options;
        _findings = findings;
        _resolution = new TypeResolution(NameOf, FindNamed);
    }

    /// <summary>Sorts all tables under their structures' names; type pages come first, so that they decide.</summary>
    public void Collect(List<StructurePart> typePages, List<ApiPart> apis)
    {
        foreach (StructurePart part in typePages)
        {
            MergedStructure structure = MergedOf(_naming[part]);
            if (structure.Tables.Count > 0)
                Report(FindingRules.MergedType, part.Path, part.ElementKey(null), "Type '" + structure.Name + "' is described by '" + structure.Tables[0].Table.Path + "' too; both become one class.");
            structure.Add(part, null);
            if (InheritancePlan.BaseName(structure) is not { } parent)
                continue;
            if (!_extending.TryGetValue(parent, out List<string>? children))
                _extending.Add(parent, children = []);
            children.Add(structure.Name);
        }

        foreach (ApiPart api in apis)
        {
            foreach (StructurePart part in api.Structures)
                MergedOf(_naming[part]).Add(part, api);
        }
    }

    /// <summary>The type of a structure or enumeration by its documented name; <see langword="null"/> when nothing describes it.</summary>
    public TypeReference? FindNamed(string name)
    {
        TypeReference? type = Find(name);
        _answers?.Asked.Add((name, type));
        return type;
    }

    /// <summary>The same, without the type being generated for that.</summary>
    public TypeReference? Peek(string name)
    {
        if (string.Equals(name, "ErrorCode", StringComparison.Ordinal))
            return TypeReference.ErrorCode;
        if (_merged.TryGetValue(name, out MergedStructure? merged))
            return merged.Reference;
        return KnownStructures.Instance.Find(name) is { } known ? new TypeReference(known.IsEnumeration ? ValueKind.OpenEnum : ValueKind.Structure, name) : null;
    }

    /// <summary>The name of a table's structure.</summary>
    public string NameOf(StructurePart table)
    {
        string name = _naming[table];
        _answers?.Named.Add((table, name));
        return name;
    }

    /// <summary>Decides a structure's fields, if they are not decided as all that they depend on stands.</summary>
    public ResolvedFields Remember(MergedStructure structure, Action<StructureCatalog, CatalogOptions, List<MergedField>> resolve)
    {
        StructurePart? first = structure.Tables.Count > 0 ? structure.Tables[0].Table : null;
        if (first?.Resolved is { } earlier && earlier.HoldsFor(structure, _options, this))
        {
            _findings.AddRange(earlier.Findings);
            return earlier;
        }

        int reported = _findings.Count;
        var answers = new Answers();
        var fields = new List<MergedField>();
        _answers = answers;
        resolve(this, _options, fields);
        _answers = null;
        var result = new ResolvedFields(structure, _options, answers, fields, ReportedSince(reported));
        if (first is not null)
            first.Resolved = result;
        return result;
    }

    /// <summary>Finishes a structure that stands alone, if it is not finished with these fields.</summary>
    public CatalogStructure Remember(ResolvedFields fields, Func<CatalogStructure> finish)
    {
        if (fields.Finished is { } earlier)
        {
            _findings.AddRange(earlier.Findings);
            return earlier.Structure;
        }

        int reported = _findings.Count;
        CatalogStructure result = finish();
        fields.Finished = new FinishedStructure(result, ReportedSince(reported));
        return result;
    }

    private CatalogFinding[] ReportedSince(int reported) => reported == _findings.Count ? [] : _findings.GetRange(reported, _findings.Count - reported).ToArray();

    private TypeReference? Find(string name)
    {
        if (string.Equals(name, "ErrorCode", StringComparison.Ordinal))
            return TypeReference.ErrorCode;
        if (!_merged.TryGetValue(name, out MergedStructure? merged))
        {
            if (KnownStructures.Instance.Find(name) is null)
                return null;
            merged = MergedOf(name);
        }

        Need(merged);
        return merged.Reference;
    }

    /// <summary>Marks a structure as one that is generated.</summary>
    public void Need(string name)
    {
        if (!string.Equals(name, "ErrorCode", StringComparison.Ordinal))
            Need(MergedOf(name));
    }

    // Every type that an action mentions passes here, so that a flag has to do.
    private void Need(MergedStructure structure)
    {
        if (structure.IsNeeded)
            return;
        structure.IsNeeded = true;
        _needed.Add(structure.Name, structure);
        if (!structure.IsEnumeration)
            _queue.Enqueue(structure);
    }

    /// <inheritdoc/>
    public TypeReference Resolve(List<TypeEvidence> evidence, string memberName, string path, string key)
    {
        TypeReference type = _resolution.Resolve(evidence, memberName, null, out TypeDoubt doubt, out int culprit);
        if (doubt != TypeDoubt.None)
            TypeWarnings.Report(_findings, doubt, evidence, culprit, type, memberName, path, key, NameOf);
        return type;
    }

    /// <summary>Decides a field's type and reports what is doubtful about it.</summary>
    /// <param name="evidence">All rows that state the type.</param>
    /// <param name="memberName">The wire name.</param>
    /// <param name="owner">The structure.</param>
    /// <param name="tables">The tables of the rows, to report where they stand.</param>
    public TypeReference ResolveField(List<TypeEvidence> evidence, string memberName, string owner, List<StructurePart> tables)
    {
        TypeReference type = _resolution.Resolve(evidence, memberName, owner, out TypeDoubt doubt, out int culprit);
        if (doubt == TypeDoubt.Conflict)
        {
            StructurePart table = tables[culprit];
            Report(FindingRules.TypeConflict, table.Path, table.ElementKey(memberName),
                "Field '" + memberName + "' of '" + owner + "' is " + TypeWarnings.Cell(evidence[culprit], NameOf) + " here, but " + TypeWarnings.Cell(evidence[0], NameOf) + " in '" + tables[0].Path + "', which decides.");
        }
        else if (doubt != TypeDoubt.None)
        {
            TypeWarnings.Report(_findings, doubt, evidence, culprit, type, memberName, tables[0].Path, tables[0].ElementKey(memberName), NameOf);
        }

        return type;
    }

    /// <summary>Decides a member's type without reporting doubts.</summary>
    public TypeReference ResolveQuietly(List<TypeEvidence> evidence, string memberName, string owner) =>
        _resolution.Resolve(evidence, memberName, owner, out _, out _);

    /// <summary>The known structure that a sample object looks like, as value or as list.</summary>
    public TypeReference? MatchExample(ExampleShape example, string field, string api)
    {
        ExampleShape? shape = example.Kind == ExampleKind.Array ? example.Element : example;
        if (shape is not { Kind: ExampleKind.Object, Members.Count: > 0 })
            return null;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (KeyValuePair<string, ExampleShape> member in shape.Members)
            names.Add(member.Key);
        string? expected = field is "inventory" or "inventories" ? StructureNaming.InventoryOf(api) : null;
        string singular = StructureNaming.Singular(field);
        if (Matcher().Match(names, name => expected is not null ? name == expected : name.Equals(singular + "Inventory", StringComparison.OrdinalIgnoreCase), out _) is not { } match
            || FindNamed(match) is not { } element)
            return null;
        return example.Kind == ExampleKind.Array ? new TypeReference(ValueKind.List, null, element) : element;
    }

    /// <summary>Decides the fields of every structure that is needed, and of those that they need.</summary>
    public void ResolveNeeded(CancellationToken cancellationToken)
    {
        while (_queue.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            MergedStructure structure = _queue.Dequeue();
            structure.Resolve(this);
            // A declared base is generated because of it; a known one is used only where it is generated anyway.
            if (structure.DeclaredBase is { } declared && FindNamed(declared) is var found && found is not { Kind: ValueKind.Structure })
                ReportUnusableBase(structure, found is null ? "which nothing describes" : "which is no structure that can be extended");
            // An answer may have a subclass wherever it has its base.
            if (_extending.TryGetValue(structure.Name, out List<string>? children))
                children.ForEach(Need);
        }
    }

    /// <summary>C# names; the result holds those that differ from the wire names.</summary>
    public Dictionary<string, string> PlanNames(IdentifierPlan names)
    {
        var renamed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (KeyValuePair<string, MergedStructure> pair in _needed)
        {
            string typeName = names.Add(pair.Key, null, out _);
            pair.Value.TypeName = typeName;
            if (string.Equals(typeName, pair.Key, StringComparison.Ordinal))
                continue;
            renamed.Add(pair.Key, typeName);
            if (pair.Value.Tables.Count > 0)
                Report(FindingRules.RenamedIdentifier, pair.Value.Tables[0].Table.Path, pair.Value.Tables[0].Table.ElementKey(null), "Structure '" + pair.Key + "' becomes the class '" + typeName + "'.");
        }

        return renamed;
    }

    /// <summary>Ties structures to their bases and gives every field its C# name.</summary>
    public EquatableArray<CatalogStructure> Finish(Dictionary<string, string> renamed, out EquatableArray<CatalogEnumeration> enumerations)
    {
        List<MergedStructure> order = new InheritancePlan(_needed, ReportUnusableBase).Resolve();
        var finished = new Dictionary<MergedStructure, CatalogStructure>();
        foreach (MergedStructure structure in order)
            finished.Add(structure, structure.Finish(this, renamed));
        var result = new List<CatalogStructure>(_needed.Count);
        var enums = new List<CatalogEnumeration>();
        foreach (MergedStructure structure in _needed.Values)
        {
            if (structure.IsEnumeration)
                enums.Add(structure.FinishEnumeration());
            else
                result.Add(finished[structure]);
        }

        enumerations = enums.ToEquatableArray();
        return result.ToEquatableArray();
    }

    internal void Report(FindingRule rule, string path, string key, string message) =>
        _findings.Add(new CatalogFinding(rule.Id, rule.Severity, path, key, message));

    private void ReportUnusableBase(MergedStructure structure, string why)
    {
        StructurePart table = structure.DeclaringTable!;
        Report(FindingRules.UnusableBase, table.Path, table.BaseKey, "Type '" + structure.Name + "' extends '" + structure.DeclaredBase + "', " + why + "; it is generated without a base.");
    }

    private MergedStructure MergedOf(string name)
    {
        if (!_merged.TryGetValue(name, out MergedStructure? structure))
            _merged[name] = structure = new MergedStructure(name);
        return structure;
    }

    private StructureMatcher Matcher()
    {
        if (_exampleMatcher is not null)
            return _exampleMatcher;
        var project = new StructureIndex();
        foreach (KeyValuePair<string, MergedStructure> pair in _merged)
        {
            if (!pair.Value.IsEnumeration && pair.Value.Tables.Count > 0)
                project.Add(pair.Key, pair.Value.FieldNames());
        }

        _exampleMatcher = new StructureMatcher(project);
        return _exampleMatcher;
    }

    /// <summary>What deciding a structure's fields took from others.</summary>
    internal sealed class Answers
    {
        public List<(string Name, TypeReference? Type)> Asked { get; } = [];

        public List<(StructurePart Table, string Name)> Named { get; } = [];
    }
}
