using System;
using ZStackGen.Specs.Parsing.Headings;
using ZStackGen.Specs.Parsing.Requests;
using ZStackGen.Specs.Parsing.Tables;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Samples;

/// <summary>
/// Finds the end of a sample on a copied page without code fences: at its closing bracket or, if brackets or quotes were lost, before the
/// line that cannot be JSON any more.
/// </summary>
internal static class JsonExtent
{
    /// <summary>
    /// Determines whether a sample starts in a line: a bracket, followed by a quoted name or a bracket on this or the next non-empty line.
    /// </summary>
    public static bool BeginsAt(PageText page, int line)
    {
        TextRange range = page.TrimmedLine(line);
        int next = range.Start + 1;
        while (next < range.End && Characters.IsBlank(page.Text[next]))
            next++;
        for (int i = line + 1; next >= range.End; i++)
        {
            if (i >= page.LineCount || i > line + 3)
                return false;
            range = page.TrimmedLine(i);
            next = range.Start;
        }

        return page.Text[next] is '"' or '{' or '}' or '[' or ']' or '#';
    }

    /// <summary>Returns the offset after the sample that starts at <paramref name="start"/> in line <paramref name="line"/>.</summary>
    public static int End(PageText page, int start, int line)
    {
        int depth = 0;
        int last = start;
        for (int i = line; i < page.LineCount; i++)
        {
            TextRange range = page.TrimmedLine(i);
            if (i == line)
                range = new TextRange(start, range.End);
            if (range.IsEmpty)
                continue;
            if (i > line && IsOther(page[range]))
                return last;
            int end = Scan(page.Text, range, ref depth);
            if (end >= 0)
                return end;
            last = range.End;
        }

        return last;
    }

    /// <summary>Counts the brackets of a line. Returns the offset after the closing bracket; -1 if the sample continues.</summary>
    private static int Scan(string text, TextRange line, ref int depth)
    {
        int i = line.Start;
        while (i < line.End)
        {
            char c = text[i++];
            switch (c)
            {
                case '"':
                    // A string ends with its line, so that a lost quote does not swallow the page.
                    while (i < line.End && text[i] != '"')
                        i += text[i] == '\\' ? 2 : 1;
                    i = Math.Min(i + 1, line.End);
                    break;
                case '#':
                    return -1;
                case '/' when i < line.End && text[i] == '/':
                    return -1;
                case '{' or '[':
                    depth++;
                    break;
                case '}' or ']' when --depth <= 0:
                    return i;
            }
        }

        return -1;
    }

    /// <summary>Determines whether a line is certainly not part of the sample.</summary>
    private static bool IsOther(ReadOnlySpan<char> line)
    {
        if (line[0] is '"' or '{' or '}' or '[' or ']' or '-' || Characters.IsAsciiDigit(line[0]))
            return false;
        return TableColumns.FromBars(line) is not null || RequestLine.IsAt(line) || SdkSample.IsAt(line)
            || SectionLabels.Of(line) != SectionLabel.None || line.StartsWith("curl ".AsSpan(), StringComparison.Ordinal);
    }
}
