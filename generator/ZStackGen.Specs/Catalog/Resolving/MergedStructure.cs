using System.Collections.Generic;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Resolving;

/// <summary>One structure with all the tables that describe it.</summary>
internal sealed class MergedStructure(string name)
{
    /// <summary>Comparing a few numbers is quicker than a set, and most structures have one table.</summary>
    private const int MostCompared = 8;

    private HashSet<ulong>? _signatures;
    private TypeReference? _reference;

    public string Name { get; } = name;

    public TypeReference Reference => _reference ??= new TypeReference(IsEnumeration ? ValueKind.OpenEnum : ValueKind.Structure, Name);

    /// <summary>Tables that differ from each other; repetitions are left out.</summary>
    public List<(StructurePart Table, ApiPart? Api)> Tables { get; } = [];

    /// <summary>The table that decides where others contradict; <see langword="null"/> where no page describes the structure.</summary>
    public StructurePart? First => Tables.Count > 0 ? Tables[0].Table : null;

    /// <summary>The base that a page declares.</summary>
    public string? DeclaredBase => DeclaringTable?.Model.Extends;

    /// <summary>The table that declares the base.</summary>
    public StructurePart? DeclaringTable { get; private set; }

    /// <summary>The base that the structure should have.</summary>
    public string? BaseName => DeclaredBase ?? KnownStructures.Instance.Find(Name)?.Extends;

    /// <summary>Whether something that is generated refers to it.</summary>
    public bool IsNeeded { get; set; }

    /// <summary>Whether the structure is an enumeration that is documented as a table.</summary>
    public bool IsEnumeration { get; private set; } = KnownStructures.Instance.Find(name) is { IsEnumeration: true };

    public void Add(StructurePart table, ApiPart? api)
    {
        if (IsRepetition(table.Signature))
            return;
        Tables.Add((table, api));
        if (DeclaringTable is null && table.Model.Extends is not null)
            DeclaringTable = table;
        IsEnumeration |= table.IsEnumeration;
    }

    private bool IsRepetition(ulong signature)
    {
        if (_signatures is not null)
            return !_signatures.Add(signature);
        foreach ((StructurePart table, _) in Tables)
        {
            if (table.Signature == signature)
                return true;
        }

        if (Tables.Count == MostCompared)
        {
            _signatures = [signature];
            foreach ((StructurePart table, _) in Tables)
                _signatures.Add(table.Signature);
        }

        return false;
    }

    /// <summary>The values that the tables document: listed ones, constants that are rows, and the known ones.</summary>
    public List<string> Values()
    {
        var values = new List<string>();
        foreach ((StructurePart table, _) in Tables)
        {
            values.AddRange(table.Model.Values);
            if (table.Constants is { } constants)
                values.AddRange(constants.Values);
        }

        if (KnownStructures.Instance.Find(Name) is { IsEnumeration: true } known)
            values.AddRange(known.Values);
        return values;
    }

    /// <summary>The description, in English where a table has one, and the earliest version.</summary>
    public (string? Description, string? Since) Words()
    {
        var description = new DescriptionChoice();
        string? since = null;
        foreach ((StructurePart table, _) in Tables)
        {
            description.Offer(table.Model.Description);
            since = SinceVersion.Earliest(since, table.Model.Since);
        }

        return (description.Text, since);
    }

    public HashSet<string> FieldNames()
    {
        var names = new HashSet<string>(System.StringComparer.Ordinal);
        foreach ((StructurePart table, _) in Tables)
        {
            foreach (FieldModel field in table.Model.Fields)
                names.Add(field.Name);
        }

        return names;
    }
}
