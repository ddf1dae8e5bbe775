using System;
using System.Collections.Generic;
using ZStackGen.Specs.Catalog.Naming;
using ZStackGen.Specs.Catalog.Resolving;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Collecting;

/// <summary>
/// A page prepared for the catalog: type cells parsed, samples walked, tables tied to what refers to them. Made once for each page
/// text, so that editing one page costs the preparation of one.
/// </summary>
public sealed class CatalogPage : IEquatable<CatalogPage>
{
    private CatalogPage(PageModel page)
    {
        Page = page;
        var apis = new ApiPart[page.Apis.Count];
        for (int i = 0; i < apis.Length; i++)
            apis[i] = new ApiPart(page.Path, page.Apis[i]);
        Apis = apis;
        var types = new StructurePart[page.Types.Count];
        for (int i = 0; i < types.Length; i++)
        {
            types[i] = new StructurePart(page.Types[i], page.Path, null) { ReferringName = page.Types[i].Name };
            types[i].Seal(null);
        }

        Types = types;
    }

    /// <summary>What the page states.</summary>
    public PageModel Page { get; }

    internal ApiPart[] Apis { get; }

    internal StructurePart[] Types { get; }

    /// <summary>Prepares a page.</summary>
    public static CatalogPage From(PageModel page) => new(page);

    /// <inheritdoc/>
    public bool Equals(CatalogPage? other) => other is not null && Page.Equals(other.Page);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CatalogPage);

    /// <inheritdoc/>
    public override int GetHashCode() => Page.GetHashCode();
}

/// <summary>An API of a page, prepared.</summary>
internal sealed class ApiPart
{
    private readonly Dictionary<string, StructurePart> _byId = new(StringComparer.Ordinal);

    public ApiPart(string path, ApiModel api)
    {
        Path = path;
        Api = api;
        Structures = new StructurePart[api.Structures.Count];
        for (int i = 0; i < Structures.Length; i++)
        {
            Structures[i] = new StructurePart(api.Structures[i], path, api.Name);
            _byId[api.Structures[i].Id] = Structures[i];
        }

        RequestExample = ExampleShape.TryParse(api.RequestExample);
        ResponseExample = ExampleShape.TryParse(api.ResponseExample);
        EquatableArray<FieldModel> response = api.Response?.Fields ?? default;
        ResponseTypes = new DocumentedType[response.Count];
        for (int i = 0; i < response.Count; i++)
        {
            FieldModel field = response[i];
            ResponseTypes[i] = DocumentedType.Parse(field.Type);
            Tie(field.StructureId, ResponseTypes[i], field.Name, ResponseExample?.Member(field.Name), null, 0);
        }

        ParameterTypes = new DocumentedType[api.Parameters.Count];
        for (int i = 0; i < ParameterTypes.Length; i++)
        {
            ParameterModel parameter = api.Parameters[i];
            ParameterTypes[i] = DocumentedType.Parse(parameter.Type);
            Tie(parameter.StructureId, ParameterTypes[i], parameter.Name, ExampleOf(parameter), null, 0);
        }

        // Tables that nothing on the page refers to still are structures of their own when they have a name.
        foreach (StructurePart part in Structures)
        {
            if (!part.IsTied && part.Model.Name is not null)
                Descend(part, 0);
        }

        foreach (StructurePart part in Structures)
            part.Seal(this);
        ActionName = api.Name + "Action";
        Preparation = ApiPreparation.TryMake(this);
    }

    /// <summary>The API's name as a class's.</summary>
    public string ActionName { get; }

    /// <summary>What the page alone decides; <see langword="null"/> when it needs the others.</summary>
    public ApiPreparation? Preparation { get; }

    /// <summary>The action that was last made of the page alone. It is taken only where the same would come out again.</summary>
    public BuiltAction? Built { get; set; }

    public string Path { get; }

    public ApiModel Api { get; }

    public DocumentedType[] ParameterTypes { get; }

    public DocumentedType[] ResponseTypes { get; }

    public StructurePart[] Structures { get; }

    public ExampleShape? RequestExample { get; }

    public ExampleShape? ResponseExample { get; }

    public StructurePart? Find(string? id) => id is not null && _byId.TryGetValue(id, out StructurePart? part) ? part : null;

    /// <summary>The sample value of a body parameter, inside or beside the wrapper.</summary>
    public ExampleShape? ExampleOf(ParameterModel parameter)
    {
        if (RequestExample is null)
            return null;
        if (Api.Wrapper is not null && RequestExample.Member(Api.Wrapper)?.Member(parameter.Name) is { } inside)
            return inside;
        return RequestExample.Member(parameter.Name);
    }

