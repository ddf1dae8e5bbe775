using System;
using System.Collections.Generic;

namespace ZStackGen.Specs.Model;

/// <summary>
/// The content of one documentation page. It contains no positions, so a moved line leaves it equal and nothing is generated again.
/// Positions are in <see cref="ElementLocations"/>.
/// </summary>
/// <param name="Path">The page's path as given to the reader.</param>
/// <param name="Apis">The APIs on the page, in page order.</param>
/// <param name="Types">The types that a type page describes, in page order.</param>
public sealed record PageModel(string Path, EquatableArray<ApiModel> Apis, EquatableArray<StructureModel> Types);

/// <summary>One API: a request line, its parameters and its response.</summary>
public sealed record ApiModel
{
    /// <summary>Gets the API's name without <c>API</c>, <c>Msg</c> or <c>Action</c>, such as <c>StartVmInstance</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the HTTP method in upper case.</summary>
    public required string Method { get; init; }

    /// <summary>Gets the path template starting with <c>/v1</c>, without the context <c>/zstack</c> and without a query string.</summary>
    public required string Path { get; init; }

    /// <summary>Gets further path templates of the same API, such as the <c>/{uuid}</c> route of a query.</summary>
    public EquatableArray<string> AlternatePaths { get; init; }

    /// <summary>
    /// Gets the JSON member that contains the arguments in the body; <see langword="null"/> if the page states none and none can be derived.
    /// The empty string is a valid wrapper. See runtime/PROTOCOL.md §1.2.
    /// </summary>
    public string? Wrapper { get; init; }

    /// <summary>Gets a value indicating whether this is a query API, with the standard query arguments instead of a parameter table.</summary>
    public bool IsQuery { get; init; }

    /// <summary>Gets a value indicating whether the call needs an <c>Authorization</c> header.</summary>
    public bool RequiresSession { get; init; } = true;

    /// <summary>
    /// Gets a value indicating whether the call returns status 202 and a job; <see langword="null"/> if the page does not state it reliably.
    /// The API explorer calls every API synchronous.
    /// </summary>
    public bool? IsAsync { get; init; }

    /// <summary>Gets the version that introduced the API, as written; <see langword="null"/> if the page states none.</summary>
    public string? Since { get; init; }

    /// <summary>Gets the description, one paragraph per line; <see langword="null"/> if there is none.</summary>
    public string? Description { get; init; }

    /// <summary>
    /// Gets the category from the title's prefix or the breadcrumb, such as <c>vmInstance</c>; <see langword="null"/> if the page states none.
    /// </summary>
    public string? Category { get; init; }

    /// <summary>Gets the Chinese name of the API, for search in both languages; <see langword="null"/> if the page states none.</summary>
    public string? ChineseName { get; init; }

    /// <summary>Gets the language of the page.</summary>
    public PageLanguage Language { get; init; }

    /// <summary>Gets the parameters in table order.</summary>
    public EquatableArray<ParameterModel> Parameters { get; init; }

    /// <summary>Gets the response; <see langword="null"/> if the page documents none, as in the API explorer.</summary>
    public ResponseModel? Response { get; init; }

    /// <summary>Gets the structures that the response or a parameter refers to, in page order.</summary>
    public EquatableArray<StructureModel> Structures { get; init; }

    /// <summary>Gets the remarks outside the tables, such as which of two parameters is needed; one paragraph each.</summary>
    public EquatableArray<string> Notes { get; init; }

    /// <summary>Gets the system tags that the page lists for this API, in page order.</summary>
    public EquatableArray<SystemTagModel> SystemTags { get; init; }

    /// <summary>Gets the sample of the request body as strict JSON; <see langword="null"/> if there is none or it cannot be repaired.</summary>
    public string? RequestExample { get; init; }

    /// <summary>Gets the sample of the response as strict JSON; <see langword="null"/> if there is none or it cannot be repaired.</summary>
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

/// <summary>The part of the request that transmits a parameter.</summary>
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
    /// <summary>Gets the wire name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the content of the type cell; <see langword="null"/> if the row has none.</summary>
    public string? Type { get; init; }

