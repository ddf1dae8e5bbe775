using System;
using System.Collections.Generic;

namespace ZStackGen.Specs.Model;

/// <summary>The offsets at which the lines of a text start. Converts offsets to lines and columns.</summary>
internal sealed class LineStarts
{
    /// <summary>An estimate of the length of a line, so that the list seldom grows.</summary>
    private const int UsualLine = 24;

    private readonly List<int> _starts;

    /// <summary>Initializes a new instance for <paramref name="text"/>, in which line feeds, carriage returns and both together end a line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="first">The offset from which line ends are searched.</param>
    public LineStarts(string text, int first)
    {
        _starts = new List<int>((text.Length / UsualLine) + 4) { 0 };
        int position = first;
        while (true)
        {
            int length = text.AsSpan(position).IndexOfAny('\n', '\r');
            if (length < 0)
                break;
            position += length;
            position += text[position] == '\r' && position + 1 < text.Length && text[position + 1] == '\n' ? 2 : 1;
            _starts.Add(position);
        }
    }

    /// <summary>Gets the number of lines; at least one.</summary>
    public int Count => _starts.Count;

    /// <summary>Gets the offset of the first character of a line.</summary>
    public int this[int line] => _starts[line];

    /// <summary>Returns the zero-based number of the line that contains <paramref name="offset"/>.</summary>
    /// <param name="offset">The offset.</param>
    /// <param name="near">A line near the expected one. It and the lines below it are tried first.</param>
    public int LineOf(int offset, int near = 0)
    {
        int count = _starts.Count;
        if (_starts[near] <= offset)
        {
            for (int line = near, last = Math.Min(near + 4, count - 1); line <= last; line++)
            {
                if (line + 1 == count || offset < _starts[line + 1])
                    return line;
            }
        }

        int index = _starts.BinarySearch(offset);
        return index >= 0 ? index : ~index - 1;
    }

    /// <summary>Returns a range of the text with lines and columns.</summary>
    /// <param name="start">The offset of the first character.</param>
    /// <param name="end">The offset after the last character.</param>
    public PageSpan Span(int start, int end)
    {
        int startLine = LineOf(start), endLine = LineOf(end, startLine);
        return new PageSpan(start, end - start, startLine, start - _starts[startLine], endLine, end - _starts[endLine]);
    }

    /// <summary>Determines whether both texts have the same lines up to <paramref name="offset"/>.</summary>
    public bool AreEqualTo(LineStarts other, int offset)
    {
        if (ReferenceEquals(this, other))
            return true;
        for (int i = 0; i < _starts.Count && _starts[i] <= offset; i++)
        {
            if (i >= other._starts.Count || other._starts[i] != _starts[i])
                return false;
        }

        int lines = LineOf(offset) + 1;
        return lines >= other._starts.Count || other._starts[lines] > offset;
    }
}
