using System;
using System.Collections.Generic;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog;

/// <summary>All pages as one API: names decided, structures merged, types resolved. Compares by value and holds no position.</summary>
/// <param name="Actions">One for each API, in ordinal order of the names.</param>
/// <param name="Structures">One for each structure that an action needs or a type page describes, in ordinal order.</param>
/// <param name="Enumerations">The open enumerations, in ordinal order.</param>
/// <param name="Findings">What the catalog had to decide or could not; positions are looked up when reported.</param>
public sealed record CatalogModel(
    EquatableArray<CatalogAction> Actions,
    EquatableArray<CatalogStructure> Structures,
    EquatableArray<CatalogEnumeration> Enumerations,
    EquatableArray<CatalogFinding> Findings)
{
    /// <summary>Wildcards of <see cref="CatalogOptions.Include"/> that match no API of the pages.</summary>
    public EquatableArray<UnmatchedInclude> UnmatchedIncludes { get; init; }
}

/// <summary>A wildcard that matches no API.</summary>
/// <param name="Pattern">The wildcard.</param>
/// <param name="Suggestion">The API that it was meant to be; <see langword="null"/> when none is near.</param>
public sealed record UnmatchedInclude(string Pattern, string? Suggestion);

/// <summary>One API.</summary>
public sealed record CatalogAction
{
    /// <summary>The names that an action or its result inherits, in ordinal order: inside the result each hides a type that is called so.</summary>
    public static EquatableArray<string> InheritedNames { get; } = Union(ReservedNames.Query, ReservedNames.Result);

    /// <summary>The API's name on the pages.</summary>
    public required string Name { get; init; }

    /// <summary>The C# class name.</summary>
    public required string TypeName { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The path template from <c>/v1</c> on.</summary>
    public required string Path { get; init; }

    /// <summary>Further path templates.</summary>
    public EquatableArray<string> AlternatePaths { get; init; }

    /// <summary>The key of the body's arguments; <see langword="null"/> when there is none.</summary>
    public string? Wrapper { get; init; }

    /// <summary>Whether this is a query API.</summary>
    public bool IsQuery { get; init; }

    /// <summary>Whether the call needs a session.</summary>
    public bool RequiresSession { get; init; }

    /// <summary>Whether the call answers with a job, where known.</summary>
    public bool? IsAsync { get; init; }

    /// <summary>The version the API came with.</summary>
    public string? Since { get; init; }

    /// <summary>What the API does.</summary>
    public string? Description { get; init; }

    /// <summary>The file group into which the API is generated: its folder under <c>specs</c>, else the first segment of its path.</summary>
    public required string Category { get; init; }

    /// <summary>The parameters.</summary>
    public EquatableArray<CatalogMember> Parameters { get; init; }

    /// <summary>The members of the result.</summary>
    public EquatableArray<CatalogMember> Result { get; init; }

    /// <summary>Remarks of the pages; one paragraph each.</summary>
    public EquatableArray<string> Notes { get; init; }

    /// <summary>The system tags that the API takes.</summary>
    public EquatableArray<CatalogSystemTag> SystemTags { get; init; }

    /// <summary>For a query API: the structure that it returns.</summary>
    public TypeReference? QueryElement { get; init; }

    /// <summary>The open enumerations of its parameters and of its result's fields, nested in its class.</summary>
    public EquatableArray<CatalogEnumeration> Enumerations { get; init; }

    private static EquatableArray<string> Union(HashSet<string> action, HashSet<string> result)
    {
        var names = new SortedSet<string>(action, StringComparer.Ordinal);
        names.UnionWith(result);
        return new List<string>(names).ToEquatableArray();
    }
}

/// <summary>A system tag that an API takes.</summary>
/// <param name="Tag">The tag with its variables in braces.</param>
/// <param name="Identifier">The C# name of the method that makes it.</param>
/// <param name="Parts">The parts between the colons; a variable is the empty string.</param>
/// <param name="Parameters">The C# names of the variables in order.</param>
/// <param name="Description">What it does.</param>
/// <param name="Since">The version it came with.</param>
public sealed record CatalogSystemTag(
    string Tag, string Identifier, EquatableArray<string> Parts, EquatableArray<string> Parameters, string? Description, string? Since);

/// <summary>A parameter or a field.</summary>
public sealed record CatalogMember
{
    /// <summary>The name on the wire.</summary>
    public required string Name { get; init; }

    /// <summary>The C# property name.</summary>
    public required string Identifier { get; init; }

    /// <summary>The decided type.</summary>
    public required TypeReference Type { get; init; }

    /// <summary>The version it came with.</summary>
    public string? Since { get; init; }

    /// <summary>What it means.</summary>
    public string? Description { get; init; }

    /// <summary>The allowed values.</summary>
    public EquatableArray<string> Values { get; init; }

