using System;
using System.Collections.Generic;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Tables;

/// <summary>One row: its cells, trimmed, as stretches of the table's text. Cells that the row does not have are not in it.</summary>
internal readonly record struct PageRow(TextRange[] Cells);

/// <summary>A table of parameters or fields, cut into cells.</summary>
internal sealed class PageTable(MappedText source, TableColumns columns, TextRange place)
{
    public MappedText Source { get; } = source;

    public TableColumns Columns { get; } = columns;

    /// <summary>The table on the page.</summary>
    public TextRange Place { get; } = place;

    public List<PageRow> Rows { get; } = [];

    /// <summary>Lines that are no row at all, in the table's source.</summary>
    public List<TextRange> Refused { get; } = [];

    public ReadOnlySpan<char> this[TextRange cell] => Source.Text.AsSpan(cell.Start, cell.Length);

    public TextRange ToPage(TextRange cell) => Source.ToPage(cell);
}
