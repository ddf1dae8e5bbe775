using System;
using System.Collections.Generic;
using System.Text.Json;

namespace ZStack.Serialization;

// Lists and maps; single values are in JsonBodyWriter.cs.
public readonly ref partial struct JsonBodyWriter
{
    private delegate void ItemWriter<in T>(scoped in JsonBodyWriter body, scoped JsonName name, T item);

    /// <inheritdoc cref="Member(JsonName, string?)"/>
    public void Member(scoped JsonName name, IReadOnlyList<string>? value)
    {
        if (value is null)
            return;
        _validation?.SeeList(name.Text, name.Utf8, value);
        WriteName(name);
        _writer.WriteStartArray();
        for (int i = 0; i < value.Count; i++)
        {
            // The server accepts null elements only where an API states it, which no documentation page does (PROTOCOL.md §7.1).
            if (value[i] is null && _validation is { IsOn: true })
                throw new ArgumentException($"{_owner}: parameter '{name.ToString()}' contains null at index {i}.", name.ToString());
            _writer.WriteStringValue(Whole(name, value[i]));
        }

        _writer.WriteEndArray();
    }

    /// <inheritdoc cref="Member(JsonName, string?)"/>
    public void Member(scoped JsonName name, IReadOnlyList<int>? value)
        => Array(name, value, static (scoped in JsonBodyWriter body, scoped JsonName name, int item) => body._writer.WriteNumberValue(item));

    /// <inheritdoc cref="Member(JsonName, string?)"/>
    public void Member(scoped JsonName name, IReadOnlyList<long>? value)
        => Array(name, value, static (scoped in JsonBodyWriter body, scoped JsonName name, long item) => body._writer.WriteNumberValue(item));

    /// <inheritdoc cref="Member(JsonName, string?)"/>
    public void Member(scoped JsonName name, IReadOnlyList<double>? value)
        => Array(name, value, static (scoped in JsonBodyWriter body, scoped JsonName name, double item) => body._writer.WriteNumberValue(body.RequireFinite(name, item)));

    /// <inheritdoc cref="Member(JsonName, string?)"/>
    public void Member(scoped JsonName name, IReadOnlyList<decimal>? value)
        => Array(name, value, static (scoped in JsonBodyWriter body, scoped JsonName name, decimal item) => body._writer.WriteNumberValue(item));

    /// <inheritdoc cref="Member(JsonName, string?)"/>
    public void Member(scoped JsonName name, IReadOnlyList<bool>? value)
        => Array(name, value, static (scoped in JsonBodyWriter body, scoped JsonName name, bool item) => body._writer.WriteBooleanValue(item));

    /// <inheritdoc cref="Member(JsonName, string?)"/>
    public void Member(scoped JsonName name, IReadOnlyList<DateTimeOffset>? value)
        => Array(name, value, static (scoped in JsonBodyWriter body, scoped JsonName name, DateTimeOffset item) => body._writer.WriteStringValue(item));

    /// <inheritdoc cref="Member(JsonName, string?)"/>
    public void Member(scoped JsonName name, IReadOnlyList<JsonElement>? value)
        => Array(name, value, static (scoped in JsonBodyWriter body, scoped JsonName name, JsonElement item) => body.WriteValue(name, item));

    /// <inheritdoc cref="Member(JsonName, string?)"/>
    /// <typeparam name="T">The type of the structure.</typeparam>
    public void Member<T>(scoped JsonName name, IReadOnlyList<T>? value)
        where T : ZStackStructure
    {
        if (value is null)
            return;
        WriteName(name);
        _writer.WriteStartArray();
        // The most frequent kind of list. A call through a delegate would slow down each of its elements.
        for (int i = 0; i < value.Count; i++)
            WriteValue(value[i]);
        _writer.WriteEndArray();
    }

    /// <inheritdoc cref="Member(JsonName, string?)"/>
    public void Member(scoped JsonName name, IReadOnlyDictionary<string, string>? value)
        => Object(name, value, static (scoped in JsonBodyWriter body, scoped JsonName name, string item) => body._writer.WriteStringValue(body.Whole(name, item)));

    /// <inheritdoc cref="Member(JsonName, string?)"/>
    public void Member(scoped JsonName name, IReadOnlyDictionary<string, long>? value)
        => Object(name, value, static (scoped in JsonBodyWriter body, scoped JsonName name, long item) => body._writer.WriteNumberValue(item));

    /// <inheritdoc cref="Member(JsonName, string?)"/>
    public void Member(scoped JsonName name, IReadOnlyDictionary<string, double>? value)
        => Object(name, value, static (scoped in JsonBodyWriter body, scoped JsonName name, double item) => body._writer.WriteNumberValue(body.RequireFinite(name, item)));

    /// <inheritdoc cref="Member(JsonName, string?)"/>
    public void Member(scoped JsonName name, IReadOnlyDictionary<string, decimal>? value)
        => Object(name, value, static (scoped in JsonBodyWriter body, scoped JsonName name, decimal item) => body._writer.WriteNumberValue(item));

    /// <inheritdoc cref="Member(JsonName, string?)"/>
    public void Member(scoped JsonName name, IReadOnlyDictionary<string, bool>? value)
        => Object(name, value, static (scoped in JsonBodyWriter body, scoped JsonName name, bool item) => body._writer.WriteBooleanValue(item));

    /// <inheritdoc cref="Member(JsonName, string?)"/>
    public void Member(scoped JsonName name, IReadOnlyDictionary<string, JsonElement>? value)
        => Object(name, value, static (scoped in JsonBodyWriter body, scoped JsonName name, JsonElement item) => body.WriteValue(name, item));

    /// <inheritdoc cref="Member(JsonName, string?)"/>
    /// <typeparam name="T">The type of the structure.</typeparam>
    public void Member<T>(scoped JsonName name, IReadOnlyDictionary<string, T>? value)
        where T : ZStackStructure
        => Object(name, value, static (scoped in JsonBodyWriter body, scoped JsonName name, T item) => body.WriteValue(item));

    /// <inheritdoc cref="Member(JsonName, string?)"/>
    public void Member(scoped JsonName name, IReadOnlyDictionary<string, IReadOnlyList<string>>? value)
    {
        if (value is null)
            return;
        WriteName(name);
        _writer.WriteStartObject();
        foreach (KeyValuePair<string, IReadOnlyList<string>> entry in value)
            Member(entry.Key, entry.Value);
        _writer.WriteEndObject();
    }

    /// <inheritdoc cref="Member(JsonName, string?)"/>
    /// <typeparam name="T">The type of the structure.</typeparam>
    public void Member<T>(scoped JsonName name, IReadOnlyDictionary<string, IReadOnlyList<T>>? value)
        where T : ZStackStructure
    {
        if (value is null)
            return;
        WriteName(name);
        _writer.WriteStartObject();
        foreach (KeyValuePair<string, IReadOnlyList<T>> entry in value)
            Member(entry.Key, entry.Value);
        _writer.WriteEndObject();
    }

    private void Array<T>(scoped JsonName name, IReadOnlyList<T>? value, ItemWriter<T> write)
    {
        if (value is null)
            return;
        WriteName(name);
        _writer.WriteStartArray();
        for (int i = 0; i < value.Count; i++)
            write(this, name, value[i]);
        _writer.WriteEndArray();
    }

    private void Object<T>(scoped JsonName name, IReadOnlyDictionary<string, T>? value, ItemWriter<T> write)
    {
        if (value is null)
            return;
        WriteName(name);
        _writer.WriteStartObject();
        foreach (KeyValuePair<string, T> entry in value)
        {
            _writer.WritePropertyName(Whole(name, entry.Key));
            write(this, name, entry.Value);
        }

        _writer.WriteEndObject();
    }
}
