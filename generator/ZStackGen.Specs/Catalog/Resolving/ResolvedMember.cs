using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Resolving;

/// <summary>A parameter or field with the merged content of its rows, but without a C# name.</summary>
/// <param name="Name">The wire name.</param>
/// <param name="Type">The resolved type.</param>
internal sealed record ResolvedMember(string Name, TypeReference Type)
{
    public string? Since { get; init; }

    public string? Description { get; init; }

    /// <summary>Gets the allowed values and limits.</summary>
    public ValueRules Rules { get; init; }

    /// <summary>Gets a value indicating whether other values than the allowed ones are possible.</summary>
    public bool HasOpenValues { get; init; }

    public bool IsRequired { get; init; }

    public ParameterLocation Location { get; init; }

    public bool InWrapper { get; init; }

    /// <summary>Gets the variable of a path parameter in the template, if its name differs.</summary>
    public string? PathVariable { get; init; }

    /// <summary>Gets the path of the page with its row; <see langword="null"/> if no page has a row for it.</summary>
    public string? Path { get; init; }
}
