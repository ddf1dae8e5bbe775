using System;

namespace ZStack;

/// <summary>The ZStack version in which an API, a parameter, a field or a type appeared, as its documentation states it.</summary>
/// <remarks><c>0.6</c> is the documentation's fallback and means "early or unknown" (PROTOCOL.md §8).</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Field, Inherited = false)]
public sealed class SinceAttribute : Attribute
{
    /// <summary>Names the version.</summary>
    /// <param name="version">The version as documented, such as <c>3.1.0</c>.</param>
    public SinceAttribute(string version) => Version = version;

    /// <summary>The version as documented.</summary>
    public string Version { get; }
}
