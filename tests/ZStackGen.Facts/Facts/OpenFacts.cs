using System.Collections.Generic;

namespace ZStackGen.Facts.Facts;

/// <summary>An API of <c>apis.json</c>.</summary>
internal sealed record OpenApi(OpenDocument Doc, OpenAction? Sdk);

/// <summary>The same API in the SDK.</summary>
internal sealed record OpenAction(string? Wrapper);

/// <summary>An API in the open-source documentation.</summary>
internal sealed record OpenDocument
{
    public IReadOnlyList<OpenParameter> Params { get; init; } = [];

    public IReadOnlyList<OpenField> Response { get; init; } = [];
}

/// <summary>A parameter of the open-source documentation.</summary>
internal sealed record OpenParameter
{
    public required string Name { get; init; }

    public string? Type { get; init; }

    public IReadOnlyList<string> Values { get; init; } = [];
}

/// <summary>A structure of <c>structs.json</c>.</summary>
internal sealed record OpenStructure
{
    public IReadOnlyList<OpenField>? Doc { get; init; }
}

/// <summary>A field of the open-source documentation.</summary>
internal sealed record OpenField
{
    public required string Name { get; init; }

    public string? Type { get; init; }

    /// <summary>The structure of the value or of its elements.</summary>
    public string? Struct { get; init; }

    public string? Since { get; init; }
}