    private void Tie(string? id, DocumentedType referringType, string referringField, ExampleShape? example, StructurePart? owner, int depth)
    {
        if (Find(id) is not { } part)
            return;
        bool first = !part.IsTied;
        part.IsTied = true;
        part.ReferringName ??= referringType.MentionedName;
        if (part.ReferringField is null)
        {
            part.ReferringField = referringField;
            part.Owner = owner;
        }

        if (part.Example is null && example is not null)
        {
            part.Example = example;
            first = true;
        }

        if (first && depth < 32)
            Descend(part, depth);
    }

    private void Descend(StructurePart part, int depth)
    {
        for (int i = 0; i < part.Types.Length; i++)
        {
            FieldModel field = part.Model.Fields[i];
            Tie(field.StructureId, part.Types[i], field.Name, part.Example?.Member(field.Name), part, depth + 1);
        }
    }
}

/// <summary>A table of fields, prepared.</summary>
internal sealed class StructurePart
{
    public StructurePart(StructureModel model, string path, string? api)
    {
        Model = model;
        Path = path;
        Api = api;
        Types = new DocumentedType[model.Fields.Count];
        for (int i = 0; i < Types.Length; i++)
            Types[i] = DocumentedType.Parse(model.Fields[i].Type);
    }

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
    public string? StatedName { get; private set; }

    /// <summary>Whether the table documents an enumeration: listed values, or constants that are of the enumeration's own type.</summary>
    public bool IsEnumeration => Model.Values.Count > 0 || HasConstantRows;

    /// <summary>Java enumerations are documented as a table of their constants, each of the enumeration's own type.</summary>
    public bool HasConstantRows
    {
        get
        {
            if (Types.Length < 2 || ReferringName is null)
                return false;
            foreach (DocumentedType type in Types)
            {
                if (!string.Equals(type.Name, ReferringName, StringComparison.Ordinal))
                    return false;
            }

            return true;
        }
    }

    public ExampleShape? Example { get; set; }

    /// <summary>What was last decided of the structure whose first table this is. It is taken only where the same would come out again.</summary>
    public ResolvedFields? Resolved { get; set; }

    public bool IsTied { get; set; }

    /// <summary>Equal for tables that state the same, so that a structure documented on fifty pages is merged once.</summary>
    public ulong Signature { get; private set; }

    /// <summary>Computes what stays as it is once all tables of the page are tied.</summary>
    public void Seal(ApiPart? page)
    {
        StatedName = ReferringName is not null && StructureNaming.IsTypeName(ReferringName) ? ReferringName
            : Model.Name is not null && StructureNaming.IsTypeName(Model.Name) ? Model.Name
            : page is null ? "Type" : null;
        var hash = new SignatureHash();
        Add(ref hash, page, 0);
        Signature = hash.Value;
    }

    private void Add(ref SignatureHash hash, ApiPart? page, int depth)
    {
        hash.Add(Model.Extends);
        hash.Add(Model.Description);
        hash.Add(Model.Since);
        hash.Add(Model.Values.Count);
        for (int i = 0; i < Types.Length; i++)
        {
            FieldModel field = Model.Fields[i];
            hash.Add(field.Name);
            hash.Add(field.Type);
            hash.Add(field.Since);
            hash.Add(field.Description);
            foreach (string value in field.Values)
                hash.Add(value);
            if (page?.Find(field.StructureId) is { } child)
            {
                hash.Add(child.ReferringName ?? child.Model.Name);
                if (depth < 4 && child.ReferringName is null && child.Model.Name is null)
                    child.Add(ref hash, page, depth + 1);
            }
            else if (Types[i].Element is null && Types[i].Kind is DocumentedKind.List or DocumentedKind.Map or DocumentedKind.None)
            {
                // Only the sample can tell the element, so tables with different samples are different.
                ExampleShape? sample = Example?.Member(field.Name);
                hash.Add(sample is null ? -1 : ((int)sample.Kind << 8) | (int)(sample.Element?.Kind ?? 0));
            }
        }
    }

    /// <summary>The row of a field, looked for first where it is likely to be; -1 when there is none.</summary>
    public int IndexOf(string field, int likely)
    {
        EquatableArray<FieldModel> rows = Model.Fields;
        if (likely < rows.Count && string.Equals(rows[likely].Name, field, StringComparison.Ordinal))
            return likely;
        for (int i = 0; i < rows.Count; i++)
        {
            if (string.Equals(rows[i].Name, field, StringComparison.Ordinal))
                return i;
        }

        return -1;
    }

    /// <summary>The key of the line that names the base in <see cref="ElementLocations"/>.</summary>
    public string BaseKey => ElementKey(null) + ElementLocations.Base;

    /// <summary>The key of a field in <see cref="ElementLocations"/>, or of the structure itself.</summary>
    public string ElementKey(string? field)
    {
        string owner = Api is null ? Model.Name ?? Model.Id : Api + ":" + Model.Id;
        return field is null ? owner : owner + "." + field;
    }
}
