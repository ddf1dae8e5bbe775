using System;
using ZStackGen.Specs.Parsing.Tables;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Markdown;

/// <summary>Finds the pipe tables of a Markdown page and parses them.</summary>
internal static class MarkdownTableFinder
{
    /// <summary>
    /// Returns all parameter and field tables, recognized by their header or, after a line of dashes, by the content of their columns.
    /// </summary>
    public static TableQueue Find(PageText page)
    {
        var tables = new TableQueue();
        MappedText text = MappedText.Of(page);
        TextRange[] lines = page.TrimmedLines();
        TextRange header = default;
        TableColumns? ofHeader = null;
        int i = 0;
        while (i < lines.Length)
        {
            TextRange line = lines[i];
            bool hasOuterBars = !line.IsEmpty && page.Text[line.Start] == '|';
            if (!hasOuterBars && !IsHeaderWithoutOuterBars(page, lines, i))
            {
                i++;
                continue;
            }

            int end = i + 1;
            while (end < lines.Length && !lines[end].IsEmpty && (hasOuterBars ? page.Text[lines[end].Start] == '|' : page[lines[end]].IndexOf('|') >= 0))
                end++;
            bool dashes = i + 1 < end && TableColumns.IsDashes(page[lines[i + 1]]);
            int first = dashes ? i + 2 : i + 1;
            // Most tables of a page have the same header.
            TableColumns? columns = !dashes ? TableColumns.FromBars(page[line])
                : ofHeader is not null && page[line].SequenceEqual(page[header]) ? ofHeader
                : ColumnContent.Columns(page, line, lines.AsSpan(first, end - first));
            if (dashes && columns is { AreByContent: false })
                (header, ofHeader) = (line, columns);
            if (columns is null)
            {
                // Without dashes, the current line may be a stray row, and the next line the header.
                i = dashes ? end : i + 1;
                continue;
            }

            tables.Add(i, end, new PageTable(text, columns, new TextRange(line.Start, lines[end - 1].End)), lines, first);
            i = end;
        }

        tables.Parse();
        return tables;
    }

    /// <summary>Determines whether a line is a header without outer bars: a line with a bar, above a line of dashes with bars.</summary>
    private static bool IsHeaderWithoutOuterBars(PageText page, TextRange[] lines, int index) =>
        index + 1 < lines.Length && lines[index].Length > 0 && page.Text[lines[index].Start] is not ('#' or '`' or '~' or '>')
        && page[lines[index]].IndexOf('|') >= 0 && page[lines[index + 1]].IndexOf('|') >= 0 && TableColumns.IsDashes(page[lines[index + 1]]);
}
