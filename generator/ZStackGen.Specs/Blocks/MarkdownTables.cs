using System;
using System.Collections.Generic;
using System.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Blocks;

/// <summary>
/// Cuts pipe tables into cells with Markdig. It sees nothing but tables, many at once: prose and JSON need no Markdown parser, and a
/// cell's own markup is read by <see cref="CellText"/>.
/// </summary>
internal sealed class MarkdownTables
{
    /// <summary>A row with more bars is no row; Markdig refuses such depth.</summary>
    public const int MostBars = 64;

    /// <summary>Text handed over at once: a parse has a fixed cost, but the time per row grows in very long texts.</summary>
    private const int TextAtOnce = 16384;

    // Code spans are left out on purpose: on GitHub a bar parts cells inside backticks too, and a lone backtick must not swallow rows.
    private static readonly MarkdownPipeline s_pipeline = Pipeline();

    private static readonly char[] s_lineEnds = ['\n', '\r'];

    private readonly StringBuilder _batch = new();
    private readonly List<Part> _parts = [];

    /// <summary>A stretch of the batch: some rows of a table behind its header.</summary>
    /// <param name="Table">The table.</param>
    /// <param name="Start">Where the stretch begins in the batch.</param>
    /// <param name="RowsStart">Where its rows begin in the batch.</param>
    /// <param name="Shift">What to add to an offset in the batch for the offset in the table's text.</param>
    private readonly record struct Part(PageTable Table, int Start, int RowsStart, int Shift);

    /// <summary>
    /// Takes a table whose text is a header line, a line of dashes and rows. Its rows are there after <see cref="Parse"/>.
    /// </summary>
    public PageTable Add(MappedText source, TableColumns columns, TextRange place)
    {
        var table = new PageTable(source, columns, place);
        string text = source.Text;
        int headerLength = LineEnd(text, LineEnd(text, 0));
        int start = headerLength;
        while (start < text.Length)
        {
            int end = text.Length;
            if (end - start > TextAtOnce)
                end = LineEnd(text, start + TextAtOnce);
            if (_batch.Length > 0 && _batch.Length + headerLength + end - start > TextAtOnce)
                Parse();
            int at = _batch.Length;
            int rowsStart = at + headerLength;
            _batch.Append(text, 0, headerLength);
            if (text[headerLength - 1] is not ('\n' or '\r'))
            {
                _batch.Append('\n');
                rowsStart++;
            }

            _batch.Append(text, start, end - start).Append("\n\n");
            _parts.Add(new Part(table, at, rowsStart, start - rowsStart));
            start = end;
        }

        return table;
    }

    /// <summary>Fills in the rows of all tables taken so far.</summary>
    public void Parse()
    {
        if (_parts.Count == 0)
            return;
        string markdown = _batch.ToString();
        int part = 0;
        foreach (Block block in Markdown.Parse(markdown, s_pipeline))
        {
            if (block is not Table rows)
                continue;
            while (part + 1 < _parts.Count && _parts[part + 1].Start <= rows.Span.Start)
                part++;
            foreach (Block child in rows)
            {
                if (child is TableRow { IsHeader: false } row)
                    _parts[part].Table.Rows.Add(new PageRow(Cells(row, markdown, _parts[part])));
            }
        }

        _parts.Clear();
        _batch.Clear();
    }

    private static TextRange[] Cells(TableRow row, string markdown, Part part)
    {
        // Cells that Markdig adds to even out the rows have no content block; written empty cells have one.
        int count = row.Count;
        while (count > 0 && ((TableCell)row[count - 1]).Count == 0)
            count--;
        var cells = new TextRange[count];
        int cellStart = -1;
        for (int i = 0; i < count; i++)
        {
            SourceSpan span = row[i].Span;
            if (span.IsEmpty || span.Start < part.RowsStart)
            {
                // An empty cell has no span: its place is right behind its bar.
                cellStart = cellStart >= 0 ? BehindBar(markdown, cellStart) : i == 0 ? BehindBar(markdown, LineStart(markdown, row.Span.Start, part.RowsStart)) : BehindBar(markdown, Math.Max(cells[i - 1].End - part.Shift, 0));
                cells[i] = new TextRange(cellStart + part.Shift, cellStart + part.Shift);
                continue;
            }

            cellStart = -1;

            int start = span.Start, end = Math.Min(span.End + 1, markdown.Length);
            while (start < end && Characters.IsBlank(markdown[start]))
                start++;
            while (end > start && Characters.IsBlank(markdown[end - 1]))
                end--;
            cells[i] = new TextRange(start + part.Shift, end + part.Shift);
        }

        return cells;
    }

    private static int BehindBar(string markdown, int from)
    {
        int bar = from < markdown.Length ? markdown.IndexOf('|', from) : -1;
        return bar < 0 ? Math.Min(from, markdown.Length) : bar + 1;
    }

    private static int LineStart(string markdown, int at, int least)
    {
        int start = Math.Min(Math.Max(at, least), markdown.Length);
        while (start > least && markdown[start - 1] is not ('\n' or '\r'))
            start--;
        return start;
    }

    // Markdig and the page's lines know all three line ends, so this must as well.
    private static int LineEnd(string text, int from)
    {
        int at = from < text.Length ? text.IndexOfAny(s_lineEnds, from) : -1;
        if (at < 0)
            return text.Length;
        return text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? at + 2 : at + 1;
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
