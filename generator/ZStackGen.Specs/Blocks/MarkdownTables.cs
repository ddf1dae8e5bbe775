using System.Collections.Generic;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Blocks;

/// <summary>
/// Cuts pipe tables into cells with Markdig. It sees nothing but tables: prose and JSON need no Markdown parser, and a cell's own
/// markup is read by <see cref="CellText"/>.
/// </summary>
internal static class MarkdownTables
{
    /// <summary>Rows handed over at once: Markdig chains the cells of a table, so the time per row grows in very long ones.</summary>
    public const int RowsAtOnce = 200;

    /// <summary>A row with more bars is no row; Markdig refuses such depth.</summary>
    public const int MostBars = 64;

    // Code spans are left out on purpose: on GitHub a bar parts cells inside backticks too, and a lone backtick must not swallow rows.
    private static readonly MarkdownPipeline s_pipeline = Pipeline();

    /// <summary>
    /// Adds the rows of <paramref name="source"/>, which is a header line, a line of dashes and rows, to the table.
    /// </summary>
    public static PageTable Read(MappedText source, TableColumns columns, TextRange place)
    {
        var table = new PageTable(source, columns, place);
        string text = source.Text;
        int headerEnd = LineEnd(text, 0);
        int bodyStart = LineEnd(text, headerEnd);
        if (CountLines(text, bodyStart) <= RowsAtOnce)
        {
            AddRows(table, text, 0);
            return table;
        }

        string header = text.Substring(0, bodyStart);
        int start = bodyStart;
        while (start < text.Length)
        {
            int end = start;
            for (int i = 0; i < RowsAtOnce && end < text.Length; i++)
                end = LineEnd(text, end);
            AddRows(table, header + text.Substring(start, end - start), start - header.Length);
            start = end;
        }

        return table;
    }

    private static void AddRows(PageTable table, string markdown, int shift)
    {
        foreach (Block block in Markdown.Parse(markdown, s_pipeline))
        {
            if (block is not Table rows)
                continue;
            foreach (Block child in rows)
            {
                if (child is TableRow { IsHeader: false } row)
                    table.Rows.Add(new PageRow(Cells(row, markdown, shift)));
            }
        }
    }

    private static TextRange[] Cells(TableRow row, string markdown, int shift)
    {
        // Cells that Markdig adds to even out the rows have no content block; written empty cells have one.
        int count = row.Count;
        while (count > 0 && ((TableCell)row[count - 1]).Count == 0)
            count--;
        var cells = new TextRange[count];
        int last = row.Span.Start;
        for (int i = 0; i < count; i++)
        {
            SourceSpan span = row[i].Span;
            if (span.IsEmpty || span.Start < 0)
            {
                cells[i] = new TextRange(last + shift, last + shift);
                continue;
            }

            int start = span.Start, end = System.Math.Min(span.End + 1, markdown.Length);
            while (start < end && Characters.IsBlank(markdown[start]))
                start++;
            while (end > start && Characters.IsBlank(markdown[end - 1]))
                end--;
            cells[i] = new TextRange(start + shift, end + shift);
            last = span.End + 1;
        }

        return cells;
    }

    private static int LineEnd(string text, int from)
    {
        int at = from < text.Length ? text.IndexOf('\n', from) : -1;
        return at < 0 ? text.Length : at + 1;
    }

    private static int CountLines(string text, int from)
    {
        int count = 0;
        for (int at = from; at < text.Length; at = LineEnd(text, at))
            count++;
        return count;
    }

    private static MarkdownPipeline Pipeline()
    {
        var builder = new MarkdownPipelineBuilder { PreciseSourceLocation = true };
        builder.BlockParsers.Clear();
        builder.BlockParsers.Add(new PipeTableBlockParser());
        builder.BlockParsers.Add(new ParagraphBlockParser());
        builder.InlineParsers.Clear();
        var lineBreaks = new LineBreakInlineParser();
        builder.InlineParsers.Add(new EscapeInlineParser());
        builder.InlineParsers.Add(new PipeTableParser(lineBreaks, new PipeTableOptions { RequireHeaderSeparator = true }));
        builder.InlineParsers.Add(lineBreaks);
        return builder.Build();
    }
}
