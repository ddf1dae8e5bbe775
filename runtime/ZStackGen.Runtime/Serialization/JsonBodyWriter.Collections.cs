using System;
using System.Collections.Generic;
using System.Text.Json;

namespace ZStack.Serialization;

// Lists and maps; single values are in JsonBodyWriter.cs.
public readonly ref partial struct JsonBodyWriter
{
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
            _writer.WriteStringValue(value[i]);
        }

        _writer.WriteEndArray();
    }

    /// <inheritdoc cref="Member(JsonName, string?)"/>
    public void Member(scoped JsonName name, IReadOnlyList<int>? value)
    {
        if (value is null)
            return;
        WriteName(name);
        _writer.WriteStartArray();
        for (int i = 0; i < value.Count; i++)
            _writer.WriteNumberValue(value[i]);
        _writer.WriteEndArray();
    }

    /// <inheritdoc cref="Member(JsonName, string?)"/>
    public void Member(scoped JsonName name, IReadOnlyList<long>? value)
    {
        if (value is null)
            return;
        WriteName(name);
        _writer.WriteStartArray();
        for (int i = 0; i < value.Count; i++)
            _writer.WriteNumberValue(value[i]);
        _writer.WriteEndArray();
    }

    /// <inheritdoc cref="Member(JsonName, string?)"/>
    public void Member(scoped JsonName name, IReadOnlyList<double>? value)
    {
        if (value is null)
            return;
        WriteName(name);
        _writer.WriteStartArray();
        for (int i = 0; i < value.Count; i++)
            _writer.WriteNumberValue(RequireFinite(name, value[i]));
        _writer.WriteEndArray();
    }

    /// <inheritdoc cref="Member(JsonName, string?)"/>
    public void Member(scoped JsonName name, IReadOnlyList<decimal>? value)
    {
        if (value is null)
            return;
        WriteName(name);
        _writer.WriteStartArray();
        for (int i = 0; i < value.Count; i++)
            _writer.WriteNumberValue(value[i]);
        _writer.WriteEndArray();
    }

    /// <inheritdoc cref="Member(JsonName, string?)"/>
    public void Member(scoped JsonName name, IReadOnlyList<bool>? value)
    {
        if (value is null)
            return;
        WriteName(name);
        _writer.WriteStartArray();
        for (int i = 0; i < value.Count; i++)
            _writer.WriteBooleanValue(value[i]);
        _writer.WriteEndArray();
    }

    /// <inheritdoc cref="Member(JsonName, string?)"/>
    public void Member(scoped JsonName name, IReadOnlyList<DateTimeOffset>? value)
    {
        if (value is null)
            return;
        WriteName(name);
        _writer.WriteStartArray();
        for (int i = 0; i < value.Count; i++)
            _writer.WriteStringValue(value[i]);
        _writer.WriteEndArray();
    }

    /// <inheritdoc cref="Member(JsonName, string?)"/>
    public void Member(scoped JsonName name, IReadOnlyList<JsonElement>? value)
    {
        if (value is null)
            return;
        WriteName(name);
        _writer.WriteStartArray();
        for (int i = 0; i < value.Count; i++)
            WriteValue(value[i]);
        _writer.WriteEndArray();
    }

    /// <inheritdoc cref="Member(JsonName, string?)"/>
    /// <typeparam name="T">The type of the structure.</typeparam>
    public void Member<T>(scoped JsonName name, IReadOnlyList<T>? value)
        where T : ZStackStructure
    {
        if (value is null)
            return;
        WriteName(name);
        _writer.WriteStartArray();
        for (int i = 0; i < value.Count; i++)
            WriteValue(value[i]);
        _writer.WriteEndArray();
    }

    /// <inheritdoc cref="Member(JsonName, string?)"/>
    public void Member(scoped JsonName name, IReadOnlyDictionary<string, string>? value)
    {
        if (value is null)
            return;
        WriteName(name);
        _writer.WriteStartObject();
        foreach (KeyValuePair<string, string> entry in value)
        {
            _writer.WritePropertyName(entry.Key);
            _writer.WriteStringValue(entry.Value);
        }

        _writer.WriteEndObject();
    }

    /// <inheritdoc cref="Member(JsonName, string?)"/>
    public void Member(scoped JsonName name, IReadOnlyDictionary<string, long>? value)
    {
        if (value is null)
            return;
        WriteName(name);
        _writer.WriteStartObject();
        foreach (KeyValuePair<string, long> entry in value)
        {
            _writer.WritePropertyName(entry.Key);
            _writer.WriteNumberValue(entry.Value);
        }

        _writer.WriteEndObject();
    }

    /// <inheritdoc cref="Member(JsonName, string?)"/>
    public void Member(scoped JsonName name, IReadOnlyDictionary<string, double>? value)
    {
        if (value is null)
            return;
        WriteName(name);
        _writer.WriteStartObject();
        foreach (KeyValuePair<string, double> entry in value)
        {
            _writer.WritePropertyName(entry.Key);
            _writer.WriteNumberValue(RequireFinite(name, entry.Value));
        }

        _writer.WriteEndObject();
    }

    /// <inheritdoc cref="Member(JsonName, string?)"/>
    public void Member(scoped JsonName name, IReadOnlyDictionary<string, decimal>? value)
    {
        if (value is null)
            return;
        WriteName(name);
        _writer.WriteStartObject();
        foreach (KeyValuePair<string, decimal> entry in value)
        {
            _writer.WritePropertyName(entry.Key);
            _writer.WriteNumberValue(entry.Value);
        }

        _writer.WriteEndObject();
    }

    /// <inheritdoc cref="Member(JsonName, string?)"/>
    public void Member(scoped JsonName name, IReadOnlyDictionary<string, bool>? value)
    {
        if (value is null)
            return;
        WriteName(name);
        _writer.WriteStartObject();
        foreach (KeyValuePair<string, bool> entry in value)
        {
            _writer.WritePropertyName(entry.Key);
            _writer.WriteBooleanValue(entry.Value);
        }

        _writer.WriteEndObject();
    }

    /// <inheritdoc cref="Member(JsonName, string?)"/>
    public void Member(scoped JsonName name, IReadOnlyDictionary<string, JsonElement>? value)
    {
        if (value is null)
            return;
        WriteName(name);
        _writer.WriteStartObject();
        foreach (KeyValuePair<string, JsonElement> entry in value)
        {
            _writer.WritePropertyName(entry.Key);
            WriteValue(entry.Value);
        }

        _writer.WriteEndObject();
    }

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
    public void Member<T>(scoped JsonName name, IReadOnlyDictionary<string, T>? value)
        where T : ZStackStructure
    {
        if (value is null)
            return;
        WriteName(name);
        _writer.WriteStartObject();
        foreach (KeyValuePair<string, T> entry in value)
        {
            _writer.WritePropertyName(entry.Key);
            WriteValue(entry.Value);
        }

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
}
