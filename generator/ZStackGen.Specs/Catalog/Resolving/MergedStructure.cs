using System.Collections.Generic;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Resolving;

/// <summary>A structure with all tables that describe it.</summary>
internal sealed class MergedStructure(string name)
{
    /// <summary>The maximum number of tables to compare one by one. Most structures have a single table, so a set would be slower.</summary>
    private const int MostCompared = 8;

    private HashSet<ulong>? _signatures;
    private TypeReference? _reference;

    public string Name { get; } = name;

    public TypeReference Reference => _reference ??= new TypeReference(IsEnumeration ? ValueKind.OpenEnum : ValueKind.Structure, Name);

    /// <summary>Gets the distinct tables.</summary>
    public List<(StructurePart Table, ApiPart? Api)> Tables { get; } = [];

    /// <summary>Gets the table that takes precedence; <see langword="null"/> if no page describes the structure.</summary>
    public StructurePart? First => Tables.Count > 0 ? Tables[0].Table : null;

    /// <summary>Gets the base that a page declares.</summary>
    public string? DeclaredBase => DeclaringTable?.Model.Extends;

    /// <summary>Gets the table that declares the base.</summary>
    public StructurePart? DeclaringTable { get; private set; }

    /// <summary>Gets the declared base; otherwise, the base of the known structure.</summary>
    public string? BaseName => DeclaredBase ?? KnownStructures.Instance.Find(Name)?.Extends;

    /// <summary>Gets or sets a value indicating whether generated code refers to the structure.</summary>
    public bool IsNeeded { get; set; }

    /// <summary>Gets a value indicating whether the structure is an enumeration that is documented as a table.</summary>
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

    /// <summary>Replaces a table by an equal table of the edited page.</summary>
    public void Replace(StructurePart table, StructurePart edited, ApiPart api)
    {
        int place = Tables.FindIndex(candidate => ReferenceEquals(candidate.Table, table));
        if (place >= 0)
            Tables[place] = (edited, api);
        if (ReferenceEquals(DeclaringTable, table))
            DeclaringTable = edited;
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

    /// <summary>Returns the documented values: listed values, constants in rows, and known constants.</summary>
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

    /// <summary>Returns the descriptions of the values, preferably in English; <see langword="null"/> if there are none.</summary>
    public Dictionary<string, string>? ValueDescriptions()
    {
        Dictionary<string, string>? descriptions = null;
        foreach ((StructurePart table, _) in Tables)
        {
            foreach (ValueDescription described in table.Model.ValueDescriptions)
            {
                descriptions ??= new Dictionary<string, string>(System.StringComparer.Ordinal);
                if (!descriptions.TryGetValue(described.Value, out string? other) || (!ApiGroup.IsEnglish(other) && ApiGroup.IsEnglish(described.Description)))
                    descriptions[described.Value] = described.Description;
            }
        }

        return descriptions;
    }

    /// <summary>Returns the description, preferably in English, and the earliest version.</summary>
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
