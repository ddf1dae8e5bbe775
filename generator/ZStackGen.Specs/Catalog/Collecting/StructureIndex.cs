using System;
using System.Collections.Generic;

namespace ZStackGen.Specs.Catalog.Collecting;

/// <summary>Structures by their field names. Not changed after it is filled, so that one for the built-in catalog serves all.</summary>
internal sealed class StructureIndex
{
    private static readonly List<int> s_none = [];

    private readonly List<string> _names = [];
    private readonly List<int> _sizes = [];
    private readonly Dictionary<string, List<int>> _byField = new(StringComparer.Ordinal);

    public int Count => _names.Count;

    public string Name(int structure) => _names[structure];

    /// <summary>How many fields the structure has.</summary>
    public int Size(int structure) => _sizes[structure];

    /// <summary>The structures that have the field.</summary>
    public List<int> Holders(string field) => _byField.TryGetValue(field, out List<int>? holders) ? holders : s_none;

    /// <summary>Adds a structure with its field names (each once).</summary>
    public void Add(string name, IReadOnlyCollection<string> fields)
    {
        int index = _names.Count;
        _names.Add(name);
        _sizes.Add(fields.Count);
        foreach (string field in fields)
        {
            if (!_byField.TryGetValue(field, out List<int>? holders))
                _byField[field] = holders = [];
            holders.Add(index);
        }
    }
}
