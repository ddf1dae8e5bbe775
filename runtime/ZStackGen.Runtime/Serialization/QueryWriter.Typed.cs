using System.Collections.Generic;

namespace ZStack.Serialization;

// Methods for the most common types, named like the methods of JsonBodyWriter. Generated code calls them instead of Add, because overload
// resolution slows down the compiler.
public readonly ref partial struct QueryWriter
{
    /// <summary>Writes a string; null is omitted.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="value">The value of the parameter.</param>
    public void String(string name, string? value) => Add(name, value);

    /// <summary>Writes a required string.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="value">The value of the parameter.</param>
    /// <exception cref="System.ArgumentException">The value is null.</exception>
    public void RequiredString(string name, string? value)
    {
        Require(name, value);
        Add(name, value);
    }

    /// <summary>Writes an integer; null is omitted.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="value">The value of the parameter.</param>
    public void Int32(string name, int? value) => Add(name, value);

    /// <summary>Writes an integer; null is omitted.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="value">The value of the parameter.</param>
    public void Int64(string name, long? value) => Add(name, value);

    /// <summary>Writes a Boolean value; null is omitted.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="value">The value of the parameter.</param>
    public void Boolean(string name, bool? value) => Add(name, value);

    /// <summary>Writes a list of strings by repeating the parameter; null is omitted.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="value">The value of the parameter.</param>
    public void StringList(string name, IReadOnlyList<string>? value) => Add(name, value);
}
