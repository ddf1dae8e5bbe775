using System;

namespace ZStack;

/// <summary>
/// States that a member, a type or an assembly works only with a server of at least the given version. The analyzer ZSG3001 takes the version
/// for granted inside, and asks for a guard at every use.
/// </summary>
[AttributeUsage(
    AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Enum
    | AttributeTargets.Delegate | AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property | AttributeTargets.Event
    | AttributeTargets.Field,
    Inherited = false)]
public sealed class RequiresZStackAttribute : Attribute
{
    /// <summary>Initializes a new instance of the <see cref="RequiresZStackAttribute"/> class.</summary>
    /// <param name="version">The version, such as <c>5.0.0</c>.</param>
    public RequiresZStackAttribute(string version) => Version = version;

    /// <summary>Gets the version that the server needs to have at least.</summary>
    public string Version { get; }
}
