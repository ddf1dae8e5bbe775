using System;
using System.ComponentModel;
using System.Text.Json;

namespace ZStack.Serialization;

/// <summary>Writes the path of a request: literals as they are, arguments as one escaped segment each.</summary>
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

    // The arguments become members of a long job's data.
    internal PathWriter(Utf8JsonWriter members, string api, ArgumentValidation validation)
    {
        _members = members;
        _api = api;
        _validation = validation;
    }

    /// <summary>Checks arguments before they are written.</summary>
    public ArgumentCheck Check => new(_validation, "API " + _api);

    /// <summary>Writes text that is already a valid part of a path.</summary>
    /// <param name="text">Such as <c>/v1/vm-instances/</c>.</param>
    public void Literal(string text) => _text?.Append(text);

    /// <summary>Writes an argument as one segment; a slash in it is escaped and does not split it.</summary>
    /// <param name="name">The argument's name.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="ArgumentException">The value is null, empty, blank, or <c>.</c> or <c>..</c>.</exception>
    public void Segment(string name, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            throw new ArgumentException(
                $"API {_api}: parameter '{name}' is {(value is null ? "null" : "empty")}; it is a part of the path and needs a value.", name);
        // URL normalisation would remove these segments and call another API.
        if (value is "." or "..")
            throw new ArgumentException($"API {_api}: parameter '{name}' is '{value}', which cannot be a segment of a path.", name);
        if (_text is not null)
            _text.AppendEscaped(value!);
        else
            _members!.WriteString(name, value);
    }

    /// <summary>Writes an argument as one segment.</summary>
    /// <param name="name">The argument's name.</param>
    /// <param name="value">Its value.</param>
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

    /// <summary>Writes an argument as one segment.</summary>
    /// <param name="name">The argument's name.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="ArgumentException">The value is null.</exception>
    public void Segment(string name, bool? value)
        => Segment(name, value is not { } flag ? null : flag ? "true" : "false");
}
