using System;
using System.Collections.Generic;
using ZStackGen.Specs.Catalog.Resolving;

namespace ZStackGen.Specs.Catalog.Planning;

/// <summary>A structure during the search for its base.</summary>
internal sealed class StructureNode(ResolvedStructure resolved)
{
    private Dictionary<string, ResolvedMember>? _byName;
    private Dictionary<string, ExtendedList>? _extended;

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
    public ResolvedMember? Find(string field) => FindNode(field)?.ByName()[field];

    /// <summary>Returns the structure that has a field: this structure or a base.</summary>
    public StructureNode? FindNode(string field)
    {
        StructureNode? level = this;
        while (level is not null && !level.ByName().ContainsKey(field))
            level = level.Base;
        return level;
    }

    /// <summary>Returns the allowed values of a field with those that subclasses add; <see langword="null"/> if they add none.</summary>
    public IReadOnlyList<string>? ExtendedValues(string field) => _extended is not null && _extended.TryGetValue(field, out ExtendedList? values) ? values.All : null;

    /// <summary>Adds the values of a subclass to a field.</summary>
    public void AddValues(string field, IReadOnlyList<string> values)
    {
        ExtendedList? extended = null;
        if (_extended?.TryGetValue(field, out extended) != true)
        {
            extended = new ExtendedList(ByName()[field].Rules.Allowed);
            if (!extended.Add(values))
                return;
            (_extended ??= new Dictionary<string, ExtendedList>(StringComparer.Ordinal)).Add(field, extended);
        }

        extended!.Add(values);
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

    /// <summary>Contains the values of a field, followed by the values of its subclasses.</summary>
    private sealed class ExtendedList(IReadOnlyList<string> values)
    {
        private readonly HashSet<string> _known = new(values, StringComparer.Ordinal);

        public List<string> All { get; } = [.. values];

        /// <summary>Adds values; returns true if one of them is new.</summary>
        public bool Add(IReadOnlyList<string> added)
        {
            int before = All.Count;
            foreach (string value in added)
            {
                if (_known.Add(value))
                    All.Add(value);
            }

            return All.Count > before;
        }
    }
}
