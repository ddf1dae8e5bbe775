using System;
using System.Collections.Generic;
using System.Globalization;
using ZStackGen.Specs.Catalog.Collecting;

namespace ZStackGen.Specs.Catalog.Planning;

/// <summary>Ties structures to their bases: those that pages declare, else those that ZStack's known structures have.</summary>
/// <param name="structures">What is generated, in ordinal order of the names.</param>
/// <param name="reject">Is told of a declared base that cannot be used, and why.</param>
internal sealed class InheritancePlan(IReadOnlyList<StructureNode> structures, Action<StructureNode, string> reject)
{
    // No API is as deep, and what reads the C# recurses over bases.
    private const int MaxDepth = 64;

    private const int Unknown = -1;
    private const int OnPath = -2;

    private readonly List<StructureNode> _order = new(structures.Count);
    private readonly Dictionary<string, StructureNode> _byName = ByName(structures);

    /// <summary>Sets bases and subclasses; the result holds every structure behind its base.</summary>
    public List<StructureNode> Resolve()
    {
        var path = new List<StructureNode>();
        foreach (StructureNode structure in structures)
        {
            if (!structure.Merged.IsEnumeration && structure.Depth == Unknown)
                Climb(structure, path);
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

    /// <summary>Goes from a structure up to one whose bases are known, then ties each to the next.</summary>
    private void Climb(StructureNode structure, List<StructureNode> path)
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
                Reject(above, "which leads back to it");
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
                Reject(here, "which has " + MaxDepth.ToString(CultureInfo.InvariantCulture) + " bases above it already");
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

    /// <summary>Every base learns of what may stand in its place, also of classes that are known but not generated.</summary>
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
            // What falls to a base itself needs no mention there.
            if (name is null)
                continue;
            StructureNode nearest = _byName[name];
            for (StructureNode? parent = nearest.Base; parent is not null; parent = parent.Base)
                parent.Subclasses.Add((known.Name, nearest));
        }
    }
}
