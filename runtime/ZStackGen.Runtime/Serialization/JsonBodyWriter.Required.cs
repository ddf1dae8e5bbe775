using System;
using System.Collections.Generic;
using System.Text.Json;

namespace ZStack.Serialization;

// The parameters that must have a value; everything else is in JsonBodyWriter.cs.
public readonly ref partial struct JsonBodyWriter
{
    /// <summary>Writes a member that must have a value.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="ArgumentException">The value is null.</exception>
    public void Required(scoped JsonName name, string? value)
    {
        if (value is null)
            Missing(name);
        else
            Member(name, value);
    }

    /// <inheritdoc cref="Required(JsonName, string?)"/>
    public void Required(scoped JsonName name, int? value)
    {
        if (value is null)
            Missing(name);
        else
            Member(name, value);
    }

    /// <inheritdoc cref="Required(JsonName, string?)"/>
    public void Required(scoped JsonName name, long? value)
    {
        if (value is null)
            Missing(name);
        else
            Member(name, value);
    }

    /// <inheritdoc cref="Required(JsonName, string?)"/>
    public void Required(scoped JsonName name, double? value)
    {
        if (value is null)
            Missing(name);
        else
            Member(name, value);
    }

    /// <inheritdoc cref="Required(JsonName, string?)"/>
    public void Required(scoped JsonName name, float? value)
    {
        if (value is null)
            Missing(name);
        else
            Member(name, value);
    }

    /// <inheritdoc cref="Required(JsonName, string?)"/>
    public void Required(scoped JsonName name, bool? value)
    {
        if (value is null)
            Missing(name);
        else
            Member(name, value);
    }

    /// <inheritdoc cref="Required(JsonName, string?)"/>
    public void Required(scoped JsonName name, DateTimeOffset? value)
    {
        if (value is null)
            Missing(name);
        else
            Member(name, value);
    }

    /// <inheritdoc cref="Required(JsonName, string?)"/>
    public void Required(scoped JsonName name, JsonElement? value)
    {
        if (value is null)
            Missing(name);
        else
            Member(name, value);
    }

    /// <inheritdoc cref="Required(JsonName, string?)"/>
    public void Required(scoped JsonName name, ZStackStructure? value)
    {
        if (value is null)
            Missing(name);
        else
            Member(name, value);
    }

    /// <inheritdoc cref="Required(JsonName, string?)"/>
    public void Required(scoped JsonName name, IReadOnlyList<string>? value)
    {
        if (value is null)
            Missing(name);
        else
            Member(name, value);
    }

    /// <inheritdoc cref="Required(JsonName, string?)"/>
    public void Required(scoped JsonName name, IReadOnlyList<int>? value)
    {
        if (value is null)
            Missing(name);
        else
            Member(name, value);
    }

    /// <inheritdoc cref="Required(JsonName, string?)"/>
    public void Required(scoped JsonName name, IReadOnlyList<long>? value)
    {
        if (value is null)
            Missing(name);
        else
            Member(name, value);
    }

    /// <inheritdoc cref="Required(JsonName, string?)"/>
    public void Required(scoped JsonName name, IReadOnlyList<double>? value)
    {
        if (value is null)
            Missing(name);
        else
            Member(name, value);
    }

    /// <inheritdoc cref="Required(JsonName, string?)"/>
    public void Required(scoped JsonName name, IReadOnlyList<bool>? value)
    {
        if (value is null)
            Missing(name);
        else
            Member(name, value);
    }

    /// <inheritdoc cref="Required(JsonName, string?)"/>
    public void Required(scoped JsonName name, IReadOnlyList<DateTimeOffset>? value)
    {
        if (value is null)
            Missing(name);
        else
            Member(name, value);
    }

    /// <inheritdoc cref="Required(JsonName, string?)"/>
    public void Required(scoped JsonName name, IReadOnlyList<JsonElement>? value)
    {
        if (value is null)
            Missing(name);
        else
            Member(name, value);
    }

    /// <inheritdoc cref="Required(JsonName, string?)"/>
    public void Required(scoped JsonName name, IReadOnlyDictionary<string, string>? value)
    {
        if (value is null)
            Missing(name);
        else
            Member(name, value);
    }

    /// <inheritdoc cref="Required(JsonName, string?)"/>
    public void Required(scoped JsonName name, IReadOnlyDictionary<string, long>? value)
    {
        if (value is null)
            Missing(name);
        else
            Member(name, value);
    }

    /// <inheritdoc cref="Required(JsonName, string?)"/>
    public void Required(scoped JsonName name, IReadOnlyDictionary<string, double>? value)
    {
        if (value is null)
            Missing(name);
        else
            Member(name, value);
    }

    /// <inheritdoc cref="Required(JsonName, string?)"/>
    public void Required(scoped JsonName name, IReadOnlyDictionary<string, bool>? value)
    {
        if (value is null)
            Missing(name);
        else
            Member(name, value);
    }

    /// <inheritdoc cref="Required(JsonName, string?)"/>
    public void Required(scoped JsonName name, IReadOnlyDictionary<string, JsonElement>? value)
    {
        if (value is null)
            Missing(name);
        else
            Member(name, value);
    }

    /// <inheritdoc cref="Required(JsonName, string?)"/>
    public void Required(scoped JsonName name, IReadOnlyDictionary<string, IReadOnlyList<string>>? value)
    {
        if (value is null)
            Missing(name);
        else
            Member(name, value);
    }

    /// <inheritdoc cref="Required(JsonName, string?)"/>
    /// <typeparam name="T">The structure.</typeparam>
    public void Required<T>(scoped JsonName name, IReadOnlyList<T>? value)
        where T : ZStackStructure
    {
        if (value is null)
            Missing(name);
        else
            Member(name, value);
    }

    /// <inheritdoc cref="Required(JsonName, string?)"/>
    /// <typeparam name="T">The structure.</typeparam>
    public void Required<T>(scoped JsonName name, IReadOnlyDictionary<string, T>? value)
        where T : ZStackStructure
    {
        if (value is null)
            Missing(name);
        else
            Member(name, value);
    }

    private void Missing(scoped JsonName name)
    {
        string text = name.ToString();
        var fault = new ArgumentException($"{_owner}: parameter '{text}' is null; it is required.", text);
        if (_validation is null)
            throw fault;
        _validation.Missing(fault);
    }
}
