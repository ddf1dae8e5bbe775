using System;

namespace ZStack;

/// <summary>
/// Marks a method, property or field of type <see cref="bool"/> as a guard: if it is true, the server has at least the given version. The
/// analyzers ZSG3001 and ZSG3002 then treat a check of the guard like a comparison of <see cref="IZStackClient.ServerVersion"/>. The result of an
/// asynchronous method is a guard where it is awaited.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ZStackVersionGuardAttribute : Attribute
{
    /// <summary>Initializes a new instance of the <see cref="ZStackVersionGuardAttribute"/> class.</summary>
    /// <param name="version">The version, such as <c>5.0.0</c>.</param>
    public ZStackVersionGuardAttribute(string version) => Version = version;

    /// <summary>Gets the lowest version of the server if the member is true.</summary>
    public string Version { get; }
}
