using System;
using System.Collections.Generic;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog;

/// <summary>The API of all pages, with final names, merged structures and resolved types. Compares by value and contains no positions.</summary>
/// <param name="Actions">The actions, one for each API, in ordinal order of their names.</param>
/// <param name="Structures">The structures that an action needs or a type page describes, in ordinal order.</param>
/// <param name="Enumerations">The open enumerations, in ordinal order.</param>
/// <param name="Findings">The findings. Their positions are looked up when they are reported.</param>
public sealed record CatalogModel(
    EquatableArray<CatalogAction> Actions,
    EquatableArray<CatalogStructure> Structures,
    EquatableArray<CatalogEnumeration> Enumerations,
    EquatableArray<CatalogFinding> Findings)
{
    /// <summary>Gets the entries of <see cref="CatalogOptions.Include"/> that match no API of the pages.</summary>
    public EquatableArray<UnmatchedInclude> UnmatchedIncludes { get; init; }
}

/// <summary>A wildcard that matches no API.</summary>
/// <param name="Pattern">The wildcard.</param>
/// <param name="Suggestion">The most similar API name; <see langword="null"/> if no name is similar.</param>
public sealed record UnmatchedInclude(string Pattern, string? Suggestion);

/// <summary>An API.</summary>
public sealed record CatalogAction
{
    /// <summary>
    /// Gets the names that an action or its result inherits, in ordinal order. Inside the result, each of them hides a type with the same name.
    /// </summary>
    public static EquatableArray<string> InheritedNames { get; } = Union(ReservedNames.Query, ReservedNames.Result);

    /// <summary>Gets the API's name on the pages.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the name of the C# class.</summary>
    public required string TypeName { get; init; }

    /// <summary>Gets the HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>Gets the path template, starting with <c>/v1</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Gets further path templates.</summary>
    public EquatableArray<string> AlternatePaths { get; init; }

    /// <summary>Gets the JSON member that contains the arguments in the body; <see langword="null"/> if there is none.</summary>
    public string? Wrapper { get; init; }

    /// <summary>Gets a value indicating whether this is a query API.</summary>
    public bool IsQuery { get; init; }

    /// <summary>Gets a value indicating whether the call requires a session.</summary>
    public bool RequiresSession { get; init; }

    /// <summary>Gets a value indicating whether the call returns a job; <see langword="null"/> if unknown.</summary>
    public bool? IsAsync { get; init; }

    /// <summary>Gets the version that introduced the API.</summary>
    public string? Since { get; init; }

    /// <summary>Gets the description.</summary>
    public string? Description { get; init; }

    /// <summary>
    /// Gets the category, which determines the generated file: the folder under <c>specs</c>; otherwise, the first segment of the path.
    /// </summary>
    public required string Category { get; init; }

    /// <summary>Gets the parameters.</summary>
    public EquatableArray<CatalogMember> Parameters { get; init; }

    /// <summary>Gets the members of the result.</summary>
    public EquatableArray<CatalogMember> Result { get; init; }

    /// <summary>Gets the remarks of the pages, one paragraph each.</summary>
    public EquatableArray<string> Notes { get; init; }

    /// <summary>Gets the system tags that the API accepts.</summary>
    public EquatableArray<CatalogSystemTag> SystemTags { get; init; }

    /// <summary>Gets the structure that a query API returns.</summary>
    public TypeReference? QueryElement { get; init; }

    /// <summary>Gets the open enumerations of the parameters and of the result's fields. They are nested in the class of the action.</summary>
    public EquatableArray<CatalogEnumeration> Enumerations { get; init; }

    private static EquatableArray<string> Union(HashSet<string> action, HashSet<string> result)
    {
        var names = new SortedSet<string>(action, StringComparer.Ordinal);
        names.UnionWith(result);
        return new List<string>(names).ToEquatableArray();
    }
}

/// <summary>A system tag that an API accepts.</summary>
/// <param name="Tag">The tag with its variables in braces.</param>
/// <param name="Identifier">The C# name of the method that creates the tag.</param>
/// <param name="Parts">The parts between the colons. A variable is the empty string.</param>
/// <param name="Parameters">The C# names of the variables, in order.</param>
/// <param name="Description">The description.</param>
/// <param name="Since">The version that introduced the tag.</param>
public sealed record CatalogSystemTag(
    string Tag, string Identifier, EquatableArray<string> Parts, EquatableArray<string> Parameters, string? Description, string? Since);

/// <summary>A parameter or a field.</summary>
public sealed record CatalogMember
{
    /// <summary>Gets the wire name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the name of the C# property.</summary>
    public required string Identifier { get; init; }

    /// <summary>Gets the resolved type.</summary>
    public required TypeReference Type { get; init; }

    /// <summary>Gets the version that introduced the member.</summary>
    public string? Since { get; init; }

    /// <summary>Gets the description.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the allowed values.</summary>
    public EquatableArray<string> Values { get; init; }

    /// <summary>Gets a value indicating whether other values than <see cref="Values"/> are possible, so that no argument can be rejected.</summary>
    public bool HasOpenValues { get; init; }

    /// <summary>Gets the range of an integer.</summary>
    public ValueBounds? Range { get; init; }

    /// <summary>Gets the range of the length of a text, in characters.</summary>
    public ValueBounds? Length { get; init; }

