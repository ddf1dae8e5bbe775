using System;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Cells;

/// <summary>Removes emphasis, backticks, brackets, bullets and tags from a cell or from the start of a line.</summary>
internal static class CellMarks
{
    private const int LongestTag = 24;

    /// <summary>Returns a cell without surrounding blanks, emphasis, backticks, brackets and tags.</summary>
    public static ReadOnlySpan<char> Bare(ReadOnlySpan<char> cell)
    {
        cell = cell.Slice(Length(cell));
        int end = cell.Length;
        while (end > 0 && (Characters.IsBlank(cell[end - 1]) || cell[end - 1] is '*' or '`' or ']' or ')' or '）' or '】' or '」' or '}' or '"' or '\\' or '~' or '_'))
            end--;
        cell = cell.Slice(0, end);
        if (cell.Length > 3 && cell[cell.Length - 1] == '>' && cell.LastIndexOf("</".AsSpan()) is var tag and > 0 && cell.Length - tag <= LongestTag)
            cell = Bare(cell.Slice(0, tag));
        int link = cell.IndexOf("](".AsSpan());
        return link > 0 ? Bare(cell.Slice(0, link)) : cell;
    }

    /// <summary>
    /// Returns the number of blanks, bullets, emphasis marks, backticks, brackets and tag characters at the start of a line or cell.
    /// </summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        int at = 0;
        while (at < text.Length)
        {
            char c = text[at];
            if (c == '<')
            {
                int close = text.Slice(at, Math.Min(text.Length - at, LongestTag)).IndexOf('>');
                if (close < 2 || !Characters.IsAsciiLetter(text[at + 1]))
                    break;
                at += close + 1;
            }
            else if (Characters.IsBlank(c) || c is '*' or '`' or '[' or '(' or '（' or '【' or '「' or '{' or '_' or '"' or '\\' or '~' or '•' or '◦' or '▪' or '●' or '○' or '·' or '-' or '+' or '>')
            {
                at++;
            }
            else
            {
                break;
            }
        }

        return at;
    }
}
