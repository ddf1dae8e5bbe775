using System;
using System.Collections.Generic;
using System.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Tables;

/// <summary>
/// Splits the rows of pipe tables into cells with Markdig. Markdig gets only rows, from many tables at once: prose and JSON need no
/// Markdown parser, headers are already known, and <see cref="CellText"/> reads the markup of the cells.
/// </summary>
internal sealed class MarkdownTables
{
    /// <summary>The maximum number of bars in a row. Markdig rejects such nesting.</summary>
    private const int MostBars = 64;

    /// <summary>The line length from which bars are counted. A shorter line cannot contain a harmful number of bars.</summary>
    private const int LongLine = 1024;

    /// <summary>The maximum length of the text for one parse. A parse has a fixed cost, but the time per row grows in very long texts.</summary>
    private const int TextAtOnce = 16384;

    /// <summary>The header for the rows of all tables. Its number of columns does not affect the cells of the rows.</summary>
    private const string Header = "|a|\n|-|\n";

    // Code spans are not parsed: on GitHub, a bar separates cells even inside backticks, and an unmatched backtick must not hide rows.
    private static readonly MarkdownPipeline s_pipeline = Pipeline();

    /// <summary>The batches by number of columns, because Markdig adds cells to shorter rows.</summary>
    private readonly Dictionary<int, Batch> _batches = [];

    /// <summary>Adds a row: a line of the table's source, without surrounding blanks. All rows have their cells after <see cref="Parse"/>.</summary>
    public void Add(PageTable table, TextRange line)
    {
        if (line.Length > LongLine && CountBars(table.Source.Text, line) > MostBars)
        {
            table.Refuse(line);
        }
        else if (Cut(table.Source.Text, line) is { } cells)
        {
            table.Rows.Add(new PageRow(cells));
        }
        else
        {
            if (!_batches.TryGetValue(table.Columns.Count, out Batch? batch))
                _batches.Add(table.Columns.Count, batch = new Batch());
            batch.Add(table, line);
        }
    }

    /// <summary>Sets the rows of all tables.</summary>
    public void Parse()
    {
        foreach (Batch batch in _batches.Values)
            batch.Parse();
    }

