using System;
using System.Text;

namespace ZStackGen.Generator.Emission;

/// <summary>Appends lines with the current indentation and <c>\n</c> line ends, whatever the machine. Never reads back what it wrote.</summary>
internal sealed class SourceWriter
{
    private const string Spaces = "                                        ";

    private readonly StringBuilder _text = new(32 * 1024);
    private int _indent;

    public int Length => _text.Length;

    /// <summary>Begins a line.</summary>
    public SourceWriter Line()
    {
        _text.Append(Spaces, 0, Math.Min(_indent * 4, Spaces.Length));
        return this;
    }

    public SourceWriter Add(string text)
    {
        _text.Append(text);
        return this;
    }

    public SourceWriter Add(char c)
    {
        _text.Append(c);
        return this;
    }

    /// <summary>Ends a line.</summary>
    public void End() => _text.Append('\n');

    /// <summary>Writes a whole line.</summary>
    public void Line(string text)
    {
        Line().Add(text).End();
    }

    public void Blank() => _text.Append('\n');

    public void Open()
    {
        Line("{");
        _indent++;
    }

    /// <summary>Ends a block.</summary>
    /// <param name="end">What stands behind the brace.</param>
    public void Close(string end = "")
    {
        _indent--;
        Line().Add("}").Add(end).End();
    }

    /// <summary>Takes back everything behind <paramref name="length"/>: what was begun for an element that failed.</summary>
    public void Rewind(int length, int indent)
    {
        _text.Length = length;
        _indent = indent;
    }

    public int Indent => _indent;

    public void Push() => _indent++;

    public void Pop() => _indent--;

    /// <summary>The builder, for text that is escaped while it is appended.</summary>
    public StringBuilder Builder => _text;

    public override string ToString() => _text.ToString();
}
