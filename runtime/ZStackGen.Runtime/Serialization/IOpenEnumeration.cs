using System.ComponentModel;

namespace ZStack.Serialization;

/// <summary>A text with known values. Values that the documentation does not list are kept. Generated structures implement it.</summary>
/// <typeparam name="TSelf">The enumeration.</typeparam>
public interface IOpenEnumeration<TSelf>
    where TSelf : struct, IOpenEnumeration<TSelf>
{
    /// <summary>Gets the text on the wire.</summary>
    string Value { get; }

    /// <summary>Gets the values that the documentation lists. They belong to the type, not to the instance.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    OpenEnumerationValues<TSelf> Known { get; }

    /// <summary>Returns the value of a text. It does not depend on the instance.</summary>
    /// <param name="value">The text on the wire.</param>
    /// <returns>The value.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    TSelf Create(string value);
}
