using System;
using System.Collections.Generic;

namespace ZStackGen.Specs.Catalog.Collecting;

/// <summary>An index of structures by field names. It does not change after it is filled, so the index of known structures is shared.</summary>
internal sealed class StructureIndex
{
    private static readonly List<int> s_none = [];

    private readonly List<string> _names = [];
    private readonly List<int> _sizes = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _byField = new(StringComparer.Ordinal);

    public int Count => _names.Count;

    public string Name(int structure) => _names[structure];

    /// <summary>Returns the number of fields of a structure.</summary>
    public int Size(int structure) => _sizes[structure];

    /// <summary>Returns the structures that have a field.</summary>
    public List<int> Holders(string field) => _byField.TryGetValue(field, out List<int>? holders) ? holders : s_none;

    /// <summary>Creates an index.</summary>
    /// <param name="names">The names of the structures.</param>
    /// <param name="fieldsOf">Returns the distinct fields of a structure.</param>
    public static StructureIndex Of(IEnumerable<string> names, Func<string, IReadOnlyCollection<string>> fieldsOf)
    {
        var index = new StructureIndex();
        foreach (string name in names)
            index.Add(name, fieldsOf(name));
        return index;
    }

    /// <summary>Determines whether there is a structure with a name.</summary>
    public bool Contains(string name) => _places.ContainsKey(name);

    /// <summary>Adds a structure with its distinct field names.</summary>
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
