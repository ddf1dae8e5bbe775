using System;
using System.Collections.Generic;

namespace ZStackGen.Specs.Catalog;

/// <summary>
/// Finds the named structure whose fields an anonymous table has (naming rules 3 and 4): the same names, or a clear subset or
/// superset of them. An index from field names to structures keeps it cheap over hundreds of pages.
/// </summary>
internal sealed class StructureMatcher
{
    private readonly List<string> _names = [];
    private readonly List<int> _sizes = [];
    private readonly List<bool> _isProject = [];
    private readonly Dictionary<string, List<int>> _byField = new(StringComparer.Ordinal);
    private int[] _common = [];

    /// <summary>Adds a structure with its field names (each once).</summary>
    public void Add(string name, IReadOnlyCollection<string> fields, bool isProject)
    {
        int index = _names.Count;
        _names.Add(name);
        _sizes.Add(fields.Count);
        _isProject.Add(isProject);
        foreach (string field in fields)
        {
            if (!_byField.TryGetValue(field, out List<int>? holders))
                _byField[field] = holders = [];
            holders.Add(index);
        }
    }

    /// <summary>The best match, or <see langword="null"/>.</summary>
    /// <param name="fields">The table's field names.</param>
    /// <param name="isHinted">Whether a structure's name is what the referring field or API suggests.</param>
    public string? Match(HashSet<string> fields, Func<string, bool> isHinted)
    {
        if (fields.Count == 0)
            return null;
        if (_common.Length < _names.Count)
            _common = new int[_names.Count];
        Array.Clear(_common, 0, _names.Count);
        foreach (string field in fields)
        {
            if (_byField.TryGetValue(field, out List<int>? holders))
            {
                foreach (int holder in holders)
                    _common[holder]++;
            }
        }

        int best = -1;
        double bestScore = 0;
        for (int i = 0; i < _names.Count; i++)
        {
            int common = _common[i];
            if (common == 0)
                continue;
            double similarity = (double)common / (fields.Count + _sizes[i] - common);
            if (similarity < 0.3)
                continue;
            bool isSubsetOrSuperset = common == fields.Count || common == _sizes[i];
            bool hinted = isHinted(_names[i]);
            bool accepted = isSubsetOrSuperset
                ? hinted || (similarity >= 0.5 && common >= 4) || (similarity == 1 && common >= 2)
                : similarity >= (hinted ? 0.4 : 0.75);
            if (!accepted)
                continue;
            double score = similarity + (hinted ? 0.2 : 0) + (_isProject[i] ? 0.01 : 0);
            if (best < 0 || score > bestScore || (score == bestScore && string.CompareOrdinal(_names[i], _names[best]) < 0))
            {
                best = i;
                bestScore = score;
            }
        }

        return best < 0 ? null : _names[best];
    }
}
