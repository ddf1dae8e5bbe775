using System;
using System.Collections.Generic;

namespace ZStackGen.Specs.Model;

/// <summary>
/// What one page states. Holds no position, so that a moved line leaves it equal and nothing is generated again;
/// positions are in <see cref="ElementLocations"/>.
/// </summary>
/// <param name="Path">The page's path as it was given to the reader.</param>
/// <param name="Apis">The APIs on the page, in the page's order.</param>
/// <param name="Types">The data structures that the page itself is about (type pages), in the page's order.</param>
public sealed record PageModel(string Path, EquatableArray<ApiModel> Apis, EquatableArray<StructureModel> Types);

/// <summary>One API: a request line, its parameters and its response.</summary>
public sealed record ApiModel
{
    /// <summary>The API's name without <c>API</c>/<c>Msg</c>/<c>Action</c>, such as <c>StartVmInstance</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The HTTP method in upper case.</summary>
    public required string Method { get; init; }

    /// <summary>The path template from <c>/v1</c> on, without the context <c>/zstack</c> and without a query string.</summary>
    public required string Path { get; init; }

    /// <summary>Further path templates of the same API (such as a query's <c>/{uuid}</c> route).</summary>
    public EquatableArray<string> AlternatePaths { get; init; }

    /// <summary>
    /// The key under which the body's arguments stand; <see langword="null"/> when the page states none and none can be derived.
    /// The empty string is a real wrapper (PROTOCOL.md §1.2).
    /// </summary>
    public string? Wrapper { get; init; }

    /// <summary>Whether this is a query API (standard query arguments, no parameter table).</summary>
    public bool IsQuery { get; init; }

    /// <summary>Whether the call needs an <c>Authorization</c> header.</summary>
    public bool RequiresSession { get; init; } = true;

    /// <summary>Whether the call answers 202 with a job; <see langword="null"/> when the page says nothing reliable (the explorer calls everything synchronous).</summary>
    public bool? IsAsync { get; init; }

    /// <summary>The version that the page says the API came with, as written; <see langword="null"/> when it says none.</summary>
    public string? Since { get; init; }

    /// <summary>The description, one paragraph a line; <see langword="null"/> when there is none.</summary>
    public string? Description { get; init; }

    /// <summary>The group that the page names (title prefix or breadcrumb), such as <c>vmInstance</c>; <see langword="null"/> when it names none.</summary>
    public string? Category { get; init; }

    /// <summary>The language of the page's own words.</summary>
    public PageLanguage Language { get; init; }

    /// <summary>The parameters in table order.</summary>
    public EquatableArray<ParameterModel> Parameters { get; init; }

    /// <summary>The response; <see langword="null"/> when the page documents none (the explorer never does).</summary>
    public ResponseModel? Response { get; init; }

    /// <summary>The structures that the response (or a parameter) refers to, in the page's order.</summary>
    public EquatableArray<StructureModel> Structures { get; init; }

    /// <summary>Remarks beside the tables, such as which of two parameters is needed; one paragraph each.</summary>
    public EquatableArray<string> Notes { get; init; }

    /// <summary>The system tags that the page lists for this API, in the page's order.</summary>
    public EquatableArray<SystemTagModel> SystemTags { get; init; }

    /// <summary>The request body sample as strict JSON; <see langword="null"/> when there is none or it is beyond mending.</summary>
    public string? RequestExample { get; init; }

    /// <summary>The response sample as strict JSON; <see langword="null"/> when there is none or it is beyond mending.</summary>
    public string? ResponseExample { get; init; }
}

/// <summary>The language of a page's prose.</summary>
public enum PageLanguage
{
    /// <summary>English.</summary>
    English,

    /// <summary>Chinese.</summary>
    Chinese,
}

/// <summary>Where a parameter travels.</summary>
public enum ParameterLocation
{
    /// <summary>A path segment.</summary>
    Path,

    /// <summary>The query string.</summary>
    Query,

    /// <summary>The JSON body.</summary>
    Body,
}

