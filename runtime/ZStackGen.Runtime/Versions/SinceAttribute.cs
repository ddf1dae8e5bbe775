using System;

namespace ZStack;

/// <summary>Specifies the ZStack version that introduced an API, a parameter, a field, a value or a type, and the versions that deprecated and removed it.</summary>
/// <remarks><c>0.6</c> is the documentation's default and means "early or unknown" (PROTOCOL.md §8).</remarks>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Enum | AttributeTargets.Delegate
    | AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Field | AttributeTargets.Event | AttributeTargets.Constructor,
    Inherited = false)]
public sealed class SinceAttribute : Attribute
{
    /// <summary>Initializes a new instance of the <see cref="SinceAttribute"/> class.</summary>
    /// <param name="version">The version as documented, such as <c>3.1.0</c>.</param>
    public SinceAttribute(string version) => Version = version;

    /// <summary>Gets the version that introduced the element, as documented.</summary>
    public string Version { get; }

    /// <summary>Gets or sets the version that deprecated the element; null if it is not deprecated, or the version is unknown.</summary>
    public string? Deprecated { get; set; }

    /// <summary>Gets or sets the version that removed the element; null if all later versions support it.</summary>
    public string? Removed { get; set; }

    /// <summary>Gets or sets the name of the replacement; null if there is no known replacement.</summary>
    public string? Replacement { get; set; }
}
