using System;
using System.Collections.Generic;
using ZStackGen.Specs.Catalog.Resolving;

namespace ZStackGen.Specs.Catalog.Planning;

/// <summary>A structure while its place among the others is found.</summary>
internal sealed class StructureNode(ResolvedStructure resolved)
{
    private Dictionary<string, ResolvedMember>? _byName;

    public ResolvedStructure Resolved { get; } = resolved;

    public MergedStructure Merged => Resolved.Merged;

    public string Name => Resolved.Name;

    public string TypeName { get; set; } = resolved.Name;

    /// <summary>The base that is generated.</summary>
    public StructureNode? Base { get; set; }

    /// <summary>How many bases are above it; negative until they are known.</summary>
    public int Depth { get; set; } = -1;

    /// <summary>Structures that extend this one, directly or not: the server's class and the one that is generated for it.</summary>
    public List<(string Name, StructureNode Structure)> Subclasses { get; } = [];

    /// <summary>Its C# names with those of its bases, once it is named; only where something extends it or it extends something.</summary>
    public InheritedNames? Names { get; set; }

    /// <summary>The field of that name, its own or of a base.</summary>
    public ResolvedMember? Find(string field)
    {
        for (StructureNode? level = this; level is not null; level = level.Base)
        {
            if (level.ByName().TryGetValue(field, out ResolvedMember? member))
                return member;
        }

        return null;
    }

    private Dictionary<string, ResolvedMember> ByName()
    {
        if (_byName is not null)
            return _byName;
        _byName = new Dictionary<string, ResolvedMember>(StringComparer.Ordinal);
        foreach (ResolvedMember member in Resolved.Fields.Members)
            _byName[member.Name] = member;
        return _byName;
    }
}
