using ZStackGen.Specs.Model;

namespace ZStackGen.Explorer.History;

/// <summary>Specifies the kind of an element, in the order in which the changes of a release are listed.</summary>
internal enum HistoryKind
{
    /// <summary>An API.</summary>
    Api,

    /// <summary>A parameter of an API.</summary>
    Parameter,

    /// <summary>A field of an API's response.</summary>
    ResponseField,

    /// <summary>A system tag that an API accepts.</summary>
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

/// <summary>Represents the history of an element of the API.</summary>
/// <param name="Kind">The kind of the element.</param>
/// <param name="Owner">The name of the API, structure or enumeration.</param>
/// <param name="Member">The name of the parameter, field or system tag; <see langword="null"/> for the owner itself.</param>
/// <param name="Value">The text of the value; <see langword="null"/> for other kinds.</param>
/// <param name="Added">The version that added the element, in the spelling of the release.</param>
/// <param name="Ended">The deprecation and removal of the element, from its description.</param>
/// <param name="CameWithOwner">A value that indicates whether the element is not newer than its owner. If so, its addition is not a separate change.</param>
internal sealed record HistoryEntry(HistoryKind Kind, string Owner, string? Member, string? Value, StatedVersion Added, Lifetime Ended, bool CameWithOwner)
{
    /// <summary>Gets the kind of the member that a value belongs to; <see langword="null"/> without a member.</summary>
    public HistoryKind? ValueOf { get; init; }

    /// <summary>Gets the name of the element with its owner, such as <c>StartVmInstance.hostUuid</c>.</summary>
    public string Name => Member is null
        ? Value is null ? Owner : $"{Owner} = {Value}"
        : Value is null ? $"{Owner}.{Member}" : $"{Owner}.{Member} = {Value}";
}
