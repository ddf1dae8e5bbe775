using System;

namespace ZStack;

/// <summary>
/// Specifies that a member, a type or an assembly requires a server of at least the given version. The analyzer ZSG3001 assumes that version
/// in its code, and reports every use of it without a guard.
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

    /// <summary>Gets the lowest version of the server.</summary>
    public string Version { get; }
}