    /// <summary>Gets a value indicating whether a list or map must not be empty.</summary>
    public bool IsNotEmpty { get; init; }

    /// <summary>Gets the limits as text, such as <c>At most 255 characters.</c>; <see langword="null"/> if there are none.</summary>
    public string? Limits =>
        Range is { } range ? range.Describe("") : Length is { Minimum: 1, Maximum: long.MaxValue } ? "Not empty." : Length is { } length ? length.Describe(" characters") : IsNotEmpty ? "At least one element." : null;

    /// <summary>Gets a value indicating whether the call fails without the parameter.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Gets the location of a parameter.</summary>
    public ParameterLocation Location { get; init; }

    /// <summary>Gets a value indicating whether a body parameter is inside the wrapper.</summary>
    public bool InWrapper { get; init; }

    /// <summary>Gets the variable of a path parameter in the template, if its name differs.</summary>
    public string? PathVariable { get; init; }
}

/// <summary>A structure.</summary>
public sealed record CatalogStructure
{
    /// <summary>Gets the name of the C# class.</summary>
    public required string TypeName { get; init; }

    /// <summary>Gets the C# name of the base class; <see langword="null"/> if there is none.</summary>
    public string? Extends { get; init; }

    /// <summary>Gets the structures that extend this structure, directly or indirectly, in ordinal order.</summary>
    public EquatableArray<CatalogSubclass> Subclasses { get; init; }

    /// <summary>Gets the type names that are hidden by properties of base classes.</summary>
    public EquatableArray<string> HiddenTypes { get; init; }

    /// <summary>Gets the description.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the version that introduced the structure.</summary>
    public string? Since { get; init; }

    /// <summary>Gets the fields that the base class does not have.</summary>
    public EquatableArray<CatalogMember> Members { get; init; }

    /// <summary>Gets the open enumerations of the fields. They are nested in the class.</summary>
    public EquatableArray<CatalogEnumeration> Enumerations { get; init; }

    /// <summary>Gets the query of the structure; <see langword="null"/> if no query API returns it.</summary>
    public CatalogQuery? Query { get; init; }

    /// <summary>
    /// Gets a value indicating whether queries can name its fields: a query returns the structure, or it is a part or a base of such a structure.
    /// </summary>
    public bool HasQueryFields { get; init; }
}

/// <summary>The query of a structure. Independent of the descriptions on pages, so that editing them does not change it.</summary>
public sealed record CatalogQuery
{
    /// <summary>Gets the name of the query API.</summary>
    public required string Api { get; init; }

    /// <summary>Gets the path template.</summary>
    public required string Path { get; init; }

    /// <summary>Gets a value indicating whether the path followed by <c>/{uuid}</c> returns a single resource.</summary>
    public bool HasUuidRoute { get; init; }

    /// <summary>Gets a value indicating whether the query requires a session.</summary>
    public bool RequiresSession { get; init; }

    /// <summary>Gets the version that introduced the API.</summary>
    public string? Since { get; init; }

    /// <summary>Gets the ZQL name of the resource; <see langword="null"/> if unknown.</summary>
    public string? ZqlName { get; init; }

    /// <summary>Gets the wire names of the key fields, separated by commas.</summary>
    public string? Key { get; init; }

    /// <summary>Gets the name of the C# property that contains the UUID.</summary>
    public string? UuidMember { get; init; }

    /// <summary>Gets a value indicating whether a base of the structure has a query, too.</summary>
    public bool HidesBase { get; init; }
}

/// <summary>A structure that extends another structure.</summary>
/// <param name="Name">The server's name of the class.</param>
/// <param name="TypeName">The C# name of its class, or of the nearest base that is generated.</param>
public sealed record CatalogSubclass(string Name, string TypeName);

/// <summary>An open enumeration: a text with known values that also accepts other values.</summary>
/// <param name="TypeName">The C# name.</param>
/// <param name="Description">The description.</param>
/// <param name="Since">The version that introduced it.</param>
/// <param name="Values">The known values with their C# names.</param>
public sealed record CatalogEnumeration(string TypeName, string? Description, string? Since, EquatableArray<CatalogEnumerationValue> Values)
{
    /// <summary>
    /// Gets the property that has the values of a nested enumeration, relative to the enclosing class, such as <c>Result.State</c>.
    /// </summary>
    public string? Member { get; init; }
}

/// <summary>A known value of an open enumeration.</summary>
/// <param name="Value">The text on the wire.</param>
/// <param name="Identifier">The C# name.</param>
public sealed record CatalogEnumerationValue(string Value, string Identifier)
{
    /// <summary>Gets the description; <see langword="null"/> if there is none.</summary>
    public string? Description { get; init; }
}

/// <summary>A finding of the catalog. Like a <see cref="Finding"/>, but with the key of an element instead of a position.</summary>
/// <param name="Rule">The ID of the rule.</param>
/// <param name="Severity">The severity.</param>
/// <param name="Path">The path of the page.</param>
/// <param name="ElementKey">The key of the element in <see cref="ElementLocations"/>.</param>
/// <param name="Message">The message, in one sentence.</param>
public sealed record CatalogFinding(string Rule, FindingSeverity Severity, string Path, string ElementKey, string Message);
