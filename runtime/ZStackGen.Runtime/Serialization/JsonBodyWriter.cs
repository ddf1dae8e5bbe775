using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ZStack.Serialization;

/// <summary>Writes the members of a JSON object. Null values are omitted, as by the server (PROTOCOL.md §6).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref partial struct JsonBodyWriter
{
    private readonly Utf8JsonWriter _writer;
    private readonly string _owner;
    private readonly ArgumentValidation? _validation;

    // The owner is named in messages: "API X" or a structure.
    internal JsonBodyWriter(Utf8JsonWriter writer, string owner, ArgumentValidation? validation = null)
    {
        _writer = writer;
        _owner = owner;
        _validation = validation;
    }

    /// <summary>Gets the validation of arguments.</summary>
    public ArgumentCheck Check => new(_validation, _owner);

    /// <summary>Writes a member; null is omitted.</summary>
    /// <param name="name">The name of the member.</param>
    /// <param name="value">The value of the member.</param>
    public void Member(scoped JsonName name, string? value)
    {
        if (value is null)
            return;
        if (name.Text is { } text)
            _writer.WriteString(Whole(name, text), Whole(name, value));
        else
            _writer.WriteString(name.Utf8, Whole(name, value));
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
    public void Member(scoped JsonName name, decimal? value)
    {
        if (value is not { } number)
            return;
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
        if (value is not { } timestamp)
            return;
        if (name.Text is { } text)
            _writer.WriteString(text, timestamp);
        else
            _writer.WriteString(name.Utf8, timestamp);
    }

    /// <inheritdoc cref="Member(JsonName, string?)"/>
    public void Member(scoped JsonName name, JsonElement? value)
    {
        if (value is not { ValueKind: not JsonValueKind.Undefined } element)
            return;
        WriteName(name);
        WriteValue(name, element);
    }

    /// <inheritdoc cref="Member(JsonName, string?)"/>
    public void Member(scoped JsonName name, ZStackStructure? value)
    {
        if (value is null)
            return;
        WriteName(name);
        value.WriteTo(_writer);
    }

    /// <summary>Checks that a required parameter is not null.</summary>
    /// <typeparam name="T">The type of the parameter.</typeparam>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="value">The value of the parameter.</param>
    /// <exception cref="ArgumentException">The value is null.</exception>
    public void Require<T>(scoped JsonName name, T? value)
    {
        if (value is not null)
            return;
        string text = name.ToString();
        var fault = new ArgumentException($"{_owner}: parameter '{text}' is null; it is required.", text);
        if (_validation is null)
            throw fault;
        _validation.Missing(fault);
    }

    private void WriteName(scoped JsonName name)
    {
        if (name.Text is { } text)
            _writer.WritePropertyName(Whole(name, text));
        else
            _writer.WritePropertyName(name.Utf8);
    }

    // Every text of the caller passes here before it is written.
    [return: NotNullIfNotNull(nameof(text))]
    private string? Whole(scoped JsonName name, string? text)
    {
        if (text is not null && SurrogatePairs.FindLone(text) >= 0)
            SurrogatePairs.Require(text, _owner, name.ToString());
        return text;
    }

    private void WriteValue(scoped JsonName name, JsonElement value)
    {
        try
        {
            if (value.ValueKind == JsonValueKind.Undefined)
                _writer.WriteNullValue();
            else
                value.WriteTo(_writer);
        }
        catch (InvalidOperationException e) when (e is not ObjectDisposedException)
        {
            throw ElementText.Invalid(_owner, name.ToString(), e);
        }
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