    /// <summary>
    /// Gets the part of the request that transmits the parameter. A path variable takes precedence over the row's location cell,
    /// and a DELETE request has no body.
    /// </summary>
    public ParameterLocation Location { get; init; }

    /// <summary>Gets a value indicating whether a body parameter is a member of <see cref="ApiModel.Wrapper"/>.</summary>
    public bool InWrapper { get; init; }

    /// <summary>Gets a value indicating whether the call fails without the parameter.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Gets the version as written; <see langword="null"/> if the row states none.</summary>
    public string? Since { get; init; }

    /// <summary>Gets the allowed values in page order.</summary>
    public EquatableArray<string> Values { get; init; }

    /// <summary>
    /// Gets a value indicating whether other values than <see cref="Values"/> are possible: the page says so, or its own example uses one.
    /// </summary>
    public bool HasOpenValues { get; init; }

    /// <summary>Gets the description without the optional marker; <see langword="null"/> if there is none.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the <see cref="StructureModel.Id"/> of the structure on the same page that describes the parameter's value.</summary>
    public string? StructureId { get; init; }
}

/// <summary>A system tag that an API accepts.</summary>
/// <param name="Tag">The tag with its variables in braces: <c>staticIp::{l3NetworkUuid}::{ip}</c>.</param>
/// <param name="Description">The effect of the tag; <see langword="null"/> if the page does not state it.</param>
/// <param name="Since">The version as written; <see langword="null"/> if the page states none.</param>
public sealed record SystemTagModel(string Tag, string? Description, string? Since)
{
    /// <summary>The separator between the parts of a tag.</summary>
    public const string Separator = "::";

    /// <summary>Returns the parts between the separators. A variable keeps its braces.</summary>
    public IReadOnlyList<string> Parts() => Tag.Split([Separator], StringSplitOptions.None);

    /// <summary>Determines whether a part is a variable.</summary>
    public static bool IsVariable(string part) => part.Length > 2 && part[0] == '{' && part[part.Length - 1] == '}';
}

/// <summary>The response table.</summary>
/// <param name="Fields">The fields; empty if the page says that the response is empty.</param>
public sealed record ResponseModel(EquatableArray<FieldModel> Fields);

/// <summary>One row of a field table.</summary>
public sealed record FieldModel
{
    /// <summary>Gets the wire name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the content of the type cell; <see langword="null"/> if the row has none.</summary>
    public string? Type { get; init; }

    /// <summary>Gets the version as written; <see langword="null"/> if the row states none.</summary>
    public string? Since { get; init; }

    /// <summary>Gets the allowed values in page order.</summary>
    public EquatableArray<string> Values { get; init; }

    /// <summary>Gets the description; <see langword="null"/> if there is none.</summary>
    public string? Description { get; init; }

    /// <summary>
    /// Gets the <see cref="StructureModel.Id"/> of the structure on the same page that describes the field's value or its elements.
    /// </summary>
    public string? StructureId { get; init; }
}

/// <summary>A table of fields that describes one ZStack structure.</summary>
public sealed record StructureModel
{
    /// <summary>Gets the ID of the structure on its page: <c>s1</c>, <c>s2</c>, … in page order.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// Gets the type name if the page states it (heading, anchor, named type, link); <see langword="null"/> for an anonymous table.
    /// </summary>
    public string? Name { get; init; }

    /// <summary>Gets the name of the structure that this structure extends, if the page states it.</summary>
    public string? Extends { get; init; }

    /// <summary>Gets the fields in table order.</summary>
    public EquatableArray<FieldModel> Fields { get; init; }

    /// <summary>Gets the values of an enumeration that is documented as a structure; otherwise, empty.</summary>
    public EquatableArray<string> Values { get; init; }

    /// <summary>Gets the descriptions of the values that have one, in page order.</summary>
    public EquatableArray<ValueDescription> ValueDescriptions { get; init; }

    /// <summary>Gets the description; <see langword="null"/> if there is none.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the version as written; <see langword="null"/> if the page states none.</summary>
    public string? Since { get; init; }
}

/// <summary>The description of a value of an enumeration.</summary>
/// <param name="Value">The value.</param>
/// <param name="Description">The meaning of the value.</param>
public sealed record ValueDescription(string Value, string Description);
