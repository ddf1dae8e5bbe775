using System;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Text;

/// <summary>
/// The text of one page with its lines. No character is added or removed: every stage uses offsets of this text,
/// so a finding always points at the author's text.
/// </summary>
internal sealed class PageText
{
    private TextRange[]? _lines;
    private int _lastLine;

    public PageText(string path, string text)
    {
        Path = path;
        Text = text;
        First = text.Length > 0 && text[0] == '\ufeff' ? 1 : 0;
        Starts = new LineStarts(text, First);
    }

    /// <summary>Gets the page's path as given to the reader.</summary>
    public string Path { get; }

    /// <summary>Gets the whole text, including a byte order mark.</summary>
    public string Text { get; }

    /// <summary>Gets the offset of the first character after a byte order mark.</summary>
    public int First { get; }

    /// <summary>Gets the offsets of the lines.</summary>
    public LineStarts Starts { get; }

    /// <summary>Gets the number of lines; at least one.</summary>
    public int LineCount => Starts.Count;

    /// <summary>Gets the characters of <paramref name="range"/>.</summary>
    public ReadOnlySpan<char> this[TextRange range] => Text.AsSpan(range.Start, range.Length);

    /// <summary>Returns the line with the zero-based <paramref name="index"/>, without its line end and without surrounding blanks.</summary>
    public TextRange TrimmedLine(int index) => Trim(Line(index));

    /// <summary>Returns the line with the zero-based <paramref name="index"/>, without its line end.</summary>
    public TextRange Line(int index)
    {
        int start = index == 0 ? First : Starts[index];
        int end = index + 1 < Starts.Count ? Starts[index + 1] : Text.Length;
        if (end > start && index + 1 < Starts.Count)
        {
            end--;
            if (end > start && Text[end] == '\n' && Text[end - 1] == '\r')
                end--;
        }

        return new TextRange(start, end);
    }

    /// <summary>Returns all lines without surrounding blanks. The array is cached.</summary>
    public TextRange[] TrimmedLines()
    {
        if (_lines is null)
        {
            var lines = new TextRange[LineCount];
            for (int i = 0; i < lines.Length; i++)
                lines[i] = TrimmedLine(i);
            _lines = lines;
        }

        return _lines;
    }

    /// <summary>Returns <paramref name="range"/> without surrounding blanks.</summary>
    public TextRange Trim(TextRange range)
    {
        int start = range.Start, end = range.End;
        while (start < end && Characters.IsBlank(Text[start]))
            start++;
        while (end > start && Characters.IsBlank(Text[end - 1]))
            end--;
        return new TextRange(start, end);
    }

    /// <summary>Returns the zero-based number of the line that contains <paramref name="offset"/>.</summary>
    // Positions are mostly requested in text order, so the search begins at the last result.
    public int LineOf(int offset) => _lastLine = Starts.LineOf(offset, _lastLine);

    /// <summary>Returns <paramref name="range"/> with lines and columns.</summary>
    public PageSpan Span(TextRange range)
    {
        range = Clip(range);
        return Starts.Span(range.Start, range.End);
    }

    /// <summary>Returns the part of <paramref name="range"/> that is inside the text.</summary>
    public TextRange Clip(TextRange range)
    {
        int start = Math.Min(Math.Max(range.Start, 0), Text.Length);
        return new TextRange(start, Math.Min(Math.Max(range.End, start), Text.Length));
    }
}
