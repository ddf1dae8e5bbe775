using System;
using System.Collections.Generic;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Catalog.Naming;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Resolving;

/// <summary>The structures of all pages by name. Looking up a structure marks it as generated.</summary>
internal sealed class TypeLookup
{
    private readonly StructureNames _names;
    private readonly Dictionary<string, MergedStructure> _merged = new(StringComparer.Ordinal);
    private readonly Queue<MergedStructure> _queue = new();
    private readonly List<MergedStructure> _found = [];
    private readonly Dictionary<string, List<string>> _extending = new(StringComparer.Ordinal);
    private DependencyRecorder? _recorder;
    private StructureMatcher? _matcher;
    private NameIndex? _spellings;
    private ulong? _structuresHash;

    public TypeLookup(CollectedPages pages, StructureNames names, List<CatalogFinding> findings)
    {
        _names = names;
        // Type pages come first, so that they take precedence.
        foreach (StructurePart part in pages.TypePages)
            AddTypePage(part, findings);
        foreach (ApiGroup group in pages.Groups)
        {
            foreach (ApiPart api in group.Parts)
            {
                foreach (StructurePart part in api.Structures)
                {
                    if (!part.IsText)
                        MergedOf(names[part]).Add(part, api);
                }
            }
        }
    }

    /// <summary>Gets the structures and enumerations that are generated.</summary>
    public List<MergedStructure> Needed { get; } = [];

    /// <summary>Gets a hash of all structures and their fields.</summary>
    public ulong StructuresHash => _structuresHash ??= HashStructures();

    /// <summary>Returns the type with a documented name and marks it as generated; <see langword="null"/> if it is not described.</summary>
    public TypeReference? FindNamed(string name)
    {
        TypeReference? type = Find(name);
        _recorder?.RecordType(name, type);
        return type;
    }

    /// <summary>Returns the type with a documented name without marking it as generated.</summary>
    public TypeReference? Peek(string name)
    {
        if (string.Equals(name, "ErrorCode", StringComparison.Ordinal))
            return TypeReference.ErrorCode;
        if (_merged.TryGetValue(name, out MergedStructure? merged))
            return merged.Reference;
        return KnownStructures.Instance.Find(name) is { } known ? new TypeReference(known.IsEnumeration ? ValueKind.OpenEnum : ValueKind.Structure, name) : null;
    }

    /// <summary>Determines whether names still have the same types. If they do, marks the types as generated.</summary>
    public bool TryRestore((string Name, TypeReference? Type)[] recorded)
    {
        _found.Clear();
        foreach ((string name, TypeReference? type) in recorded)
        {
            // The error type of the runtime is the same on every page.
            if (type is { Kind: ValueKind.ErrorCode })
                continue;
            if (!_merged.TryGetValue(name, out MergedStructure? merged))
            {
                // No page describes the type: it is unknown, or a known type that is not generated yet in this run.
                if (!Equals(Peek(name), type))
                    return false;
                if (type is null)
                    continue;
                merged = MergedOf(name);
            }
            else if (!merged.Reference.Equals(type))
            {
                return false;
            }

            _found.Add(merged);
        }

        foreach (MergedStructure merged in _found)
            Need(merged);
        return true;
    }

    /// <summary>Returns the name of a table's structure.</summary>
    public string NameOf(StructurePart table)
    {
        string name = _names[table];
        _recorder?.RecordName(table, name);
        return name;
    }

    /// <summary>Returns the name of a table's structure; <see langword="null"/> if the table is not part of this run.</summary>
    public string? TryNameOf(StructurePart table) => table.StatedName ?? (_names.Found.TryGetValue(table, out string? name) ? name : null);

    /// <summary>Replaces a table that states its name by an equal table of the edited page.</summary>
    public void Replace(StructurePart table, StructurePart edited, ApiPart api)
    {
        if (table.StatedName is { } name && _merged.TryGetValue(name, out MergedStructure? merged))
            merged.Replace(table, edited, api);
    }

