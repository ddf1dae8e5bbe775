using System;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Tables;

/// <summary>
/// Recognizes rows of parameters or fields with their cells on several lines: a vertical table (<c>| Type | String |</c>), a list of attributes
/// (<c>- Type: String</c>), a definition list (<c>: String</c>), or a sentence (<c>`uuid` is a String</c>). No layout reads such rows, so the reader reports them.
/// </summary>
internal static class SpreadRowSigns
{
    private const int LongestLine = 400;

    /// <summary>The words between a name and its type in a sentence.</summary>
    private static readonly string[] s_verbs = ["is a ", "is an ", "is of type ", "is the ", "是一个", "是"];

    /// <summary>Determines whether a line contains the type of a row, or a row as a sentence.</summary>
    /// <param name="line">The line.</param>
    /// <param name="previous">The previous line that is not empty. In a definition list, it contains the name.</param>
    public static bool IsRow(ReadOnlySpan<char> line, ReadOnlySpan<char> previous)
    {
        if (line.Length is < 4 or > LongestLine)
            return false;
        if (line[0] is ':' or '：')
            return RowSigns.IsType(FirstWord(line.Slice(1))) && RowSigns.IsLoneName(WithoutMarker(previous));
        return IsAttribute(line) || (line[0] is '`' or '*' && IsSentence(line));
    }

    /// <summary>Determines whether a line states a type below the heading of a type column: <c>Type: String</c>, <c>| 类型 | String |</c>.</summary>
    private static bool IsAttribute(ReadOnlySpan<char> line)
    {
        line = line.TrimStart('|');
        line = line.Slice(CellMarks.Length(line));
        int mark = line.IndexOfAny("|:：\t".AsSpan());
        return mark > 0 && HeaderWords.Exact(CellMarks.Bare(line.Slice(0, mark))) == ColumnRole.Type && RowSigns.IsType(CellMarks.Bare(line.Slice(mark + 1).Trim('|')));
    }

    /// <summary>Determines whether a line starts with a decorated name and says its type: <c>`uuid` is a String</c>.</summary>
    private static bool IsSentence(ReadOnlySpan<char> line)
    {
        int end = line.IndexOf(' ');
        if (end < 0 || !RowSigns.BeginsWithName(line))
            return false;
        ReadOnlySpan<char> rest = CellText.Trim(line.Slice(end));
        foreach (string verb in s_verbs)
        {
            if (rest.StartsWith(verb.AsSpan(), StringComparison.Ordinal))
                return FirstWord(rest.Slice(verb.Length)) is { IsEmpty: false } type && Characters.IsUpper(type[0]) && RowSigns.IsType(type);
        }

        return false;
    }

    /// <summary>Removes the marker of an optional parameter behind a name.</summary>
    private static ReadOnlySpan<char> WithoutMarker(ReadOnlySpan<char> line)
    {
        int open = line.IndexOfAny('(', '（');
        return open > 0 ? line.Slice(0, open) : line;
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        text = CellText.Trim(text);
        int end = text.IndexOfAny(" ,;，；。|".AsSpan());
        return CellMarks.Bare((end < 0 ? text : text.Slice(0, end)).TrimEnd('.'));
    }
}
