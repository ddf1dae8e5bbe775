using System.Collections.Generic;

namespace ZStackGen.Facts.Facts;

/// <summary>The file <c>manual-apis.json</c>.</summary>
internal sealed record ManualFile(IReadOnlyList<ManualApi> Apis);

/// <summary>A section of the manual.</summary>
internal sealed record ManualApi
{
    public required string Name { get; init; }

    public required string Method { get; init; }

    public required string Path { get; init; }

    public IReadOnlyList<string> AlternatePaths { get; init; } = [];

    public string? Wrapper { get; init; }

    public bool NeedSession { get; init; } = true;

    public bool IsQuery { get; init; }

    public IReadOnlyList<ManualParameter> Parameters { get; init; } = [];

    public IReadOnlyList<ManualField> Response { get; init; } = [];

    public IReadOnlyList<ManualStructure> Structures { get; init; } = [];

    public IReadOnlyList<string> SystemTags { get; init; } = [];

    /// <summary>The second statement of a page that contradicts itself.</summary>
    public ManualAlternative? Also { get; init; }
}

/// <summary>The other statement of a contradictory section.</summary>
internal sealed record ManualAlternative(IReadOnlyList<string>? Name);

/// <summary>A row of a parameter table.</summary>
internal sealed record ManualParameter
{
    public required string Name { get; init; }

    public string? Type { get; init; }

    public string Location { get; init; } = "body";

    public bool InWrapper { get; init; } = true;

    public bool Required { get; init; }

    public IReadOnlyList<string> Values { get; init; } = [];

    public string? Since { get; init; }
}

/// <summary>A row of a response or field table.</summary>
internal sealed record ManualField
{
    public required string Name { get; init; }

    public string? Type { get; init; }

    public string? Since { get; init; }

    /// <summary>The <see cref="ManualStructure.Id"/> of the table that describes the value.</summary>
    public string? Ref { get; init; }
}

/// <summary>A field table of a section.</summary>
internal sealed record ManualStructure
{
    public required string Id { get; init; }

    public string? Label { get; init; }

    public string? Name { get; init; }

    public IReadOnlyList<ManualField> Fields { get; init; } = [];
}