    private static int CountBars(string text, TextRange line)
    {
        int count = 0;
        for (int at = line.Start; at < line.End; at++)
            count += text[at] == '|' ? 1 : 0;
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

    /// <summary>
    /// Splits a row at its bars if Markdig would give the same result: no backslash escapes a bar. This applies to nearly all rows of copies.
    /// </summary>
    private static TextRange[]? Cut(string text, TextRange line)
    {
        ReadOnlySpan<char> row = text.AsSpan(line.Start, line.Length);
        // A single bar at an end separates no cells.
        if (row.IndexOf('\\') >= 0 || row.IndexOf('|') is var first && (first < 0 || (first == 0 || first == row.Length - 1) && row.Slice(first + 1).IndexOf('|') < 0))
            return null;
        int end = row[row.Length - 1] == '|' ? line.End - 1 : line.End;
        int from = row[0] == '|' ? line.Start + 1 : line.Start, count = 1;
        for (int at = from; at < end; at++)
            count += text[at] == '|' ? 1 : 0;
        var cells = new TextRange[count];
        for (int i = 0; i < count; i++)
        {
            int behind = from;
            while (behind < end && text[behind] != '|')
                behind++;
            int start = from, stop = behind;
            while (start < stop && Characters.IsBlank(text[start]))
                start++;
            while (stop > start && Characters.IsBlank(text[stop - 1]))
                stop--;
            // The position of an empty cell is directly after its bar.
            cells[i] = start == stop ? new TextRange(from, from) : new TextRange(start, stop);
            from = behind + 1;
        }

        return cells;
    }

    /// <summary>Rows that Markdig parses together.</summary>
    private sealed class Batch
    {
        private readonly StringBuilder _text = new();

        private readonly List<Line> _lines = [];

        /// <summary>A row in the text of the batch.</summary>
        /// <param name="Table">The table of the row.</param>
        /// <param name="Index">The index of the row in the table, which has no cells until the batch is parsed.</param>
        /// <param name="Place">The range of the row in the table's source.</param>
        /// <param name="Start">The offset of the row in the text of the batch.</param>
        private readonly record struct Line(PageTable Table, int Index, TextRange Place, int Start)
        {
            /// <summary>Gets the difference between an offset in the table's source and the offset in the text of the batch.</summary>
            public int Shift => Place.Start - Start;
        }

        public void Add(PageTable table, TextRange line)
        {
            if (_text.Length + line.Length > TextAtOnce)
                Parse();
            if (_text.Length == 0)
                _text.Append(Header);
            // Without a leading bar, Markdig would not recognize the table.
            if (table.Source.Text[line.Start] != '|')
                _text.Append('|');
            _lines.Add(new Line(table, table.Rows.Count, line, _text.Length));
            table.Rows.Add(default);
            _text.Append(table.Source.Text, line.Start, line.Length);
            // A backslash before the line break would join the row with the next.
            if (table.Source.Text[line.End - 1] == '\\')
                _text.Append(' ');
            _text.Append('\n');
        }

        public void Parse()
        {
            if (_lines.Count == 0)
                return;
            SetCells();
            RemoveRefused();
            _lines.Clear();
            _text.Clear();
        }

        /// <summary>Moves the rows that Markdig did not return to the refused lines, which are reported.</summary>
        private void RemoveRefused()
        {
            PageTable? changed = null;
            foreach (Line line in _lines)
            {
                if (line.Table.Rows[line.Index].Cells is not null)
                    continue;
                line.Table.Refuse(line.Place);
                changed = line.Table;
            }

            // The indexes are valid until all lines are checked.
            if (changed is null)
                return;
            changed = null;
            foreach (Line line in _lines)
            {
                if (line.Table != changed)
                    line.Table.Rows.RemoveAll(static row => row.Cells is null);
                changed = line.Table;
            }
        }

        private void SetCells()
        {
            string markdown = _text.ToString();
            int next = 0;
            foreach (Block block in Markdown.Parse(markdown, s_pipeline))
            {
                if (block is not Table rows)
                    continue;
                foreach (Block child in rows)
                {
                    if (child is not TableRow { IsHeader: false } row || next >= _lines.Count)
                        continue;
                    int index = next;
                    while (!row.Span.IsEmpty && index + 1 < _lines.Count && _lines[index + 1].Start <= row.Span.Start)
                        index++;
                    next = index + 1;
                    Line line = _lines[index];
                    line.Table.Rows[line.Index] = new PageRow(Cells(row, markdown, line));
                }
            }
        }

        private static TextRange[] Cells(TableRow row, string markdown, Line line)
        {
            // Cells that Markdig adds to complete a row have no content block, but written empty cells have one.
            int count = row.Count;
            while (count > 0 && ((TableCell)row[count - 1]).Count == 0)
                count--;
            var cells = new TextRange[count];
            int behind = line.Start;
            for (int i = 0; i < count; i++)
            {
                SourceSpan span = row[i].Span;
                if (span.IsEmpty || span.Start < line.Start)
                {
                    // An empty cell has no span. Its position is directly after its bar.
                    if (i > 0 || markdown[behind] == '|')
                        behind = Math.Min(markdown.IndexOf('|', behind) + 1, line.Start + line.Place.Length);
                    cells[i] = new TextRange(behind + line.Shift, behind + line.Shift);
                    continue;
                }

                int start = span.Start, end = Math.Min(span.End + 1, markdown.Length);
                while (start < end && Characters.IsBlank(markdown[start]))
                    start++;
                while (end > start && Characters.IsBlank(markdown[end - 1]))
                    end--;
                cells[i] = new TextRange(start + line.Shift, end + line.Shift);
                behind = span.End + 1;
            }

            return cells;
        }
    }
}
