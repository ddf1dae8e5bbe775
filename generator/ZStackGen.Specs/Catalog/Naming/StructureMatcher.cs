using System;
using System.Collections.Generic;
using ZStackGen.Specs.Catalog.Collecting;

namespace ZStackGen.Specs.Catalog.Naming;

/// <summary>
/// Finds the named structure with the fields of an anonymous table (naming rules 3 and 4): the same fields, or a clear subset or
/// superset of them. A structure of the project takes precedence over an equally similar known structure.
/// </summary>
/// <param name="project">The structures that pages describe.</param>
internal sealed class StructureMatcher(StructureIndex project)
{
    private readonly StructureIndex _known = KnownStructures.Instance.Index;
    private readonly int[] _common = new int[Math.Max(project.Count, KnownStructures.Instance.Index.Count)];
    private readonly List<int> _touched = [];

    /// <summary>Returns the best match.</summary>
    /// <param name="fields">The field names of the table.</param>
    /// <param name="expected">The expected name of the structure, if known.</param>
    /// <param name="fieldName">Otherwise, the likely beginning of the name.</param>
    public Match Match(HashSet<string> fields, string? expected, string fieldName)
    {
        var best = new Best();
        if (fields.Count == 0)
            return default;
        Search(project, isProject: true, fields, expected, fieldName, ref best);
        Search(_known, isProject: false, fields, expected, fieldName, ref best);
        return new Match(best.Name, best.Alternative);
    }

    private void Search(StructureIndex index, bool isProject, HashSet<string> fields, string? expected, string fieldName, ref Best best)
    {
        _touched.Clear();
        foreach (string field in fields)
        {
            foreach (int holder in index.Holders(field))
            {
                if (_common[holder]++ == 0)
                    _touched.Add(holder);
            }
        }

        foreach (int i in _touched)
        {
            int common = _common[i];
            _common[i] = 0;
            double similarity = (double)common / (fields.Count + index.Size(i) - common);
            if (similarity < 0.3)
                continue;
            string name = index.Name(i);
            bool isSubsetOrSuperset = common == fields.Count || common == index.Size(i);
            bool hinted = IsHinted(name, expected, fieldName);
            bool accepted = isSubsetOrSuperset
                ? hinted || (similarity >= 0.5 && common >= 4) || (similarity == 1 && common >= 2)
                : similarity >= (hinted ? 0.4 : 0.75);
            if (accepted && (isProject || !project.Contains(name)))
                best.Offer(name, similarity + (hinted ? 0.2 : 0) + (isProject ? 0.01 : 0));
        }
    }

    private static bool IsHinted(string name, string? expected, string fieldName)
    {
        if (expected is not null)
            return string.Equals(name, expected, StringComparison.Ordinal);
        return fieldName.Length > 0 && name.StartsWith(fieldName, StringComparison.Ordinal)
            && (name.Length == fieldName.Length || string.CompareOrdinal(name, fieldName.Length, "Inventory", 0, int.MaxValue) == 0);
    }

    /// <summary>The best structure so far. Of equally good structures, the first two in ordinal order.</summary>
    private struct Best
    {
        private double _score;

        public string? Name { get; private set; }

        public string? Alternative { get; private set; }

        public void Offer(string name, double score)
        {
            if (Name is null || score > _score)
                (Name, Alternative, _score) = (name, null, score);
            else if (score == _score && string.CompareOrdinal(name, Name) < 0)
                (Name, Alternative) = (name, Name);
            else if (score == _score && (Alternative is null || string.CompareOrdinal(name, Alternative) < 0))
                Alternative = name;
        }
    }
}
