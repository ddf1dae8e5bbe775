using System;
using System.Collections.Generic;
using System.Linq;
using ZStackGen.Facts.Facts;

namespace ZStackGen.Facts.Merging;

/// <summary>The field names of the SDK's structures, to recognize a table without a name.</summary>
internal sealed class StructureShapes
{
    private readonly IReadOnlyDictionary<string, SdkStructure> _structures;
    private readonly Dictionary<string, HashSet<string>> _fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _byField = new(StringComparer.Ordinal);

    public StructureShapes(IReadOnlyDictionary<string, SdkStructure> structures)
    {
        _structures = structures;
        foreach (string name in structures.Keys.Order(StringComparer.Ordinal))
        {
            HashSet<string> fields = Fields(name);
            _fields.Add(name, fields);
            if (name.EndsWith("Result", StringComparison.Ordinal))
                continue;
            foreach (string field in fields)
            {
                if (!_byField.TryGetValue(field, out List<string>? names))
                    _byField.Add(field, names = []);
                names.Add(name);
            }
        }
    }

    /// <summary>Returns the share of a table's fields that a structure has, from 0 to 1; 0 for an unknown structure.</summary>
    public double Overlap(string structure, IReadOnlyList<ManualField> table)
    {
        if (table.Count == 0 || !_fields.TryGetValue(structure, out HashSet<string>? fields))
            return 0;
        return table.Count(field => fields.Contains(field.Name)) / (double)table.Count;
    }

    /// <summary>Returns the structure with nearly all fields of a table and few others; <see langword="null"/> if there is none.</summary>
    public string? Match(IReadOnlyList<ManualField> table)
    {
        if (table.Count < 4)
            return null;
        var hits = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (ManualField field in table)
        {
            foreach (string name in _byField.GetValueOrDefault(field.Name) ?? [])
                hits[name] = hits.GetValueOrDefault(name) + 1;
        }

        string? best = null;
        double bestScore = 0.7;
        foreach ((string name, int count) in hits.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            double score = count / (double)(table.Count + _fields[name].Count - count);
            if (score > bestScore)
                (best, bestScore) = (name, score);
        }

        return best;
    }

    private HashSet<string> Fields(string name)
    {
        var fields = new HashSet<string>(StringComparer.Ordinal);
        for (string? current = name; current is not null && _structures.TryGetValue(current, out SdkStructure? structure); current = structure.Extends)
            fields.UnionWith(structure.Fields.Select(static field => field.Name));
        return fields;
    }
}
