using System;
using System.Collections.Generic;
using System.Globalization;
using ZStackGen.Specs.Catalog.Collecting;

namespace ZStackGen.Specs.Catalog.Planning;

/// <summary>Links structures to their bases: the bases that pages declare; otherwise, the bases of ZStack's known structures.</summary>
/// <param name="structures">The generated structures, in ordinal order of the names.</param>
/// <param name="reject">Called with a declared base that cannot be used, and the reason.</param>
internal sealed class InheritancePlan(IReadOnlyList<StructureNode> structures, Action<StructureNode, string> reject)
{
    // No API is this deep, and compilers process base classes recursively.
    private const int MaxDepth = 64;

    private const int Unknown = -1;
    private const int OnPath = -2;

    private readonly List<StructureNode> _order = new(structures.Count);
    private readonly Dictionary<string, StructureNode> _byName = ByName(structures);

    /// <summary>Sets bases and subclasses. In the result, every structure follows its base.</summary>
    public List<StructureNode> Resolve()
    {
        var path = new List<StructureNode>();
        foreach (StructureNode structure in structures)
        {
            if (!structure.Merged.IsEnumeration && structure.Depth == Unknown)
                LinkBases(structure, path);
        }

        AddSubclasses();
        return _order;
    }

    private static Dictionary<string, StructureNode> ByName(IReadOnlyList<StructureNode> structures)
    {
        var byName = new Dictionary<string, StructureNode>(structures.Count, StringComparer.Ordinal);
        foreach (StructureNode structure in structures)
            byName.Add(structure.Name, structure);
        return byName;
    }

    /// <summary>Follows the bases of a structure up to a structure whose bases are known, and links each structure to the next.</summary>
    private void LinkBases(StructureNode structure, List<StructureNode> path)
    {
        path.Clear();
        StructureNode? above = structure;
        while (above is { Depth: Unknown })
        {
            path.Add(above);
            above.Depth = OnPath;
            StructureNode? parent = above.Merged.BaseName is { } name && _byName.TryGetValue(name, out StructureNode? found) && !found.Merged.IsEnumeration ? found : null;
            if (parent is { Depth: OnPath })
            {
                Reject(above, "which in turn extends it");
                parent = null;
            }

            above = parent;
        }

        for (int i = path.Count - 1; i >= 0; i--)
        {
            StructureNode here = path[i];
            StructureNode? parent = i + 1 < path.Count ? path[i + 1] : above;
            if (parent is { Depth: >= MaxDepth })
            {
                Reject(here, "which already has " + MaxDepth.ToString(CultureInfo.InvariantCulture) + " bases");
                parent = null;
            }

            here.Base = parent;
            here.Depth = parent is null ? 0 : parent.Depth + 1;
            _order.Add(here);
        }
    }

    private void Reject(StructureNode structure, string why)
    {
        if (structure.Merged.DeclaredBase is not null)
            reject(structure, why);
    }

    /// <summary>Adds the subclasses to every base, including known classes that are not generated.</summary>
    private void AddSubclasses()
    {
        var bases = new HashSet<StructureNode>();
        foreach (StructureNode structure in _order)
        {
            for (StructureNode? parent = structure.Base; parent is not null; parent = parent.Base)
            {
                parent.Subclasses.Add((structure.Name, structure));
                bases.Add(parent);
            }
        }

        if (bases.Count == 0)
            return;
        foreach (KnownStructure known in KnownStructures.Instance.Structures)
        {
            if (known.Extends is null || _byName.ContainsKey(known.Name))
                continue;
            string? name = known.Extends;
            while (name is not null && !_byName.ContainsKey(name))
                name = KnownStructures.Instance.Find(name)?.Extends;
            // A class that is read as the base itself needs no entry.
            if (name is null)
                continue;
            StructureNode nearest = _byName[name];
            for (StructureNode? parent = nearest.Base; parent is not null; parent = parent.Base)
                parent.Subclasses.Add((known.Name, nearest));
        }
    }
}
