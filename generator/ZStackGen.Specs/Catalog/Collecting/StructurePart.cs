using System;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Collecting;

/// <summary>A table of fields, prepared for the catalog. It does not change after its page has been created.</summary>
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

    /// <summary>Gets an object that identifies the table in caches without keeping it alive.</summary>
    public object Identity { get; } = new();

    public StructureModel Model { get; }

    public string Path { get; }

    /// <summary>Gets the API whose page contains the table; <see langword="null"/> on a type page.</summary>
    public string? Api { get; }

    public DocumentedType[] Types { get; }

    /// <summary>Gets or sets the type name in the cell that refers to the table (naming rule 1).</summary>
    public string? ReferringName { get; set; }

    /// <summary>Gets or sets the field or parameter that refers to the table.</summary>
    public string? ReferringField { get; set; }

    /// <summary>Gets or sets the table that contains <see cref="ReferringField"/>; <see langword="null"/> for a member of the API itself.</summary>
    public StructurePart? Owner { get; set; }

    /// <summary>Gets or sets the name on the page, by rule 1 or rule 2; <see langword="null"/> for an anonymous table.</summary>
    public string? StatedName { get; set; }

    /// <summary>Gets or sets the rows that are constants of an enumeration; <see langword="null"/> if the table is not an enumeration.</summary>
    public ConstantRows? Constants { get; set; }

    /// <summary>Gets a value indicating whether the table documents an enumeration: listed values, or constants.</summary>
    public bool IsEnumeration => Model.Values.Count > 0 || Constants is not null;

    public ExampleShape? Example { get; set; }

    public bool IsLinked { get; set; }

    /// <summary>Gets or sets a hash of the content, so that a structure documented on many pages is merged once.</summary>
    public ulong Signature { get; set; }

    /// <summary>Gets or sets a hash of the field names.</summary>
    public ulong FieldNames { get; set; }

    /// <summary>
    /// Gets a value indicating whether the table only shows that its field is a constant of an unnamed enumeration, that is, a text.
    /// </summary>
    public bool IsText => StatedName is null && Constants is { Values.Count: 0 };

    /// <summary>Gets or sets a hash of everything that determines the name of the structure.</summary>
    public ulong NameHash { get; set; }

    /// <summary>Returns the row of a field; -1 if there is none.</summary>
    public int IndexOf(string field) => _rows.Find(field);

    /// <summary>Gets the key of the base type's name in <see cref="ElementLocations"/>.</summary>
    public string BaseKey => ElementKey(null) + ElementLocations.Base;

    /// <summary>Returns the key of a field or of the structure itself in <see cref="ElementLocations"/>.</summary>
    public string ElementKey(string? field)
    {
        string owner = Api is null ? Model.Name ?? Model.Id : Api + ":" + Model.Id;
        return field is null ? owner : owner + "." + field;
    }
}
