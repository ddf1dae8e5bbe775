using System;
using System.Collections.Generic;
using System.Linq;
using ZStackGen.Facts.Examples;
using ZStackGen.Facts.Merging;
using ZStackGen.Facts.Words;
using ZStackGen.Specs.Model;

namespace ZStackGen.Facts.Pages;

/// <summary>Creates the page models of merged facts.</summary>
internal sealed class PageBuilder(MergedFacts facts, Composer words)
{
    private readonly ExampleWriter _examples = new(facts, words.Resources);

    /// <summary>Gets the members of the created pages that have no example value.</summary>
    public IReadOnlyCollection<MissingExample> MissingExamples => _examples.MissingExamples;

    /// <summary>Creates the page of an API.</summary>
    public ApiModel Api(MergedApi api) => new()
    {
        Name = api.Name,
        Method = api.Method,
        Path = api.Path,
        AlternatePaths = api.AlternatePaths.ToArray().ToEquatableArray(),
        Wrapper = api.Wrapper,
        IsQuery = api.IsQuery,
        RequiresSession = api.RequiresSession,
        IsAsync = api.IsAsync,
        Since = api.Since,
        Description = words.Api(api),
        ChineseName = words.ChineseName(api.Name),
        Parameters = api.Parameters.Select(parameter => Parameter(api, parameter)).ToArray().ToEquatableArray(),
        Response = api.Response is { } response ? new ResponseModel(response.Select(field => Response(api, field)).ToArray().ToEquatableArray()) : null,
        SystemTags = SystemTags(api).ToEquatableArray(),
        RequestExample = _examples.Request(api),
        ResponseExample = _examples.Response(api),
    };

    /// <summary>Returns the Chinese name of an API; <see langword="null"/> if its words are unknown.</summary>
    public string? ChineseName(MergedApi api) => words.ChineseName(api.Name);

    /// <summary>Creates the rows of the system tags of an API.</summary>
    public SystemTagModel[] SystemTags(MergedApi api) => [.. api.SystemTags.Select(tag => new SystemTagModel(tag, words.Tag(tag), null))];

    /// <summary>Creates the page of a structure.</summary>
    public StructureModel Structure(MergedStructure structure) => new()
    {
        Id = "s1",
        Name = structure.Name,
        Extends = structure.Extends,
        Since = structure.Since,
        Description = words.Structure(structure),
        Values = structure.Values.ToArray().ToEquatableArray(),
        Fields = structure.Fields.Select(field => Field(structure, field)).ToArray().ToEquatableArray(),
    };

    /// <summary>Creates a row of a parameter table.</summary>
    public ParameterModel Parameter(MergedApi api, MergedParameter parameter) => new()
    {
        Name = parameter.Name,
        Type = parameter.Type,
        Location = parameter.Location switch
        {
            "path" => ParameterLocation.Path,
            "query" => ParameterLocation.Query,
            _ => ParameterLocation.Body,
        },
        InWrapper = parameter.InWrapper && api.Wrapper is not null,
        IsRequired = parameter.IsRequired,
        Since = parameter.Since,
        Values = (parameter.Values.Count > 0 ? [.. parameter.Values] : parameter.Bounds is { } bounds ? new[] { bounds } : []).ToEquatableArray(),
        Description = words.Parameter(api.Name, parameter),
    };

    /// <summary>Creates a row of a response table.</summary>
    public FieldModel Response(MergedApi api, MergedField field) =>
        new() { Name = field.Name, Type = field.Type, Since = field.Since, Description = words.Response(api.Name, field) };

    /// <summary>Creates a row of a structure's table.</summary>
    public FieldModel Field(MergedStructure structure, MergedField field) =>
        new() { Name = field.Name, Type = field.Type, Since = field.Since, Description = words.Field(structure.Name, field) };
}
