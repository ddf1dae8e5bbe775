using System.ComponentModel;

namespace ZStack.Serialization;

/// <summary>Represents an open enumeration: a string with documented values. Undocumented values are kept. Generated types implement this interface.</summary>
/// <typeparam name="TSelf">The type of the open enumeration.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IOpenEnumeration<TSelf>
    where TSelf : struct, IOpenEnumeration<TSelf>
{
    /// <summary>Gets the string in JSON.</summary>
    string Value { get; }

    /// <summary>Gets the documented values. They are the same for all instances.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    OpenEnumerationValues<TSelf> Known { get; }

    /// <summary>Creates a value from a string. The result does not depend on the instance.</summary>
    /// <param name="value">The string in JSON.</param>
    /// <returns>The value.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    TSelf Create(string value);
}
