using System;
using System.Collections.Generic;
using ZStackGen.Specs.Catalog.Collecting;

namespace ZStackGen.Specs.Catalog.Resolving;

/// <summary>The cached types of APIs and structures, by their first page or table.</summary>
internal sealed class ResolvingMemory
{
    public WeakMemo<ApiPart, Remembered<ResolvedApi>> Apis { get; } = new();

    /// <summary>Gets the cached structures by their first table, or by the known structure if no page describes it.</summary>
    public WeakMemo<object, Remembered<ResolvedFields>> Structures { get; } = new();
}

/// <summary>A cached value with its dependencies.</summary>
internal sealed record Remembered<T>(T Value, Dependencies Dependencies, CatalogFinding[] Findings);

/// <summary>The dependencies of a cached value on other pages. Keeps no page alive, so that replaced pages can be collected.</summary>
internal sealed class Dependencies
{
    private readonly string _name;
    private readonly string? _omitNewerThan;
    private readonly object[] _parts;
    private readonly (string Name, TypeReference? Type)[] _types;
    private readonly (WeakReference<StructurePart> Table, string Name)[] _names;
    private readonly ulong? _structures;

    public Dependencies(string name, string? omitNewerThan, object[] parts, DependencyRecorder recorder, ulong? structures)
    {
        _name = name;
        _omitNewerThan = omitNewerThan;
        _parts = parts;
        _structures = structures;
        _types = recorder.Types();
        _names = recorder.Names();
    }

    /// <summary>Determines whether the values refer to the same types, in the same order.</summary>
    public bool HasSameTypes(Dependencies other)
    {
        if (_types.Length != other._types.Length)
            return false;
        for (int i = 0; i < _types.Length; i++)
        {
            if (!string.Equals(_types[i].Name, other._types[i].Name, StringComparison.Ordinal) || !Equals(_types[i].Type, other._types[i].Type))
                return false;
        }

        return true;
    }

    /// <summary>Determines whether all dependencies are unchanged.</summary>
    /// <param name="name">The API or structure.</param>
    /// <param name="omitNewerThan">The value of the option.</param>
    /// <param name="parts">The identities of its pages or tables.</param>
    /// <param name="types">The types of the current run.</param>
    public bool AreUnchanged(string name, string? omitNewerThan, object[] parts, TypeLookup types)
    {
        if (!string.Equals(_name, name, StringComparison.Ordinal) || !string.Equals(_omitNewerThan, omitNewerThan, StringComparison.Ordinal) || _parts.Length != parts.Length)
            return false;
        for (int i = 0; i < parts.Length; i++)
        {
            if (!ReferenceEquals(_parts[i], parts[i]))
                return false;
        }

        foreach ((WeakReference<StructurePart> reference, string structure) in _names)
        {
            if (!reference.TryGetTarget(out StructurePart? table) || !string.Equals(types.TryNameOf(table), structure, StringComparison.Ordinal))
                return false;
        }

        if (_structures is { } structures && structures != types.StructuresHash)
            return false;
        // Checked last, because it marks the types as generated.
        return types.TryRestore(_types);
    }
}

/// <summary>Records the dependencies of a value while it is computed.</summary>
internal sealed class DependencyRecorder
{
    private readonly Dictionary<string, TypeReference?> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<StructurePart, string> _names = [];

    /// <summary>Gets or sets a value indicating whether all structures were searched.</summary>
    public bool HasSearched { get; set; }

    public void RecordType(string name, TypeReference? type) => _types[name] = type;

    public void RecordName(StructurePart table, string name)
    {
        // A name that the table states cannot change.
        if (table.StatedName is null)
            _names[table] = name;
    }

    public (string Name, TypeReference? Type)[] Types()
    {
        var types = new (string, TypeReference?)[_types.Count];
        int count = 0;
        foreach (KeyValuePair<string, TypeReference?> pair in _types)
            types[count++] = (pair.Key, pair.Value);
        return types;
    }

    public (WeakReference<StructurePart> Table, string Name)[] Names()
    {
        var names = new (WeakReference<StructurePart>, string)[_names.Count];
        int count = 0;
        foreach (KeyValuePair<StructurePart, string> pair in _names)
            names[count++] = (new WeakReference<StructurePart>(pair.Key), pair.Value);
        return names;
    }
}
