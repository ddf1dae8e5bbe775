using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Resolving;

/// <summary>A parameter or a field with all that its rows state, but without a C# name.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="Type">The decided type.</param>
internal sealed record ResolvedMember(string Name, TypeReference Type)
{
    public string? Since { get; init; }

    public string? Description { get; init; }

    /// <summary>The allowed values and limits.</summary>
    public ValueRules Rules { get; init; }

    /// <summary>Whether other values than the allowed ones are possible.</summary>
    public bool HasOpenValues { get; init; }

    public bool IsRequired { get; init; }

    public ParameterLocation Location { get; init; }

    public bool InWrapper { get; init; }

    /// <summary>For a path parameter: the variable in the template, where it is called differently.</summary>
    public string? PathVariable { get; init; }

    /// <summary>The page with its row; <see langword="null"/> where no row of a page states it.</summary>
    public string? Path { get; init; }
}
