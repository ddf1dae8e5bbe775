using System;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Parsing.Headings;
using ZStackGen.Specs.Parsing.Requests;
using ZStackGen.Specs.Parsing.Tables;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Native;

/// <summary>
/// The page format of this repository (specs/README.md): a level 1 heading for each API or type, request lines in backticks, tables with
/// named and linked types, and fixed phrases such as "No session required.".
/// </summary>
internal sealed class NativeLayout : Layout
{
    public override string Name => "own format";

    public override int Score(PageReading reading)
    {
        PageText page = reading.Page;
        bool title = false, initials = false, table = false;
        int last = Math.Min(page.LineCount, 400);
        for (int i = 0; i < last; i++)
        {
            ReadOnlySpan<char> line = page[page.TrimmedLine(i)];
            if (line.Length < 3)
                continue;
            if (line[0] == '`' && RequestLine.IsAt(line.Slice(1)))
                return 95;
            if (!title && line[0] != '#' && UnderlineLevel(page, i) == 1)
                title = Characters.IsPascalName(line);
            else if (line[0] == '#' && line[1] == ' ' && !title)
            {
                string words = CellText.Words(line.Slice(2));
                // The name of a type can be an abbreviation. Only a field table then shows that it is not a section.
                initials |= words.Length is > 1 and < 8 && Array.TrueForAll(words.ToCharArray(), Characters.IsUpper);
                title = Characters.IsPascalName(words.AsSpan()) || (words.Length > 0 && words[0] > '\u2190' && Characters.IsPascalName(NativeTitle.WithoutSymbols(words).AsSpan())) || CellText.Trim(line.Slice(2)).SequenceEqual(NativePage.Anonymous.AsSpan());
            }
            else if ((title || initials) && !table && line[0] == '|')
                table = TableColumns.FromBars(line) is not null;
        }

        // A page without a request line is recognized by its headings, so that the missing request line is reported.
        return title ? (table ? 90 : 20) : initials && table ? 90 : 0;
    }

    public override void Read(PageReading reading)
    {
        PageText page = reading.Page;
        var own = new NativePage(reading);
        TableQueue tables = Tables(page);
        int i = 0;
        while (i < page.LineCount)
        {
            TextRange line = page.TrimmedLine(i);
            ReadOnlySpan<char> text = page[line];
            if (text.IsEmpty)
            {
                own.Blank();
                i++;
            }
            else if (text[0] == '#' && HeadingLevel(text) is var level and > 0)
            {
                own.Heading(level, page.Trim(new TextRange(line.Start + level, line.End)));
                i++;
            }
            else if (FenceMark(text) is var mark and > 0)
            {
                i = Fence(page, own, i, mark);
            }
            else if (tables.At(i, out int end) is { } table)
            {
                own.Table(table);
                i = end;
            }
            else if (UnderlineLevel(page, i) is var underlined and > 0)
            {
                own.Heading(underlined, line);
                i += 2;
            }
            else
            {
                own.Line(line);
                i++;
            }
        }

        own.Finish();
    }

    private static int HeadingLevel(ReadOnlySpan<char> text)
    {
        int level = 0;
        while (level < text.Length && text[level] == '#')
            level++;
        return level <= 6 && level < text.Length && Characters.IsBlank(text[level]) ? level : 0;
    }

    /// <summary>
    /// Returns the level of a heading with its marks in the line below: 1 for <c>===</c>, 2 for <c>---</c>; 0 if the line is not such a heading.
    /// A line of hyphens can also be a ruler below a description, so that only names and the headings of the page format are accepted.
    /// </summary>
    private static int UnderlineLevel(PageText page, int line)
    {
        if (line + 1 >= page.LineCount || (line > 0 && !page.TrimmedLine(line - 1).IsEmpty) || !NativeWords.IsRuler(page[page.TrimmedLine(line + 1)]))
            return 0;
        ReadOnlySpan<char> text = page[page.TrimmedLine(line)];
        if (text[0] is '|' or '>' or '-' or '*' or '`' or '<')
            return 0;
        return page.Text[page.TrimmedLine(line + 1).Start] switch
        {
            '=' => 1,
            '-' when CellText.Description(text) is { } words && (NativeWords.IsSection(words) || PageTitle.Read(words.AsSpan()).Name is not null) => 2,
            _ => 0,
        };
    }

    private static int FenceMark(ReadOnlySpan<char> text)
    {
        int length = 0;
        while (length < text.Length && text[length] == text[0] && text[0] is '`' or '~')
            length++;
        return length >= 3 ? length : 0;
    }

    private static int Fence(PageText page, NativePage own, int open, int mark)
    {
        char c = page.Text[page.TrimmedLine(open).Start];
        int close = open + 1;
        while (close < page.LineCount)
        {
            ReadOnlySpan<char> text = page[page.TrimmedLine(close)];
            int length = FenceMark(text);
            if (length >= mark && length == text.Length && text[0] == c)
                break;
            close++;
        }

        if (close > open + 1)
            own.Fence(page.Trim(new TextRange(page.Line(open + 1).Start, page.Line(close - 1).End)));
        return close + 1;
    }

    /// <summary>Finds and parses all tables. As on GitHub, a table ends at a blank line or at the start of another block.</summary>
    private static TableQueue Tables(PageText page)
    {
        var tables = new TableQueue();
        MappedText text = MappedText.Of(page);
        TextRange[] lines = page.TrimmedLines();
        int i = 0;
        while (i + 1 < lines.Length)
        {
            TextRange line = lines[i];
            if (line.IsEmpty || page[line].IndexOf('|') < 0 || !TableColumns.IsDashes(page[lines[i + 1]]))
            {
                i++;
                continue;
            }

            // A table with other headings is recognized by the content of its first rows.
            TableColumns? columns = TableColumns.FromBars(page[line]);
            // An unknown heading above versions is the version column, too.
            if (columns is null || (columns.HasOthers && columns[ColumnRole.Since] < 0))
            {
                TableColumns? byContent = ColumnContent.Columns(page, line, lines.AsSpan(i + 2, RowsEnd(page, lines, i + 2, ColumnContent.MostRows) - i - 2));
                if (columns is null || byContent?[ColumnRole.Since] >= 0)
                    columns = byContent;
            }

            if (columns is null)
            {
                i++;
                continue;
            }

            int end = RowsEnd(page, lines, i + 2, lines.Length);
            tables.Add(i, end, new PageTable(text, columns, new TextRange(line.Start, lines[end - 1].End)), lines, i + 2);
            i = end;
        }

        tables.Parse();
        return tables;
    }

    /// <summary>Returns the index of the line after the rows that begin at a line, or after the maximum number of rows.</summary>
    private static int RowsEnd(PageText page, TextRange[] lines, int first, int most)
    {
        int last = Math.Min(lines.Length - first, most) + first, end = first;
        while (end < last && !lines[end].IsEmpty && page.Text[lines[end].Start] is not ('#' or '`' or '~' or '>'))
            end++;
        return end;
    }
}