    /// <summary>Whether the pages leave room for values that <see cref="Values"/> lacks, so that no argument may be refused for one.</summary>
    public bool HasOpenValues { get; init; }

    /// <summary>Of a whole number: between what it lies.</summary>
    public ValueBounds? Range { get; init; }

    /// <summary>Of a text: how many characters it has.</summary>
    public ValueBounds? Length { get; init; }

    /// <summary>Of a list or map: whether it needs an element.</summary>
    public bool IsNotEmpty { get; init; }

    /// <summary>The limits in words, such as <c>At most 255 characters.</c>; <see langword="null"/> where there are none.</summary>
    public string? Limits =>
        Range is { } range ? range.Describe("") : Length is { } length ? length.Describe(" characters") : IsNotEmpty ? "At least one element." : null;

    /// <summary>Whether the call fails without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>For a parameter: where it travels.</summary>
    public ParameterLocation Location { get; init; }

    /// <summary>For a body parameter: whether it stands inside the wrapper.</summary>
    public bool InWrapper { get; init; }

    /// <summary>For a path parameter: the variable in the template, where it is called differently.</summary>
    public string? PathVariable { get; init; }
}

/// <summary>One structure.</summary>
public sealed record CatalogStructure
{
    /// <summary>The C# class name.</summary>
    public required string TypeName { get; init; }

    /// <summary>The C# name of the base class, where one is known.</summary>
    public string? Extends { get; init; }

    /// <summary>The structures that extend this one, directly or not, in ordinal order.</summary>
    public EquatableArray<CatalogSubclass> Subclasses { get; init; }

    /// <summary>Type names that a property of a base class hides in this class's expressions.</summary>
    public EquatableArray<string> HiddenTypes { get; init; }

    /// <summary>What it is.</summary>
    public string? Description { get; init; }

    /// <summary>The version it came with.</summary>
    public string? Since { get; init; }

    /// <summary>The fields that the base class does not have.</summary>
    public EquatableArray<CatalogMember> Members { get; init; }

    /// <summary>The open enumerations of its fields, nested in its class.</summary>
    public EquatableArray<CatalogEnumeration> Enumerations { get; init; }

    /// <summary>How it is queried; <see langword="null"/> where no query API returns it.</summary>
    public CatalogQuery? Query { get; init; }

    /// <summary>Whether queries can name its fields: it is returned by one, or a part or base of what is.</summary>
    public bool HasQueryFields { get; init; }
}

/// <summary>How a structure is queried. Holds nothing that an edit of a page's prose changes.</summary>
public sealed record CatalogQuery
{
    /// <summary>The query API.</summary>
    public required string Api { get; init; }

    /// <summary>Its path template.</summary>
    public required string Path { get; init; }

    /// <summary>Whether the path with <c>/{uuid}</c> behind it gets one resource.</summary>
    public bool HasUuidRoute { get; init; }

    /// <summary>Whether it needs a session.</summary>
    public bool RequiresSession { get; init; }

    /// <summary>The version the API came with.</summary>
    public string? Since { get; init; }

    /// <summary>The resource's name in ZQL, where it is known.</summary>
    public string? ZqlName { get; init; }

    /// <summary>The wire names of the fields that tell resources apart, with commas between.</summary>
    public string? Key { get; init; }

    /// <summary>The C# property that holds the UUID.</summary>
    public string? UuidMember { get; init; }

    /// <summary>Whether a base of the structure has a query too.</summary>
    public bool HidesBase { get; init; }
}

/// <summary>A structure that extends another.</summary>
/// <param name="Name">The name that the server gives its class.</param>
/// <param name="TypeName">The C# name of the class for it: its own, or of the nearest base that is generated.</param>
public sealed record CatalogSubclass(string Name, string TypeName);

/// <summary>A string with known values, open to others.</summary>
/// <param name="TypeName">The C# name.</param>
/// <param name="Description">What it is.</param>
/// <param name="Since">The version it came with.</param>
/// <param name="Values">The known values with their C# names.</param>
public sealed record CatalogEnumeration(string TypeName, string? Description, string? Since, EquatableArray<CatalogEnumerationValue> Values)
{
    /// <summary>For a nested one: the property whose values these are, as seen from the enclosing class, such as <c>Result.State</c>.</summary>
    public string? Member { get; init; }
}

/// <summary>A known value of an open enumeration.</summary>
/// <param name="Value">The text on the wire.</param>
/// <param name="Identifier">The C# name.</param>
public sealed record CatalogEnumerationValue(string Value, string Identifier);

/// <summary>Something the catalog decided or could not; like a <see cref="Finding"/>, but with the element's key instead of a position.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Path">The page.</param>
/// <param name="ElementKey">The element as <see cref="ElementLocations"/> keys it.</param>
/// <param name="Message">What, in one sentence.</param>
public sealed record CatalogFinding(string Rule, FindingSeverity Severity, string Path, string ElementKey, string Message);
