using System;
using System.Collections.Generic;
using System.Threading;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Catalog.Naming;
using ZStackGen.Specs.Findings;

namespace ZStackGen.Specs.Catalog.Resolving;

/// <summary>The third stage: determines the types of all parameters, results and fields, and the structures that are generated.</summary>
internal sealed class TypeResolver
{
    private readonly CatalogOptions _options;
    private readonly ResolvingMemory _memory;
    private readonly List<CatalogFinding> _findings = [];
    private readonly TypeLookup _types;
    private readonly ActionResolver _actions;
    private readonly StructureResolver _structures;

    private TypeResolver(CollectedPages pages, StructureNames names, CatalogOptions options, ResolvingMemory memory)
    {
        _options = options;
        _memory = memory;
        _types = new TypeLookup(pages, names, _findings);
        _actions = new ActionResolver(_types, options, _findings);
        _structures = new StructureResolver(_types, options, _findings);
    }

    public static ResolvedTypes Resolve(CollectedPages pages, StructureNames names, CatalogOptions options, ResolvingMemory memory, CancellationToken cancellationToken) =>
        new TypeResolver(pages, names, options, memory).Resolve(pages, names, cancellationToken);

    /// <summary>
    /// Resolves an API of an edited page again, after all types have been resolved. The tables of both pages are equal.
    /// </summary>
    /// <returns>The results before and after the edit; <see langword="null"/> if the edit can affect other results. In this case, the instance must not be used again.</returns>
    public (Remembered<ResolvedApi> Before, Remembered<ResolvedApi> After)? ResolveEdited(ApiPart part, ApiGroup edited)
    {
        for (int i = 0; i < part.Structures.Length; i++)
            _types.Replace(part.Structures[i], edited.Primary.Structures[i], edited.Primary);
        if (!_memory.Apis.TryGet(part, out Remembered<ResolvedApi>? before))
            return null;
        int needed = _types.Needed.Count;
        int reported = _findings.Count;
        Remembered<ResolvedApi> after = Decide(edited.Name, [edited.Primary.Identity], () => _actions.Resolve(edited));
        _findings.RemoveRange(reported, _findings.Count - reported);
        // Types that the API no longer refers to may not be generated any more.
        if (_types.Needed.Count != needed || !before.Dependencies.HasSameTypes(after.Dependencies))
            return null;
        _memory.Apis.Set(edited.Primary, after);
        return (before, after);
    }

    private ResolvedTypes Resolve(CollectedPages pages, StructureNames names, CancellationToken cancellationToken)
    {
        var actions = new List<ResolvedAction>(pages.Groups.Count);
        foreach (ApiGroup group in pages.Groups)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!_options.IsOmitted(group.Since()))
                actions.Add(new ResolvedAction(group, Resolve(group)));
        }

        // With a filter, only the types that the selected APIs need are generated. Without a filter, the types of all type pages are generated.
        if (_options.Include.Count == 0 && _options.Exclude.Count == 0)
        {
            foreach (StructurePart page in pages.TypePages)
                _types.Need(names[page]);
        }

        var fields = new Dictionary<MergedStructure, ResolvedFields>();
        while (_types.TryDequeue(out MergedStructure structure))
        {
            cancellationToken.ThrowIfCancellationRequested();
            fields.Add(structure, Resolve(structure));
            NeedBase(structure);
            _types.NeedSubclasses(structure.Name);
        }

        List<MergedStructure> needed = _types.Needed;
        needed.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        var structures = new ResolvedStructure[needed.Count];
        for (int i = 0; i < structures.Length; i++)
            structures[i] = new ResolvedStructure(needed[i], fields.TryGetValue(needed[i], out ResolvedFields? members) ? members : ResolvedFields.None);
        return new ResolvedTypes(actions, structures, _findings, this);
    }

    /// <summary>Marks a declared base as generated. A base of a known structure is used only if it is generated for another reason.</summary>
    private void NeedBase(MergedStructure structure)
    {
        if (structure.DeclaredBase is not { } declared)
            return;
        TypeReference? found = _types.FindNamed(declared);
        if (found is { Kind: ValueKind.Structure })
            return;
        StructurePart table = structure.DeclaringTable!;
        _findings.Add(new CatalogFinding(
            FindingRules.UnusableBase.Id,
            FindingRules.UnusableBase.Severity,
            table.Path,
            table.BaseKey,
            UnusableBase.Message(structure, found is null ? "which is not described" : "which is not a structure")));
    }

    private ResolvedApi Resolve(ApiGroup group)
    {
        ApiPart primary = group.Primary;
        object[] parts = new object[group.Parts.Length];
        for (int i = 0; i < parts.Length; i++)
            parts[i] = group.Parts[i].Identity;
        if (_memory.Apis.TryGet(primary, out Remembered<ResolvedApi>? earlier) && earlier.Dependencies.AreUnchanged(group.Name, _options.OmitNewerThan, parts, _types))
            return Take(earlier);
        Remembered<ResolvedApi> decided = Decide(group.Name, parts, () => _actions.Resolve(group));
        _memory.Apis.Set(primary, decided);
        return decided.Value;
    }

    private ResolvedFields Resolve(MergedStructure structure)
    {
        object key = (object?)structure.First ?? KnownStructures.Instance.Find(structure.Name) ?? (object)structure;
        object[] parts = new object[structure.Tables.Count];
        for (int i = 0; i < parts.Length; i++)
            parts[i] = structure.Tables[i].Table.Identity;
        if (_memory.Structures.TryGet(key, out Remembered<ResolvedFields>? earlier) && earlier.Dependencies.AreUnchanged(structure.Name, _options.OmitNewerThan, parts, _types))
            return Take(earlier);
        Remembered<ResolvedFields> decided = Decide(structure.Name, parts, () => _structures.Resolve(structure));
        _memory.Structures.Set(key, decided);
        return decided.Value;
    }

    private T Take<T>(Remembered<T> earlier)
    {
        _findings.AddRange(earlier.Findings);
        return earlier.Value;
    }

    private Remembered<T> Decide<T>(string name, object[] parts, Func<T> decide)
    {
        int reported = _findings.Count;
        var recorder = new DependencyRecorder();
        _types.Record(recorder);
        try
        {
            T value = decide();
            CatalogFinding[] findings = reported == _findings.Count ? [] : _findings.GetRange(reported, _findings.Count - reported).ToArray();
            return new Remembered<T>(value, new Dependencies(name, _options.OmitNewerThan, parts, recorder, recorder.HasSearched ? _types.StructuresHash : null), findings);
        }
        finally
        {
            _types.Record(null);
        }
    }
}
