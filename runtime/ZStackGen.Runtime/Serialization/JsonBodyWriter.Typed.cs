using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace ZStack.Serialization;

// Methods for the most common types, named like the methods of JsonReader. Generated code calls them instead of Member, because overload
// resolution with a conversion of the name for each candidate slows down the compiler, and the conversion costs time in each call.
public readonly ref partial struct JsonBodyWriter
{
    /// <summary>Writes a string; null is omitted.</summary>
    /// <param name="name">The UTF-8 encoded name of the member.</param>
    /// <param name="value">The value of the member.</param>
    // Generated code has thousands of calls: the body in each of them would make native programs larger.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void String(scoped ReadOnlySpan<byte> name, string? value)
    {
        if (value is null)
            return;
        if (SurrogatePairs.FindLone(value) >= 0)
            Whole(name, value);
        _writer.WriteString(name, value);
    }

    /// <summary>Writes a required string.</summary>
    /// <param name="name">The UTF-8 encoded name of the member.</param>
    /// <param name="value">The value of the member.</param>
    /// <exception cref="ArgumentException">The value is null.</exception>
    public void RequiredString(scoped ReadOnlySpan<byte> name, string? value)
    {
        Require(name, value);
        String(name, value);
    }

    /// <summary>Writes an integer; null is omitted.</summary>
    /// <param name="name">The UTF-8 encoded name of the member.</param>
    /// <param name="value">The value of the member.</param>
    public void Int32(scoped ReadOnlySpan<byte> name, int? value)
    {
        if (value is { } number)
            _writer.WriteNumber(name, number);
    }

    /// <summary>Writes an integer; null is omitted.</summary>
    /// <param name="name">The UTF-8 encoded name of the member.</param>
    /// <param name="value">The value of the member.</param>
    public void Int64(scoped ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } number)
            _writer.WriteNumber(name, number);
    }

    /// <summary>Writes a Boolean value; null is omitted.</summary>
    /// <param name="name">The UTF-8 encoded name of the member.</param>
    /// <param name="value">The value of the member.</param>
    public void Boolean(scoped ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } flag)
            _writer.WriteBoolean(name, flag);
    }

    /// <summary>Writes a timestamp in ISO 8601 format; null is omitted.</summary>
    /// <param name="name">The UTF-8 encoded name of the member.</param>
    /// <param name="value">The value of the member.</param>
    public void DateTimeOffset(scoped ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (value is { } timestamp)
            _writer.WriteString(name, timestamp);
    }

    /// <summary>Writes a structure; null is omitted.</summary>
    /// <param name="name">The UTF-8 encoded name of the member.</param>
    /// <param name="value">The value of the member.</param>
    public void Structure(scoped ReadOnlySpan<byte> name, ZStackStructure? value)
    {
        if (value is null)
            return;
        _writer.WritePropertyName(name);
        value.WriteTo(_writer);
    }

    /// <summary>Writes a list of strings; null is omitted.</summary>
    /// <param name="name">The UTF-8 encoded name of the member.</param>
    /// <param name="value">The value of the member.</param>
    public void StringList(scoped ReadOnlySpan<byte> name, IReadOnlyList<string>? value) => Member(name, value);

    /// <summary>Writes a list of structures; null is omitted.</summary>
    /// <typeparam name="T">The type of the structures.</typeparam>
    /// <param name="name">The UTF-8 encoded name of the member.</param>
    /// <param name="value">The value of the member.</param>
    public void List<T>(scoped ReadOnlySpan<byte> name, IReadOnlyList<T>? value)
        where T : ZStackStructure => Member(name, value);
}
