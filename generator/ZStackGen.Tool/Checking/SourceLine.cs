using System;
using System.Text;
using Spectre.Console.Rendering;
using ZStackGen.Specs.Model;

namespace ZStackGen.Tool.Checking;

/// <summary>Cuts the line of a finding so that it fits the terminal and shows the place.</summary>
internal static class SourceLine
{
    /// <summary>Cuts the line in which <paramref name="span"/> starts.</summary>
    /// <param name="text">The whole page.</param>
    /// <param name="span">The place.</param>
    /// <param name="width">The number of terminal cells available.</param>
    /// <returns>The line or the part that contains the place, the cell at which the place starts, and its number of cells.</returns>
    public static (string Source, int Caret, int Length) Cut(string text, PageSpan span, int width)
    {
        width = Math.Max(width, 20);
        int start = Math.Clamp(span.Start, 0, text.Length);
        int lineStart = Math.Clamp(start - span.StartColumn, 0, start);
        int length = text.AsSpan(start).IndexOfAny('\n', '\r');
        int lineEnd = length < 0 ? text.Length : start + length;
        int end = Math.Clamp(start + span.Length, start, lineEnd);

        // A third of the width is for the text before the place. The line itself may be very long.
        int from = lineStart, before = Cells(text, Math.Max(lineStart, start - width), start);
        if (start - lineStart > width || before > width / 3)
        {
            from = start;
            for (int cells = 0; from > lineStart && cells < width / 3; from--)
                cells += Cells(text, from - 1, from);
            if (from > lineStart && char.IsLowSurrogate(text[from]))
                from--;
        }

        var line = new StringBuilder();
        int used = 0, caret = 0, marked = 0;
        if (from > lineStart)
        {
            line.Append("… ");
            used = 2;
        }

        int at = from;
        while (at < lineEnd)
        {
            int units = char.IsHighSurrogate(text[at]) && at + 1 < lineEnd ? 2 : 1;
            int cells = Cells(text, at, at + units);
            if (used + cells > width - 2)
                break;
            if (at < start)
                caret += cells;
            else if (at < end)
                marked += cells;
            if (units == 1 && (char.IsControl(text[at]) || char.IsSurrogate(text[at])))
                line.Append(' ');
            else
                line.Append(text, at, units);
            used += cells;
            at += units;
        }

        if (at < lineEnd)
            line.Append(" …");
        return (line.ToString(), caret + (from > lineStart ? 2 : 0), marked);
    }

    // Chinese characters take two cells.
    private static int Cells(string text, int start, int end)
    {
        int cells = 0;
        for (int i = start; i < end; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < end)
            {
                cells += new Segment(text.Substring(i, 2)).CellCount();
                i++;
            }
            else
            {
                cells += text[i] is >= ' ' and < '\u007f' || char.IsControl(text[i]) || char.IsSurrogate(text[i]) ? 1 : new Segment(text[i].ToString()).CellCount();
            }
        }

        return cells;
    }
}
