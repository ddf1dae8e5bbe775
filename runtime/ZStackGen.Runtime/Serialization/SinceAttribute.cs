using System;

namespace ZStack;

/// <summary>Specifies the documented ZStack version in which an API, a parameter, a field or a type appeared.</summary>
/// <remarks><c>0.6</c> is the fallback value of the documentation and means "early or unknown" (PROTOCOL.md §8).</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Field, Inherited = false)]
public sealed class SinceAttribute : Attribute
{
    /// <summary>Initializes a new instance of the <see cref="SinceAttribute"/> class.</summary>
    /// <param name="version">The documented version, such as <c>3.1.0</c>.</param>
    public SinceAttribute(string version) => Version = version;

    /// <summary>Gets the documented version.</summary>
    public string Version { get; }
}
