using System.Collections.Generic;
using AngleSharp.Dom;

namespace ZStackGen.Tool.Importing.Html;

/// <summary>
/// Joins the parts of a sample. Some word processors and sites put each line of it into an element of its own, so that it ends with its last
/// bracket.
/// </summary>
internal sealed class SplitSample
{
    private List<string>? _lines;
    private TextPosition _position;
    private int _brackets;

    /// <summary>Gets a value indicating whether the sample has more opening than closing brackets.</summary>
    public bool IsOpen => _brackets > 0;

    /// <summary>Returns true if the sample can continue after a node: the node is a part of it, or is not visible.</summary>
    /// <param name="node">The node.</param>
    public static bool Continues(INode node) => node is IElement { LocalName: "pre" } or IComment || (node is IText text && string.IsNullOrWhiteSpace(text.Data));

    /// <summary>Adds a part of the sample.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="position">The place of the first line.</param>
    public void Add(List<string> lines, TextPosition position)
    {
        if (_lines is null)
            (_lines, _position, _brackets) = ([], position, 0);
        foreach (string line in lines)
        {
            _lines.Add(line);
            foreach (char c in line)
                _brackets += c is '{' or '[' ? 1 : c is '}' or ']' ? -1 : 0;
        }
    }

    /// <summary>Returns the lines of the sample and its place, and starts a new sample.</summary>
    public (List<string> Lines, TextPosition Position)? Take()
    {
        if (_lines is not { } lines)
            return null;
        (_lines, _brackets) = (null, 0);
        return (lines, _position);
    }
}
