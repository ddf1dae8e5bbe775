using System;
using System.ComponentModel;
using System.Text.Json;

namespace ZStack.Serialization;

/// <summary>Writes the path of a request: the literals of the API's path unchanged, and each argument as an escaped segment.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct PathWriter
{
    private readonly ApiDescriptor _api;
    private readonly string _template;
    private readonly UriText? _text;
    private readonly Utf8JsonWriter? _members;
    private readonly ArgumentValidation? _validation;

    // The length of the part of the template that is already written.
    private int _written;

    // Writes the path of the API, or one of its alternate paths.
    internal PathWriter(UriText text, ApiDescriptor api, string template)
    {
        _text = text;
        _api = api;
        _template = template;
        _validation = text.Validation;
    }

    // Writes the arguments as members of a long job's data.
    internal PathWriter(Utf8JsonWriter members, ApiDescriptor api, ArgumentValidation validation)
    {
        _members = members;
        _api = api;
        _template = api.Path;
        _validation = validation;
    }

    /// <summary>Gets the validation of arguments.</summary>
    public readonly ArgumentCheck Check => new(_validation, _api.BodyOwner);

    /// <summary>Gets the name of the variable that the next segment replaces; null if the path has no further variable.</summary>
    public readonly string? NextVariable => Variable(out int open, out int end) ? _template.Substring(open + 1, end - open - 2) : null;

    /// <summary>Writes an argument in place of the next variable of the path. A slash in the argument is escaped.</summary>
    /// <param name="name">The name of the argument.</param>
    /// <param name="value">The value of the argument.</param>
    /// <exception cref="ArgumentException">The value is null, empty or white space, or it is <c>.</c> or <c>..</c>.</exception>
    /// <exception cref="InvalidOperationException">The path has no further variable.</exception>
    public void Segment(string name, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            throw new ArgumentException(
                $"API {_api.Name}: parameter '{name}' is {(value is null ? "null" : "empty")}; it is required because it is part of the path.", name);
        // URL normalization would remove these segments and call another API.
        if (value is "." or "..")
            throw new ArgumentException($"API {_api.Name}: parameter '{name}' is '{value}', which cannot be a segment of a path.", name);
        Begin(name);
        if (_text is not null)
            _text.AppendEscaped(value!, _api.Name, name);
        else
            new JsonBodyWriter(_members!, _api.BodyOwner, _validation).Member(name, value);
    }

    /// <summary>Writes an argument in place of the next variable of the path.</summary>
    /// <param name="name">The name of the argument.</param>
    /// <param name="value">The value of the argument.</param>
    /// <exception cref="ArgumentException">The value is null.</exception>
    /// <exception cref="InvalidOperationException">The path has no further variable.</exception>
    public void Segment(string name, long? value)
    {
        if (value is not { } number)
        {
            Segment(name, (string?)null);
            return;
        }

        Begin(name);
        if (_text is not null)
            _text.Append(number);
        else
            _members!.WriteNumber(name, number);
    }

    /// <summary>Writes an argument in place of the next variable of the path.</summary>
    /// <param name="name">The name of the argument.</param>
    /// <param name="value">The value of the argument.</param>
    /// <exception cref="ArgumentException">The value is null.</exception>
    /// <exception cref="InvalidOperationException">The path has no further variable.</exception>
    public void Segment(string name, bool? value)
        => Segment(name, value is not { } flag ? null : flag ? "true" : "false");

    // Writes the part behind the last variable.
    internal void End()
    {
        if (NextVariable is { } name)
            throw new InvalidOperationException($"API {_api.Name}: WritePath does not write the variable '{name}' of the path '{_template}'.");
        _text?.Append(_template.AsSpan(_written));
    }

    // Writes the part before the next variable, and skips the variable.
    private void Begin(string name)
    {
        if (!Variable(out int open, out int end))
            throw new InvalidOperationException($"API {_api.Name}: the path '{_template}' has no variable for parameter '{name}'.");
        _text?.Append(_template.AsSpan(_written, open - _written));
        _written = end;
    }

    // A brace that is not closed is a literal.
    private readonly bool Variable(out int open, out int end)
    {
        open = _template.IndexOf('{', _written);
        end = open < 0 ? 0 : _template.IndexOf('}', open) + 1;
        return end > 0;
    }
}
