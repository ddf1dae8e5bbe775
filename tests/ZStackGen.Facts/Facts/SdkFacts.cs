using System.Collections.Generic;
using System.Text.Json;

namespace ZStackGen.Facts.Facts;

/// <summary>The file <c>sdk-apis.json</c>.</summary>
internal sealed record SdkFile(IReadOnlyDictionary<string, SdkApi> Apis, IReadOnlyDictionary<string, SdkApi> Removed);

/// <summary>An action of the SDK.</summary>
internal sealed record SdkApi
{
    public required string Name { get; init; }

    public required string Category { get; init; }

    public required string Method { get; init; }

    /// <summary>The path without the leading <c>/v1</c>.</summary>
    public required string Path { get; init; }

    public IReadOnlyList<string> Paths { get; init; } = [];

    public bool NeedSession { get; init; } = true;

    public bool Async { get; init; }

    public bool IsQuery { get; init; }

    public string? Wrapper { get; init; }

    public string? Result { get; init; }

    public string? Since { get; init; }

    public bool Deprecated { get; init; }

    /// <summary>The release that no longer has the action.</summary>
    public string? Removed { get; init; }

    public string? RenamedTo { get; init; }

    public IReadOnlyList<SdkParameter> Params { get; init; } = [];
}

/// <summary>A parameter of an action.</summary>
internal sealed record SdkParameter
{
    public required string Name { get; init; }

    public required string Type { get; init; }

    /// <summary>The element type that the name suggests.</summary>
    public string? Guess { get; init; }

    public string Location { get; init; } = "body";

    public bool Required { get; init; }

    public IReadOnlyList<string> ValidValues { get; init; } = [];

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public IReadOnlyList<long>? NumberRange { get; init; }

    public bool Nonempty { get; init; }

    public bool EmptyString { get; init; } = true;

    public string? Regex { get; init; }

    public JsonElement? Default { get; init; }

    public string? Since { get; init; }
}

/// <summary>The file <c>sdk-structs.json</c>.</summary>
internal sealed record SdkStructureFile(IReadOnlyDictionary<string, SdkStructure> Structs);

/// <summary>A class or enumeration of the SDK.</summary>
internal sealed record SdkStructure
{
    public required string Name { get; init; }

    public required string Kind { get; init; }

    public string? Extends { get; init; }

    public string? Since { get; init; }

    public IReadOnlyList<SdkField> Fields { get; init; } = [];

    public IReadOnlyList<string> Values { get; init; } = [];
}

/// <summary>A field of a class.</summary>
internal sealed record SdkField
{
    public required string Name { get; init; }

    public required string Type { get; init; }

    /// <summary>The element type that the name suggests.</summary>
    public string? Guess { get; init; }

    public string? Since { get; init; }
}