    /// <summary>Returns the structure that matches a sample object, as a single value or as a list.</summary>
    public TypeReference? MatchExample(ExampleShape example, string field, string api)
    {
        ExampleShape? shape = example.Kind == ExampleKind.Array ? example.Element : example;
        if (shape is not { Kind: ExampleKind.Object, Members.Count: > 0 })
            return null;
        if (_recorder is not null)
            _recorder.HasSearched = true;
        var fields = new HashSet<string>(StringComparer.Ordinal);
        foreach (KeyValuePair<string, ExampleShape> member in shape.Members)
            fields.Add(member.Key);
        string? expected = field is "inventory" or "inventories" ? ApiWords.InventoryOf(api) : null;
        if (Matcher().Match(fields, expected, ApiWords.Pascal(ApiWords.Singular(field))).Name is not { } match || FindNamed(match) is not { } element)
            return null;
        return example.Kind == ExampleKind.Array ? new TypeReference(ValueKind.List, null, element) : element;
    }

    /// <summary>Returns the most similar type or structure for an unknown name; <see langword="null"/> if no name is similar.</summary>
    public string? Suggest(string name)
    {
        if (_recorder is not null)
            _recorder.HasSearched = true;
        return (_spellings ??= new NameIndex(AllNames())).Nearest(name);
    }

    /// <summary>Marks a structure as generated.</summary>
    public void Need(string name)
    {
        if (!string.Equals(name, "ErrorCode", StringComparison.Ordinal))
            Need(MergedOf(name));
    }

    /// <summary>Marks the subclasses of a structure as generated, because a response can contain a subclass wherever it declares the base.</summary>
    public void NeedSubclasses(string name)
    {
        if (_extending.TryGetValue(name, out List<string>? children))
            children.ForEach(Need);
    }

    /// <summary>Returns the next structure whose fields are not resolved yet.</summary>
    public bool TryDequeue(out MergedStructure structure)
    {
        if (_queue.Count > 0)
        {
            structure = _queue.Dequeue();
            return true;
        }

        structure = null!;
        return false;
    }

    /// <summary>Sets the recorder of lookups; <see langword="null"/> to stop recording.</summary>
    public void Record(DependencyRecorder? recorder) => _recorder = recorder;

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

    // Called for every type in an action, so a flag is used instead of a set.
    private void Need(MergedStructure structure)
    {
        if (structure.IsNeeded)
            return;
        structure.IsNeeded = true;
        Needed.Add(structure);
        if (!structure.IsEnumeration)
            _queue.Enqueue(structure);
    }

    private void AddTypePage(StructurePart part, List<CatalogFinding> findings)
    {
        MergedStructure structure = MergedOf(_names[part]);
        if (structure.First is { } first)
        {
            findings.Add(new CatalogFinding(
                FindingRules.MergedType.Id,
                FindingRules.MergedType.Severity,
                part.Path,
                part.ElementKey(null),
                "Type '" + structure.Name + "' is described by '" + first.Path + "' too; both pages are merged into one class."));
        }

        structure.Add(part, null);
        if (structure.BaseName is not { } parent)
            return;
        if (!_extending.TryGetValue(parent, out List<string>? children))
            _extending.Add(parent, children = []);
        children.Add(structure.Name);
    }

    private MergedStructure MergedOf(string name)
    {
        if (!_merged.TryGetValue(name, out MergedStructure? structure))
            _merged[name] = structure = new MergedStructure(name);
        return structure;
    }

    private StructureMatcher Matcher()
    {
        if (_matcher is not null)
            return _matcher;
        var described = new List<string>();
        foreach (KeyValuePair<string, MergedStructure> pair in _merged)
        {
            if (!pair.Value.IsEnumeration && pair.Value.Tables.Count > 0)
                described.Add(pair.Key);
        }

        return _matcher = new StructureMatcher(StructureIndex.Of(described, name => _merged[name].FieldNames()));
    }

    private IEnumerable<string> AllNames()
    {
        foreach (string word in DocumentedType.Words)
            yield return word;
        foreach (KnownStructure known in KnownStructures.Instance.Structures)
            yield return known.Name;
        foreach (MergedStructure structure in _merged.Values)
        {
            if (structure.Tables.Count > 0)
                yield return structure.Name;
        }
    }

    private ulong HashStructures()
    {
        ulong sum = 0;
        foreach (MergedStructure structure in _merged.Values)
        {
            foreach ((StructurePart table, _) in structure.Tables)
            {
                // The hash of a table that states its name includes the name.
                ulong hash = table.NameHash + (structure.IsEnumeration ? 1ul : 0);
                if (table.StatedName is null)
                {
                    var named = new SignatureHash();
                    named.Add(structure.Name);
                    named.Add(hash);
                    hash = named.Value;
                }

                sum = unchecked(sum + hash);
            }
        }

        return sum;
    }
}
