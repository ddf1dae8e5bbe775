using System;
using System.Collections.Generic;
using System.Text;

namespace ZStackGen.Tool.Importing.Html;

/// <summary>Collects the lines of a page with their places in the HTML. There is one blank line between blocks.</summary>
internal sealed class PageLines
{
    private readonly StringBuilder _text = new();
    private readonly List<TextPosition> _positions = [];
    private bool _parted = true;

    /// <summary>Gets or sets the prefix of every line: quote marks and list indentation.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>Gets a value indicating whether there is no line yet.</summary>
    public bool IsEmpty => _positions.Count == 0;

    /// <summary>Appends one line.</summary>
    /// <param name="line">The line; it must not contain a line break.</param>
    /// <param name="position">The place of the line in the HTML.</param>
    public void Add(ReadOnlySpan<char> line, TextPosition position)
    {
        _text.Append(Prefix).Append(line).Append('\n');
        _positions.Add(position);
        _parted = false;
    }

    /// <summary>Starts a new block.</summary>
    public void Part()
    {
        if (_parted)
            return;
        _text.Append('\n');
        _positions.Add(_positions[^1]);
        _parted = true;
    }

    /// <summary>Creates the page.</summary>
    /// <returns>The text and the places of its lines.</returns>
    public ConvertedPage ToPage() => new(_text.ToString(), _positions);
}
