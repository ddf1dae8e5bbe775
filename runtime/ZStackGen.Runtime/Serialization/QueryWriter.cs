using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Globalization;
using System.Text.Json;

namespace ZStack.Serialization;

/// <summary>Writes the query parameters of a GET or DELETE request (PROTOCOL.md §1.1). Null values are omitted.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref partial struct QueryWriter
{
    private readonly UriText? _text;
    private readonly Utf8JsonWriter? _members;
    private readonly string _api;
    private readonly ArgumentValidation? _validation;

    internal QueryWriter(UriText text, string api)
    {
        _text = text;
        _api = api;
        _validation = text.Validation;
    }

    // Writes the parameters as members of a long job's data.
    internal QueryWriter(Utf8JsonWriter members, string api, ArgumentValidation validation)
    {
        _members = members;
        _api = api;
        _validation = validation;
    }

    /// <summary>Gets the validation of arguments.</summary>
    public ArgumentCheck Check => new(_validation, "API " + _api);

    /// <summary>Writes a string.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="value">The value of the parameter.</param>
    public void Add(string name, string? value)
    {
        if (_members is not null)
        {
            Members.Member(name, value);
            return;
        }

        if (value is null)
            return;
        Begin(name);
        _text!.Append('=');
        _text.AppendEscaped(value, _api, name);
    }

    /// <summary>Writes an integer.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="value">The value of the parameter.</param>
    public void Add(string name, int? value) => Add(name, (long?)value);

    /// <summary>Writes an integer.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="value">The value of the parameter.</param>
    public void Add(string name, long? value)
    {
        if (_members is not null)
        {
            Members.Member(name, value);
            return;
        }

        if (value is not { } number)
            return;
        Begin(name);
        _text!.Append('=');
        _text.Append(number);
    }

    /// <summary>Writes a Boolean value.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="value">The value of the parameter.</param>
    public void Add(string name, bool? value)
    {
        if (_members is not null)
            Members.Member(name, value);
        else
            Add(name, value is not { } flag ? null : flag ? "true" : "false");
    }

    /// <summary>Writes a number.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="value">The value of the parameter.</param>
    public void Add(string name, double? value)
    {
        if (_members is not null)
        {
            Members.Member(name, value);
            return;
        }

        if (value is not { } number)
            return;
        if (double.IsNaN(number) || double.IsInfinity(number))
            throw new ArgumentException($"API {_api}: parameter '{name}' is not a finite number.", name);
        Add(name, number.ToString("R", CultureInfo.InvariantCulture));
    }

    /// <inheritdoc cref="Add(string, string?)"/>
    public void Add(string name, decimal? value)
    {
        if (_members is not null)
            Members.Member(name, value);
        else
            Add(name, value?.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Writes a number.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="value">The value of the parameter.</param>
    public void Add(string name, float? value)
        => Add(name, value is not { } number ? (double?)null : double.Parse(number.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));

    /// <summary>Writes a timestamp in ISO 8601 format with its offset.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="value">The value of the parameter.</param>
    public void Add(string name, DateTimeOffset? value) => Add(name, value is { } timestamp ? JsonTimestamp.Format(timestamp) : null);

    /// <summary>Writes an untyped value: strings and numbers unchanged, objects and arrays as JSON.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="value">The value of the parameter.</param>
    public void Add(string name, JsonElement? value)
    {
        if (_members is not null)
        {
            Members.Member(name, value);
            return;
        }

        Add(name, value is { } element ? ElementText.Of(element, "API " + _api, name) : null);
    }

    /// <summary>Writes a list by repeating the parameter.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="values">The values of the parameter.</param>
    public void Add(string name, IReadOnlyList<string>? values)
    {
        if (_members is not null)
        {
            Members.Member(name, values);
            return;
        }

        if (values is null)
            return;
        _validation?.SeeList(name, default, values);
        for (int i = 0; i < values.Count; i++)
            Add(name, values[i] ?? throw new ArgumentException($"API {_api}: parameter '{name}' contains null at index {i}.", name));
    }

    /// <summary>Writes a list by repeating the parameter.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="values">The values of the parameter.</param>
    public void Add(string name, IReadOnlyList<int>? values)
    {
        if (_members is not null)
        {
            Members.Member(name, values);
            return;
        }

        for (int i = 0; i < (values?.Count ?? 0); i++)
            Add(name, (long?)values![i]);
    }

    /// <summary>Writes a list by repeating the parameter.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="values">The values of the parameter.</param>
    public void Add(string name, IReadOnlyList<long>? values)
    {
        if (_members is not null)
        {
            Members.Member(name, values);
            return;
        }

        for (int i = 0; i < (values?.Count ?? 0); i++)
            Add(name, (long?)values![i]);
    }

    /// <summary>Writes a map as <c>name.key=value</c> pairs.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="values">The entries of the parameter.</param>
    /// <exception cref="ArgumentException">A key is empty, contains a dot, or is a number: the server would misread it.</exception>
    public void Add(string name, IReadOnlyDictionary<string, string>? values)
    {
        if (_members is not null)
        {
            Members.Member(name, values);
            return;
        }

        if (values is null)
            return;
        foreach (KeyValuePair<string, string> entry in values)
            AddEntry(name, entry.Key, entry.Value);
    }

    /// <summary>Writes a map of lists, repeating the <c>name.key=value</c> pair.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="values">The entries of the parameter.</param>
    /// <exception cref="ArgumentException">A key is empty, contains a dot, or is a number: the server would misread it.</exception>
    public void Add(string name, IReadOnlyDictionary<string, IReadOnlyList<string>>? values)
    {
        if (_members is not null)
        {
            Members.Member(name, values);
            return;
        }

        if (values is null)
            return;
        foreach (KeyValuePair<string, IReadOnlyList<string>> entry in values)
            for (int i = 0; i < (entry.Value?.Count ?? 0); i++)
                AddEntry(name, entry.Key, entry.Value![i]);
    }

    /// <summary>Checks that a required parameter is not null.</summary>
    /// <typeparam name="T">The type of the parameter.</typeparam>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="value">The value of the parameter.</param>
    /// <exception cref="ArgumentException">The value is null.</exception>
    public void Require<T>(string name, T? value)
    {
        if (value is not null)
            return;
        var fault = new ArgumentException($"API {_api}: parameter '{name}' is null; it is required.", name);
        if (_validation is null)
            throw fault;
        _validation.Missing(fault);
    }

    private JsonBodyWriter Members => new(_members!, "API " + _api, _validation);

    private void AddEntry(string name, string key, string? value)
    {
        if (value is null)
            throw new ArgumentException($"API {_api}: parameter '{name}' contains null for the key '{key}'.", name);
        // The server uses the text between the first and the second dot as the key, and reads a number as a list index (PROTOCOL.md §1.1).
        if (string.IsNullOrWhiteSpace(key) || key.IndexOf('.') >= 0
            || int.TryParse(key, NumberStyles.Integer, CultureInfo.InvariantCulture, out _))
            throw new ArgumentException($"API {_api}: parameter '{name}' has the key '{key}', which the server cannot read; use a key that contains no dot and is not a number.", name);
        Begin(name);
        _text!.Append('.');
        _text!.AppendEscaped(key, _api, name);
        _text!.Append('=');
        _text!.AppendEscaped(value, _api, name);
    }

    private void Begin(string name)
    {
        _text!.Append(_text!.HasQuery ? '&' : '?');
        _text!.HasQuery = true;
        _text!.AppendEscaped(name, _api, name);
    }
}
