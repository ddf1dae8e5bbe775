using System;
using System.Collections.Generic;
using ZStackGen.Specs.Catalog;

namespace ZStack.Simulation.Specs;

/// <summary>A structure with all its fields, including the fields of its base types.</summary>
internal sealed class SimulatedStructure
{
    private readonly Dictionary<string, CatalogMember> _byName = new(StringComparer.Ordinal);

    public SimulatedStructure(string name, IReadOnlyList<CatalogMember> members, IReadOnlyList<string> subclasses)
    {
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

    public bool Has(string member) => _byName.ContainsKey(member);

    public CatalogMember? Find(string member) => _byName.GetValueOrDefault(member);
}
