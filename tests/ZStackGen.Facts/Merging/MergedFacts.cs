using System.Collections.Generic;

namespace ZStackGen.Facts.Merging;

/// <summary>The merged sources.</summary>
/// <param name="Apis">The APIs by name.</param>
/// <param name="Structures">The structures that the APIs reach, by name.</param>
internal sealed record MergedFacts(IReadOnlyDictionary<string, MergedApi> Apis, IReadOnlyDictionary<string, MergedStructure> Structures);

/// <summary>An API.</summary>
internal sealed record MergedApi
{
    public required string Name { get; init; }

    /// <summary>Gets the folder of its page.</summary>
    public required string Category { get; init; }

    public required string Method { get; init; }

    /// <summary>Gets the path, starting with <c>/v1</c>.</summary>
    public required string Path { get; init; }

    public IReadOnlyList<string> AlternatePaths { get; init; } = [];

    public string? Wrapper { get; init; }

    public bool IsQuery { get; init; }

    public bool RequiresSession { get; init; } = true;

    public bool IsAsync { get; init; }

    public string? Since { get; init; }

    /// <summary>Gets the release that removed it.</summary>
    public string? Removed { get; init; }

    public string? ReplacedBy { get; init; }

    public bool IsDeprecated { get; init; }

    public IReadOnlyList<MergedParameter> Parameters { get; init; } = [];

    /// <summary>Gets the members of the response; <see langword="null"/> if no source documents them.</summary>
    public IReadOnlyList<MergedField>? Response { get; init; }

    public IReadOnlyList<string> SystemTags { get; init; } = [];
}

/// <summary>A parameter.</summary>
internal sealed record MergedParameter
{
    public required string Name { get; init; }

    public required string Type { get; init; }

    /// <summary>Gets the location: path, query or body.</summary>
    public required string Location { get; init; }

    public bool InWrapper { get; init; }

    public bool IsRequired { get; init; }

    public string? Since { get; init; }

    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>Gets the bounds as a page writes them: <c>1..65535</c>, <c>length 1..255</c>, <c>not empty</c>.</summary>
    public string? Bounds { get; init; }

    public string? Default { get; init; }
}

/// <summary>A member of a response or structure.</summary>
internal sealed record MergedField(string Name, string Type, string? Since);

/// <summary>A structure or enumeration.</summary>
internal sealed record MergedStructure
{
    public required string Name { get; init; }

    public string? Extends { get; init; }

    public string? Since { get; init; }

    public IReadOnlyList<MergedField> Fields { get; init; } = [];

    /// <summary>Gets the constants of an enumeration.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];
}
