using System;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Collecting;

/// <summary>A table of fields, prepared. Nothing of it changes once its page is made.</summary>
internal sealed class StructurePart
{
    private readonly RowIndex _rows;

    public StructurePart(StructureModel model, string path, string? api)
    {
        Model = model;
        Path = path;
        Api = api;
        _rows = RowIndex.Of(model.Fields, static field => field.Name);
        Types = new DocumentedType[model.Fields.Count];
        for (int i = 0; i < Types.Length; i++)
            Types[i] = DocumentedType.Parse(model.Fields[i].Type);
    }

    /// <summary>Stands for the table in what is remembered of it, without keeping it.</summary>
    public object Identity { get; } = new();

    public StructureModel Model { get; }

    public string Path { get; }

    /// <summary>The API whose page holds the table; <see langword="null"/> on a type page.</summary>
    public string? Api { get; }

    public DocumentedType[] Types { get; }

    /// <summary>The type name in the cell that refers to the table (naming rule 1).</summary>
    public string? ReferringName { get; set; }

    /// <summary>The field or parameter that refers to the table.</summary>
    public string? ReferringField { get; set; }

    /// <summary>The table that has <see cref="ReferringField"/>; <see langword="null"/> for a member of the API itself.</summary>
    public StructurePart? Owner { get; set; }

    /// <summary>The name that the page states: rule 1 before rule 2; <see langword="null"/> for an anonymous table.</summary>
    public string? StatedName { get; set; }

    /// <summary>The rows that are the constants of an enumeration; <see langword="null"/> where the table describes no constants.</summary>
    public ConstantRows? Constants { get; set; }

    /// <summary>Whether the table documents an enumeration: listed values, or constants.</summary>
    public bool IsEnumeration => Model.Values.Count > 0 || Constants is not null;

    public ExampleShape? Example { get; set; }

    public bool IsTied { get; set; }

    /// <summary>Equal for tables that state the same, so that a structure documented on fifty pages is merged once.</summary>
    public ulong Signature { get; set; }

    /// <summary>Equal for tables with the same field names.</summary>
    public ulong FieldNames { get; set; }

    /// <summary>Whether the table only says that its field is a constant of an enumeration without a name: a text, then.</summary>
    public bool IsText => StatedName is null && Constants is { Values.Count: 0 };

    /// <summary>Equal for tables that say the same about their structure's name: the stated one and the fields, or all that a name is found by.</summary>
    public ulong NameHash { get; set; }

    /// <summary>The row of a field; -1 when there is none.</summary>
    public int IndexOf(string field) => _rows.Find(field);

    /// <summary>The key of the line that names the base in <see cref="ElementLocations"/>.</summary>
    public string BaseKey => ElementKey(null) + ElementLocations.Base;

    /// <summary>The key of a field in <see cref="ElementLocations"/>, or of the structure itself.</summary>
    public string ElementKey(string? field)
    {
        string owner = Api is null ? Model.Name ?? Model.Id : Api + ":" + Model.Id;
        return field is null ? owner : owner + "." + field;
    }
}
