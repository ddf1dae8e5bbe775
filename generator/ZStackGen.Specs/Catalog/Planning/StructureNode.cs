using System;
using System.Collections.Generic;
using ZStackGen.Specs.Catalog.Resolving;

namespace ZStackGen.Specs.Catalog.Planning;

/// <summary>A structure during the search for its base.</summary>
internal sealed class StructureNode(ResolvedStructure resolved)
{
    private Dictionary<string, ResolvedMember>? _byName;

    public ResolvedStructure Resolved { get; } = resolved;

    public MergedStructure Merged => Resolved.Merged;

    public string Name => Resolved.Name;

    public string TypeName { get; set; } = resolved.Name;

    /// <summary>Gets or sets the generated base.</summary>
    public StructureNode? Base { get; set; }

    /// <summary>Gets or sets the number of bases; negative until they are known.</summary>
    public int Depth { get; set; } = -1;

    /// <summary>
    /// Gets the structures that extend this structure, directly or indirectly: the server's class and the structure generated for it.
    /// </summary>
    public List<(string Name, StructureNode Structure)> Subclasses { get; } = [];

    /// <summary>
    /// Gets or sets the C# names of the structure and its bases, after they are assigned. Set only if the structure has a base or subclasses.
    /// </summary>
    public InheritedNames? Names { get; set; }

    /// <summary>Returns the field with a name, of the structure itself or of a base.</summary>
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
