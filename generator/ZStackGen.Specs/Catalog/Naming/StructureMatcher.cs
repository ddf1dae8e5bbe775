using System;
using System.Collections.Generic;
using ZStackGen.Specs.Catalog.Collecting;

namespace ZStackGen.Specs.Catalog.Naming;

/// <summary>
/// Finds the named structure whose fields an anonymous table has (naming rules 3 and 4): the same names, or a clear subset or
/// superset of them. A structure of the project comes before one of the built-in catalog that is as like.
/// </summary>
/// <param name="project">The structures that pages describe.</param>
internal sealed class StructureMatcher(StructureIndex project)
{
    private readonly StructureIndex _known = KnownStructures.Instance.Index;
    private readonly HashSet<string> _projectNames = NamesOf(project);
    private readonly int[] _common = new int[Math.Max(project.Count, KnownStructures.Instance.Index.Count)];

    /// <summary>The best match, or <see langword="null"/>.</summary>
    /// <param name="fields">The table's field names.</param>
    /// <param name="isHinted">Whether a structure's name is what the referring field or API suggests.</param>
    /// <param name="twin">Another structure that fits exactly as well.</param>
    public string? Match(HashSet<string> fields, Func<string, bool> isHinted, out string? twin)
    {
        twin = null;
        if (fields.Count == 0)
            return null;
        string? best = null;
        double bestScore = 0;
        Search(project, isProject: true, fields, isHinted, ref best, ref twin, ref bestScore);
        Search(_known, isProject: false, fields, isHinted, ref best, ref twin, ref bestScore);
        return best;
    }

    private void Search(StructureIndex index, bool isProject, HashSet<string> fields, Func<string, bool> isHinted, ref string? best, ref string? twin, ref double bestScore)
    {
        Array.Clear(_common, 0, index.Count);
        foreach (string field in fields)
        {
            foreach (int holder in index.Holders(field))
                _common[holder]++;
        }

        for (int i = 0; i < index.Count; i++)
        {
            int common = _common[i];
            if (common == 0)
                continue;
            double similarity = (double)common / (fields.Count + index.Size(i) - common);
            if (similarity < 0.3)
                continue;
            string name = index.Name(i);
            bool isSubsetOrSuperset = common == fields.Count || common == index.Size(i);
            bool hinted = isHinted(name);
            bool accepted = isSubsetOrSuperset
                ? hinted || (similarity >= 0.5 && common >= 4) || (similarity == 1 && common >= 2)
                : similarity >= (hinted ? 0.4 : 0.75);
            if (!accepted || (!isProject && _projectNames.Contains(name)))
                continue;
            double score = similarity + (hinted ? 0.2 : 0) + (isProject ? 0.01 : 0);
            if (best is null || score > bestScore)
            {
                (best, twin, bestScore) = (name, null, score);
            }
            else if (score == bestScore)
            {
                bool isFirst = string.CompareOrdinal(name, best) < 0;
                (best, twin) = isFirst ? (name, best) : (best, twin is null || string.CompareOrdinal(name, twin) < 0 ? name : twin);
            }
        }
    }

    private static HashSet<string> NamesOf(StructureIndex index)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < index.Count; i++)
            names.Add(index.Name(i));
        return names;
    }
}
