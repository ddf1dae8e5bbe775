using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Text.Json;

namespace ZStack.Serialization;

/// <summary>Writes the members of a JSON object. Null values are left out, as the server itself does (PROTOCOL.md §6).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref partial struct JsonBodyWriter
{
    private readonly Utf8JsonWriter _writer;
    private readonly string _owner;
    private readonly ArgumentValidation? _validation;

    // The owner is what messages name: "API X" or a structure.
    internal JsonBodyWriter(Utf8JsonWriter writer, string owner, ArgumentValidation? validation = null)
    {
        _writer = writer;
        _owner = owner;
        _validation = validation;
    }

    /// <summary>Checks arguments before they are written.</summary>
    public ArgumentCheck Check => new(_validation, _owner);

    /// <summary>Writes a member, unless its value is null.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="value">Its value.</param>
    public void Member(scoped JsonName name, string? value)
    {
        if (value is null)
            return;
        if (name.Text is { } text)
            _writer.WriteString(text, value);
        else
            _writer.WriteString(name.Utf8, value);
    }

    /// <inheritdoc cref="Member(JsonName, string?)"/>
    public void Member(scoped JsonName name, int? value)
    {
        if (value is not { } number)
            return;
        if (name.Text is { } text)
            _writer.WriteNumber(text, number);
        else
            _writer.WriteNumber(name.Utf8, number);
    }

    /// <inheritdoc cref="Member(JsonName, string?)"/>
    public void Member(scoped JsonName name, long? value)
    {
        if (value is not { } number)
            return;
        if (name.Text is { } text)
            _writer.WriteNumber(text, number);
        else
            _writer.WriteNumber(name.Utf8, number);
    }

    /// <inheritdoc cref="Member(JsonName, string?)"/>
    public void Member(scoped JsonName name, double? value)
    {
        if (value is not { } number)
            return;
        RequireFinite(name, number);
        if (name.Text is { } text)
            _writer.WriteNumber(text, number);
        else
            _writer.WriteNumber(name.Utf8, number);
    }

    /// <inheritdoc cref="Member(JsonName, string?)"/>
    public void Member(scoped JsonName name, float? value)
    {
        if (value is not { } number)
            return;
        RequireFinite(name, number);
        if (name.Text is { } text)
            _writer.WriteNumber(text, number);
        else
            _writer.WriteNumber(name.Utf8, number);
    }

    /// <inheritdoc cref="Member(JsonName, string?)"/>
    public void Member(scoped JsonName name, bool? value)
    {
        if (value is not { } flag)
            return;
        if (name.Text is { } text)
            _writer.WriteBoolean(text, flag);
        else
            _writer.WriteBoolean(name.Utf8, flag);
    }

    /// <inheritdoc cref="Member(JsonName, string?)"/>
    public void Member(scoped JsonName name, DateTimeOffset? value)
    {
        if (value is not { } moment)
            return;
        if (name.Text is { } text)
            _writer.WriteString(text, moment);
        else
            _writer.WriteString(name.Utf8, moment);
    }

    /// <inheritdoc cref="Member(JsonName, string?)"/>
    public void Member(scoped JsonName name, JsonElement? value)
    {
        if (value is not { ValueKind: not JsonValueKind.Undefined } element)
            return;
        WriteName(name);
        element.WriteTo(_writer);
    }

    /// <inheritdoc cref="Member(JsonName, string?)"/>
    public void Member(scoped JsonName name, ZStackStructure? value)
    {
        if (value is null)
            return;
        WriteName(name);
        value.WriteTo(_writer);
    }

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
            // The server takes null elements nowhere unless an API says so, and no page does (PROTOCOL.md §7.1).
            if (value[i] is null && _validation is { IsOn: true })
                throw new ArgumentException($"{_owner}: parameter '{name.ToString()}' has a null element at index {i}.", name.ToString());
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
    /// <typeparam name="T">The structure.</typeparam>
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
    /// <typeparam name="T">The structure.</typeparam>
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

    private void WriteName(scoped JsonName name)
    {
        if (name.Text is { } text)
            _writer.WritePropertyName(text);
        else
            _writer.WritePropertyName(name.Utf8);
    }

    private void WriteValue(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
            _writer.WriteNullValue();
        else
            value.WriteTo(_writer);
    }

    private void WriteValue(ZStackStructure? value)
    {
        if (value is null)
            _writer.WriteNullValue();
        else
            value.WriteTo(_writer);
    }

    private double RequireFinite(scoped JsonName name, double value)
    {
        if (double.IsNaN(value) || double.IsInfinity(value))
            throw new ArgumentException($"{_owner}: parameter '{name.ToString()}' is not a finite number.", name.ToString());
        return value;
    }
}
