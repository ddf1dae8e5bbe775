using System;
using System.Collections.Generic;
using ZStackGen.Specs.Catalog;

namespace ZStack.Simulation.Specs;

/// <summary>A structure with all its fields, including the fields of its base types.</summary>
internal sealed class SimulatedStructure
{
    private readonly Dictionary<string, CatalogMember> _byName = new(StringComparer.Ordinal);

    private readonly IReadOnlySet<string> _omitted;

    public SimulatedStructure(string name, IReadOnlyList<CatalogMember> members, IReadOnlyList<string> subclasses, IReadOnlySet<string> omitted)
    {
        _omitted = omitted;
        Name = name;
        Members = members;
        Subclasses = subclasses;
        foreach (CatalogMember member in members)
            _byName.TryAdd(member.Name, member);
    }

    public string Name { get; }

    public IReadOnlyList<CatalogMember> Members { get; }

    /// <summary>Gets the names of the structures that extend this structure, directly or indirectly.</summary>
    public IReadOnlyList<string> Subclasses { get; }

    /// <summary>Determines whether a page describes a member that the version of the simulator does not have.</summary>
    public bool IsOmitted(string member) => _omitted.Contains(member) && !Has(member);

    public bool Has(string member) => _byName.ContainsKey(member);

    public CatalogMember? Find(string member) => _byName.GetValueOrDefault(member);
}
