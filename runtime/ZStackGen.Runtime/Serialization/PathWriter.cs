using System;
using System.ComponentModel;
using System.Text.Json;

namespace ZStack.Serialization;

/// <summary>Writes the path of a request: literals unchanged, and each argument as an escaped segment.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct PathWriter
{
    private readonly UriText? _text;
    private readonly Utf8JsonWriter? _members;
    private readonly string _api;
    private readonly ArgumentValidation? _validation;

    internal PathWriter(UriText text, string api)
    {
        _text = text;
        _api = api;
        _validation = text.Validation;
    }

    // Writes the arguments as members of a long job's data.
    internal PathWriter(Utf8JsonWriter members, string api, ArgumentValidation validation)
    {
        _members = members;
        _api = api;
        _validation = validation;
    }

    /// <summary>Gets the validation of arguments.</summary>
    public ArgumentCheck Check => new(_validation, "API " + _api);

    /// <summary>Writes a literal part of the path.</summary>
    /// <param name="text">The text, such as <c>/v1/vm-instances/</c>.</param>
    public void Literal(string text) => _text?.Append(text);

    /// <summary>Writes an argument as a segment. A slash in the argument is escaped.</summary>
    /// <param name="name">The name of the argument.</param>
    /// <param name="value">The value of the argument.</param>
    /// <exception cref="ArgumentException">The value is null, empty or white space, or it is <c>.</c> or <c>..</c>.</exception>
    public void Segment(string name, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            throw new ArgumentException(
                $"API {_api}: parameter '{name}' is {(value is null ? "null" : "empty")}; it is required because it is part of the path.", name);
        // URL normalization would remove these segments and call another API.
        if (value is "." or "..")
            throw new ArgumentException($"API {_api}: parameter '{name}' is '{value}', which cannot be a segment of a path.", name);
        if (_text is not null)
            _text.AppendEscaped(value!, _api, name);
        else
            new JsonBodyWriter(_members!, "API " + _api, _validation).Member(name, value);
    }

    /// <summary>Writes an argument as a segment.</summary>
    /// <param name="name">The name of the argument.</param>
    /// <param name="value">The value of the argument.</param>
    /// <exception cref="ArgumentException">The value is null.</exception>
    public void Segment(string name, long? value)
    {
        if (value is not { } number)
            Segment(name, (string?)null);
        else if (_text is not null)
            _text.Append(number);
        else
            _members!.WriteNumber(name, number);
    }

    /// <summary>Writes an argument as a segment.</summary>
    /// <param name="name">The name of the argument.</param>
    /// <param name="value">The value of the argument.</param>
    /// <exception cref="ArgumentException">The value is null.</exception>
    public void Segment(string name, bool? value)
        => Segment(name, value is not { } flag ? null : flag ? "true" : "false");
}
