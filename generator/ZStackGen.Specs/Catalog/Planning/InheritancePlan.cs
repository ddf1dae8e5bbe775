using System;
using System.Collections.Generic;
using System.Globalization;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Catalog.Resolving;

namespace ZStackGen.Specs.Catalog.Planning;

/// <summary>Ties structures to their bases: those that pages declare, else those that ZStack's known structures have.</summary>
/// <param name="structures">What is generated, by name.</param>
/// <param name="reject">Is told of a declared base that cannot be used, and why.</param>
internal sealed class InheritancePlan(SortedDictionary<string, MergedStructure> structures, Action<MergedStructure, string> reject)
{
    // No API is as deep, and what reads the C# recurses over bases.
    private const int MaxDepth = 64;

    private const int Unknown = -1;
    private const int OnPath = -2;

    private readonly List<MergedStructure> _order = new(structures.Count);

    /// <summary>The base that a structure should have.</summary>
    public static string? BaseName(MergedStructure structure) => structure.DeclaredBase ?? KnownStructures.Instance.Find(structure.Name)?.Extends;

    /// <summary>Sets bases and subclasses; the result holds every structure behind its base.</summary>
    public List<MergedStructure> Resolve()
    {
        var path = new List<MergedStructure>();
        foreach (MergedStructure structure in structures.Values)
        {
            if (!structure.IsEnumeration && structure.Depth == Unknown)
                Climb(structure, path);
        }

        AddSubclasses();
        return _order;
    }

    /// <summary>Goes from a structure up to one whose bases are known, then ties each to the next.</summary>
    private void Climb(MergedStructure structure, List<MergedStructure> path)
    {
        path.Clear();
        MergedStructure? above = structure;
        while (above is { Depth: Unknown })
        {
            path.Add(above);
            above.Depth = OnPath;
            MergedStructure? parent = BaseName(above) is { } name && structures.TryGetValue(name, out MergedStructure? found) && !found.IsEnumeration ? found : null;
            if (parent is { Depth: OnPath })
            {
                Reject(above, "which leads back to it");
                parent = null;
            }

            above = parent;
        }

        for (int i = path.Count - 1; i >= 0; i--)
        {
            MergedStructure here = path[i];
            MergedStructure? parent = i + 1 < path.Count ? path[i + 1] : above;
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

    private void Reject(MergedStructure structure, string why)
    {
        if (structure.DeclaredBase is not null)
            reject(structure, why);
    }

    /// <summary>Every base learns of what may stand in its place, also of classes that are known but not generated.</summary>
    private void AddSubclasses()
    {
        var bases = new HashSet<MergedStructure>();
        foreach (MergedStructure structure in _order)
        {
            for (MergedStructure? parent = structure.Base; parent is not null; parent = parent.Base)
            {
                parent.Subclasses.Add((structure.Name, structure));
                bases.Add(parent);
            }
        }

        if (bases.Count == 0)
            return;
        foreach (KnownStructure known in KnownStructures.Instance.Structures)
        {
            if (known.Extends is null || structures.ContainsKey(known.Name))
                continue;
            string? name = known.Extends;
            while (name is not null && !structures.ContainsKey(name))
                name = KnownStructures.Instance.Find(name)?.Extends;
            // What falls to a base itself needs no mention there.
            if (name is null)
                continue;
            MergedStructure nearest = structures[name];
            for (MergedStructure? parent = nearest.Base; parent is not null; parent = parent.Base)
                parent.Subclasses.Add((known.Name, nearest));
        }
    }
}
