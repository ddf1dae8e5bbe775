using System;
using System.Collections.Generic;

namespace ZStackGen.Specs.Catalog.Collecting;

/// <summary>Structures by their field names. Not changed after it is filled, so that one for the built-in catalog serves all.</summary>
internal sealed class StructureIndex
{
    private static readonly List<int> s_none = [];

    private readonly List<string> _names = [];
    private readonly List<int> _sizes = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _byField = new(StringComparer.Ordinal);

    public int Count => _names.Count;

    public string Name(int structure) => _names[structure];

    /// <summary>How many fields the structure has.</summary>
    public int Size(int structure) => _sizes[structure];

    /// <summary>The structures that have the field.</summary>
    public List<int> Holders(string field) => _byField.TryGetValue(field, out List<int>? holders) ? holders : s_none;

    /// <summary>An index of structures.</summary>
    /// <param name="names">Their names.</param>
    /// <param name="fieldsOf">The fields of a name, each once.</param>
    public static StructureIndex Of(IEnumerable<string> names, Func<string, IReadOnlyCollection<string>> fieldsOf)
    {
        var index = new StructureIndex();
        foreach (string name in names)
            index.Add(name, fieldsOf(name));
        return index;
    }

    /// <summary>Whether there is a structure of that name.</summary>
    public bool Contains(string name) => _places.ContainsKey(name);

    /// <summary>Adds a structure with its field names (each once).</summary>
    public void Add(string name, IReadOnlyCollection<string> fields)
    {
        int index = _names.Count;
        _names.Add(name);
        _places[name] = index;
        _sizes.Add(fields.Count);
        foreach (string field in fields)
        {
            if (!_byField.TryGetValue(field, out List<int>? holders))
                _byField[field] = holders = [];
            holders.Add(index);
        }
    }
}
