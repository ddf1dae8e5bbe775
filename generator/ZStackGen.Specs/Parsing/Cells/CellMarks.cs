using System;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Cells;

/// <summary>Takes emphasis, ticks, brackets, bullets and tags away from a cell or from the begin of a line.</summary>
internal static class CellMarks
{
    private const int LongestTag = 24;

    /// <summary>A cell without blanks, emphasis, ticks, brackets and tags around it.</summary>
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

    /// <summary>How many characters at the begin of a line or cell are blanks, bullets, emphasis, ticks, brackets and tags.</summary>
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
            else if (Characters.IsBlank(c) || c is '*' or '`' or '[' or '(' or '（' or '【' or '「' or '{' or '_' or '"' or '\\' or '~' or '•' or '◦' or '▪' or '●' or '○' or '·' or '-' or '>')
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
