using System;
using System.Collections.Generic;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Collecting;

/// <summary>An API of a page, prepared for the catalog.</summary>
internal sealed class ApiPart
{
    private readonly Dictionary<string, StructurePart> _byId = new(StringComparer.Ordinal);
    private readonly RowIndex _parameterRows;
    private readonly RowIndex _responseRows;

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
        _responseRows = RowIndex.Of(response, static field => field.Name);
        ResponseTypes = new DocumentedType[response.Count];
        for (int i = 0; i < response.Count; i++)
        {
            FieldModel field = response[i];
            ResponseTypes[i] = DocumentedType.Parse(field.Type);
            Link(field.StructureId, ResponseTypes[i], field.Name, ResponseExample?.Member(field.Name));
        }

        _parameterRows = RowIndex.Of(api.Parameters, static parameter => parameter.Name);
        ParameterTypes = new DocumentedType[api.Parameters.Count];
        for (int i = 0; i < ParameterTypes.Length; i++)
        {
            ParameterModel parameter = api.Parameters[i];
            ParameterTypes[i] = DocumentedType.Parse(parameter.Type);
            Link(parameter.StructureId, ParameterTypes[i], parameter.Name, ExampleOf(parameter));
        }

        // Tables without a reference are structures if they have a name.
        foreach (StructurePart part in Structures)
        {
            if (!part.IsLinked && part.Model.Name is not null)
                Descend(part);
        }

        StructureSignatures.Seal(Structures, this);
        ActionName = api.Name + "Action";
    }

    /// <summary>Gets an object that identifies the page in caches without keeping it alive.</summary>
    public object Identity { get; } = new();

    /// <summary>Gets the API's name as a class name.</summary>
    public string ActionName { get; }

    public string Path { get; }

    public ApiModel Api { get; }

    public DocumentedType[] ParameterTypes { get; }

    public DocumentedType[] ResponseTypes { get; }

    public StructurePart[] Structures { get; }

    public ExampleShape? RequestExample { get; }

    public ExampleShape? ResponseExample { get; }

    public StructurePart? Find(string? id) => id is not null && _byId.TryGetValue(id, out StructurePart? part) ? part : null;

    /// <summary>Returns the row of a parameter; -1 if there is none.</summary>
    public int ParameterRow(string name) => _parameterRows.Find(name);

    /// <summary>Returns the row of a response field; -1 if there is none.</summary>
    public int ResponseRow(string name) => _responseRows.Find(name);

    /// <summary>Returns the sample value of a body parameter, inside or outside the wrapper.</summary>
    public ExampleShape? ExampleOf(ParameterModel parameter)
    {
        if (RequestExample is null)
            return null;
        if (Api.Wrapper is not null && RequestExample.Member(Api.Wrapper)?.Member(parameter.Name) is { } inside)
            return inside;
        return RequestExample.Member(parameter.Name);
    }

    private void Link(string? id, DocumentedType referringType, string referringField, ExampleShape? example)
    {
        if (TryLink(id, referringType, referringField, example, null) is { } part)
            Descend(part);
    }

    /// <summary>Links a table to the field that refers to it. Returns the table if its rows must be processed (again).</summary>
    private StructurePart? TryLink(string? id, DocumentedType referringType, string referringField, ExampleShape? example, StructurePart? owner)
    {
        if (Find(id) is not { } part)
            return null;
        bool isNewLink = !part.IsLinked;
        part.IsLinked = true;
        part.ReferringName ??= referringType.MentionedName;
        if (part.ReferringField is null)
        {
            part.ReferringField = referringField;
            part.Owner = owner;
        }

        if (part.Example is null && example is not null)
        {
            part.Example = example;
            isNewLink = true;
        }

        return isNewLink ? part : null;
    }

    /// <summary>Links the tables below a table, depth first. Not recursive, because tables can be nested as deeply as the page is long.</summary>
    private void Descend(StructurePart start)
    {
        var open = new Stack<(StructurePart Part, int Row)>();
        open.Push((start, 0));
        while (open.Count > 0)
        {
            (StructurePart part, int row) = open.Pop();
            if (row == part.Types.Length)
                continue;
            open.Push((part, row + 1));
            FieldModel field = part.Model.Fields[row];
            if (TryLink(field.StructureId, part.Types[row], field.Name, part.Example?.Member(field.Name), part) is { } child)
                open.Push((child, 0));
        }
    }
}
