using System;

namespace ZStack;

/// <summary>Names the ZStack version in which an API, a parameter, a field, a value or a type appeared, and the version in which it was deprecated or removed.</summary>
/// <remarks><c>0.6</c> is the documentation's fallback and means "early or unknown" (PROTOCOL.md §8).</remarks>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Enum | AttributeTargets.Delegate
    | AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Field | AttributeTargets.Event | AttributeTargets.Constructor,
    Inherited = false)]
public sealed class SinceAttribute : Attribute
{
    /// <summary>Initializes a new instance of the <see cref="SinceAttribute"/> class.</summary>
    /// <param name="version">The version as documented, such as <c>3.1.0</c>.</param>
    public SinceAttribute(string version) => Version = version;

    /// <summary>Gets the version as documented.</summary>
    public string Version { get; }

    /// <summary>Gets or sets the version from which on it should no longer be used; null if it may be used.</summary>
    public string? Deprecated { get; set; }

    /// <summary>Gets or sets the version that no longer has it; null if all later versions have it.</summary>
    public string? Removed { get; set; }

    /// <summary>Gets or sets the name of what replaces it; null if nothing does, or nothing is known to.</summary>
    public string? Replacement { get; set; }
}
