using System.Collections.Generic;

namespace ZStack.Serialization;

// What generated code calls for the commonest types, named as the methods of JsonBodyWriter are: choosing among the overloads of Add would
// cost the user's compiler more than the call itself.
public readonly ref partial struct QueryWriter
{
    /// <summary>Writes a text; null is left out.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">Its value.</param>
    public void String(string name, string? value) => Add(name, value);

    /// <summary>Writes a text that must not be null.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="System.ArgumentException">The value is null.</exception>
    public void RequiredString(string name, string? value)
    {
        Require(name, value);
        Add(name, value);
    }

    /// <summary>Writes a whole number; null is left out.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">Its value.</param>
    public void Int32(string name, int? value) => Add(name, value);

    /// <summary>Writes a whole number; null is left out.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">Its value.</param>
    public void Int64(string name, long? value) => Add(name, value);

    /// <summary>Writes true or false; null is left out.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">Its value.</param>
    public void Boolean(string name, bool? value) => Add(name, value);

    /// <summary>Writes a list of texts by repeating the parameter; null is left out.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">Its value.</param>
    public void StringList(string name, IReadOnlyList<string>? value) => Add(name, value);
}
