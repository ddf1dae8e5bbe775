using ZStackGen.Specs.Model;

namespace ZStackGen.Tool.History;

/// <summary>What has a history, in the order in which changes of one release are listed.</summary>
internal enum HistoryKind
{
    /// <summary>An API.</summary>
    Api,

    /// <summary>A parameter of an API.</summary>
    Parameter,

    /// <summary>A field of an API's response.</summary>
    ResponseField,

    /// <summary>A system tag that an API takes.</summary>
    SystemTag,

    /// <summary>A structure.</summary>
    Type,

    /// <summary>A field of a structure.</summary>
    Field,

    /// <summary>An enumeration that several members share.</summary>
    Enumeration,

    /// <summary>A value of a parameter, a field or an enumeration.</summary>
    Value,
}

/// <summary>The life of one element of the API.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Owner">The name of the API, structure or enumeration.</param>
/// <param name="Member">The name of the parameter, field or system tag; <see langword="null"/> for the owner itself.</param>
/// <param name="Value">For a value: its text.</param>
/// <param name="Added">The version in which it appeared, spelled as its release.</param>
/// <param name="Ended">What its description says of deprecation and removal.</param>
/// <param name="CameWithOwner">Whether it is no newer than its owner, so that its appearance is no change of its own.</param>
internal sealed record HistoryEntry(HistoryKind Kind, string Owner, string? Member, string? Value, StatedVersion Added, Lifetime Ended, bool CameWithOwner)
{
    /// <summary>What <see cref="Member"/> is, for a value of a member.</summary>
    public HistoryKind? ValueOf { get; init; }

    /// <summary>The element with its owner, such as <c>StartVmInstance.hostUuid</c>.</summary>
    public string Name => Member is null
        ? Value is null ? Owner : $"{Owner} = {Value}"
        : Value is null ? $"{Owner}.{Member}" : $"{Owner}.{Member} = {Value}";
}
