using System;
using System.Collections.Generic;

namespace ZStack.Serialization;

// What generated code calls for the commonest types, named as the reader's methods are. Choosing among the two dozen overloads of Member,
// with a conversion of the name for each, was a third of the compiler's time for generated code.
public readonly ref partial struct JsonBodyWriter
{
    /// <summary>Writes a text; null is left out.</summary>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">Its value.</param>
    public void String(scoped ReadOnlySpan<byte> name, string? value) => Member(name, value);

    /// <summary>Writes a text that must not be null.</summary>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="ArgumentException">The value is null.</exception>
    public void RequiredString(scoped ReadOnlySpan<byte> name, string? value)
    {
        Require(name, value);
        Member(name, value);
    }

    /// <summary>Writes a whole number; null is left out.</summary>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">Its value.</param>
    public void Int32(scoped ReadOnlySpan<byte> name, int? value) => Member(name, value);

    /// <summary>Writes a whole number; null is left out.</summary>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">Its value.</param>
    public void Int64(scoped ReadOnlySpan<byte> name, long? value) => Member(name, value);

    /// <summary>Writes true or false; null is left out.</summary>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">Its value.</param>
    public void Boolean(scoped ReadOnlySpan<byte> name, bool? value) => Member(name, value);

    /// <summary>Writes a timestamp as the server does (PROTOCOL.md §6); null is left out.</summary>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">Its value.</param>
    public void DateTimeOffset(scoped ReadOnlySpan<byte> name, DateTimeOffset? value) => Member(name, value);

    /// <summary>Writes an object of the API; null is left out.</summary>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">Its value.</param>
    public void Structure(scoped ReadOnlySpan<byte> name, ZStackStructure? value) => Member(name, value);

    /// <summary>Writes a list of texts; null is left out.</summary>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">Its value.</param>
    public void StringList(scoped ReadOnlySpan<byte> name, IReadOnlyList<string>? value) => Member(name, value);

    /// <summary>Writes a list of objects of the API; null is left out.</summary>
    /// <typeparam name="T">The objects' type.</typeparam>
    /// <param name="name">The member's name in UTF-8.</param>
    /// <param name="value">Its value.</param>
    public void List<T>(scoped ReadOnlySpan<byte> name, IReadOnlyList<T>? value)
        where T : ZStackStructure => Member(name, value);
}
