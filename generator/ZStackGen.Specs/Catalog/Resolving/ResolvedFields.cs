using System;
using System.Collections.Generic;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Resolving;

/// <summary>A field with all that its rows state.</summary>
internal sealed record MergedField(string Name, TypeReference Type, string? Since, string? Description, EquatableArray<string> Values);

/// <summary>A structure, and what was reported while it was finished.</summary>
internal sealed record FinishedStructure(CatalogStructure Structure, CatalogFinding[] Findings);

/// <summary>
/// The fields of a structure as they were decided once, with what that took from other structures. Kept at the structure's first table,
/// which lives as long as its page is unchanged: an edit of one page of hundreds decides only the structures that the page has to do with.
/// </summary>
internal sealed class ResolvedFields
{
    private readonly (StructurePart Table, ApiPart? Api)[] _tables;
    private readonly string _name;
    private readonly string? _omitNewerThan;
    private readonly List<(string Name, TypeReference? Type)> _asked;
    private readonly List<(StructurePart Table, string Name)> _named;

    public ResolvedFields(MergedStructure structure, CatalogOptions options, StructureCatalog.Answers answers, List<MergedField> fields, CatalogFinding[] findings)
    {
        _tables = structure.Tables.ToArray();
        _name = structure.Name;
        _omitNewerThan = options.OmitNewerThan;
        _asked = answers.Asked;
        _named = answers.Named;
        Fields = fields;
        Findings = findings;
    }

    public List<MergedField> Fields { get; }

    public CatalogFinding[] Findings { get; }

    /// <summary>The structure finished with these fields, where no other structure has a say in that.</summary>
    public FinishedStructure? Finished { get; set; }

    /// <summary>Whether everything that led to the fields is as it was.</summary>
    public bool HoldsFor(MergedStructure structure, CatalogOptions options, StructureCatalog catalog)
    {
        if (_tables.Length != structure.Tables.Count || !string.Equals(_name, structure.Name, StringComparison.Ordinal)
            || !string.Equals(_omitNewerThan, options.OmitNewerThan, StringComparison.Ordinal))
            return false;
        for (int i = 0; i < _tables.Length; i++)
        {
            if (!ReferenceEquals(_tables[i].Table, structure.Tables[i].Table))
                return false;
        }

        foreach ((StructurePart table, string name) in _named)
        {
            if (!string.Equals(catalog.NameOf(table), name, StringComparison.Ordinal))
                return false;
        }

        foreach ((string name, TypeReference? type) in _asked)
        {
            if (!Equals(catalog.Peek(name), type))
                return false;
        }

        // Only now, since what is asked for is generated.
        foreach ((string name, _) in _asked)
            catalog.FindNamed(name);
        return true;
    }
}