/// <summary>One row of a parameter table.</summary>
public sealed record ParameterModel
{
    /// <summary>The name on the wire.</summary>
    public required string Name { get; init; }

    /// <summary>The type cell as documented; <see langword="null"/> when the row has none.</summary>
    public string? Type { get; init; }

    /// <summary>Where the parameter really travels: a path variable wins over what the row says, and a DELETE has no body.</summary>
    public ParameterLocation Location { get; init; }

    /// <summary>Whether a body parameter stands inside <see cref="ApiModel.Wrapper"/>.</summary>
    public bool InWrapper { get; init; }

    /// <summary>Whether the call fails without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The version as written; <see langword="null"/> when the row states none.</summary>
    public string? Since { get; init; }

    /// <summary>The allowed values in the page's order.</summary>
    public EquatableArray<string> Values { get; init; }

    /// <summary>Whether further values than <see cref="Values"/> are possible: the page says so, or its own example uses one.</summary>
    public bool HasOpenValues { get; init; }

    /// <summary>The description without optional marker; <see langword="null"/> when there is none.</summary>
    public string? Description { get; init; }

    /// <summary>The <see cref="StructureModel.Id"/> of the structure on the same page that describes this parameter's value.</summary>
    public string? StructureId { get; init; }
}

/// <summary>A system tag that an API takes.</summary>
/// <param name="Tag">The tag with its variables in braces: <c>staticIp::{l3NetworkUuid}::{ip}</c>.</param>
/// <param name="Description">What it does; <see langword="null"/> when the page does not tell.</param>
/// <param name="Since">The version as written; <see langword="null"/> when the page states none.</param>
public sealed record SystemTagModel(string Tag, string? Description, string? Since)
{
    /// <summary>Stands between the parts of a tag.</summary>
    public const string Separator = "::";

    /// <summary>The parts between the separators; a variable keeps its braces.</summary>
    public IReadOnlyList<string> Parts() => Tag.Split([Separator], StringSplitOptions.None);

    /// <summary>Whether a part is a variable.</summary>
    public static bool IsVariable(string part) => part.Length > 2 && part[0] == '{' && part[part.Length - 1] == '}';
}

/// <summary>The response table.</summary>
/// <param name="Fields">The fields; none when the page says that the response is empty.</param>
public sealed record ResponseModel(EquatableArray<FieldModel> Fields);

/// <summary>One row of a field table.</summary>
public sealed record FieldModel
{
    /// <summary>The name on the wire.</summary>
    public required string Name { get; init; }

    /// <summary>The type cell as documented; <see langword="null"/> when the row has none.</summary>
    public string? Type { get; init; }

    /// <summary>The version as written; <see langword="null"/> when the row states none.</summary>
    public string? Since { get; init; }

    /// <summary>The allowed values in the page's order.</summary>
    public EquatableArray<string> Values { get; init; }

    /// <summary>The description; <see langword="null"/> when there is none.</summary>
    public string? Description { get; init; }

    /// <summary>The <see cref="StructureModel.Id"/> of the structure on the same page that describes this field's value (or its elements).</summary>
    public string? StructureId { get; init; }
}

/// <summary>A table of fields that describes one ZStack structure.</summary>
public sealed record StructureModel
{
    /// <summary>Identifies the structure on its page: <c>s1</c>, <c>s2</c>, … in the page's order.</summary>
    public required string Id { get; init; }

    /// <summary>The type name where the page states it (heading, anchor, named type, link); <see langword="null"/> for an anonymous table.</summary>
    public string? Name { get; init; }

    /// <summary>The name of the structure that this one extends, where the page says so.</summary>
    public string? Extends { get; init; }

    /// <summary>The fields in table order.</summary>
    public EquatableArray<FieldModel> Fields { get; init; }

    /// <summary>For an enumeration documented as a structure: its values; else none.</summary>
    public EquatableArray<string> Values { get; init; }

    /// <summary>The description; <see langword="null"/> when there is none.</summary>
    public string? Description { get; init; }

    /// <summary>The version as written; <see langword="null"/> when the page states none.</summary>
    public string? Since { get; init; }
}
