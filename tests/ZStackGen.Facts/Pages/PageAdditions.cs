using System;
using System.Collections.Generic;
using System.Linq;
using ZStackGen.Facts.Merging;
using ZStackGen.Specs.Model;

namespace ZStackGen.Facts.Pages;

/// <summary>Adds facts that an existing page lacks. Its existing content does not change.</summary>
internal static class PageAdditions
{
    /// <summary>Adds the missing rows of an API's page.</summary>
    public static ApiModel Add(ApiModel page, MergedApi api, PageBuilder builder)
    {
        ParameterModel[] parameters = [.. api.Parameters.Where(parameter => page.Parameters.All(row => row.Name != parameter.Name)).Select(parameter => builder.Parameter(api, parameter))];
        FieldModel[] fields = [.. (api.Response ?? []).Where(field => (page.Response?.Fields ?? default).All(row => row.Name != field.Name)).Select(field => builder.Response(api, field))];
        SystemTagModel[] tags = [.. builder.SystemTags(api).Where(tag => page.SystemTags.All(row => row.Tag != tag.Tag))];
        page = page with
        {
            ChineseName = page.ChineseName ?? builder.ChineseName(api),
            Parameters = page.Parameters.Select(row => row with { Type = Typed(row.Type, api.Parameters.FirstOrDefault(parameter => parameter.Name == row.Name)?.Type) }).ToArray().ToEquatableArray(),
            Response = page.Response is { } response ? new ResponseModel(Typed(response.Fields, api.Response)) : null,
        };
        if (parameters.Length == 0 && fields.Length == 0 && tags.Length == 0)
            return page;
        return page with
        {
            Parameters = BeforeTags([.. page.Parameters], parameters).ToEquatableArray(),
            Response = fields.Length == 0 ? page.Response : new ResponseModel(((FieldModel[])[.. page.Response?.Fields ?? default, .. fields]).ToEquatableArray()),
            SystemTags = ((SystemTagModel[])[.. page.SystemTags, .. tags]).ToEquatableArray(),
        };
    }

    /// <summary>Adds the missing rows of a structure's page.</summary>
    public static StructureModel Add(StructureModel page, MergedStructure structure, PageBuilder builder)
    {
        page = page with { Fields = Typed(page.Fields, structure.Fields) };
        FieldModel[] fields = [.. structure.Fields.Where(field => page.Fields.All(row => row.Name != field.Name)).Select(field => builder.Field(structure, field))];
        return fields.Length == 0 ? page : page with { Fields = ((FieldModel[])[.. page.Fields, .. fields]).ToEquatableArray() };
    }

    private static EquatableArray<FieldModel> Typed(EquatableArray<FieldModel> rows, IReadOnlyList<MergedField>? fields) =>
        rows.Select(row => row with { Type = Typed(row.Type, fields?.FirstOrDefault(field => field.Name == row.Name)?.Type) }).ToArray().ToEquatableArray();

    // A list of objects is a list with unknown elements.
    private static string? Typed(string? type, string? fact) => type == "List<Object>" && fact is not null && TypeText.IsList(fact) ? fact : type;

    private static ParameterModel[] BeforeTags(ParameterModel[] rows, ParameterModel[] added)
    {
        int tags = Array.FindIndex(rows, static row => row.Name is "systemTags" or "userTags");
        return tags < 0 ? [.. rows, .. added] : [.. rows[..tags], .. added, .. rows[tags..]];
    }
}
