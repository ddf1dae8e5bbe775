using System;
using System.Collections.Generic;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Tables;

/// <summary>A row: its cells without surrounding blanks, as ranges of the table's text. Missing cells are not included.</summary>
internal readonly record struct PageRow(TextRange[] Cells);

/// <summary>A table of parameters or fields, split into cells.</summary>
internal sealed class PageTable(MappedText source, TableColumns columns, TextRange place)
{
    private List<TextRange>? _refused;

    public MappedText Source { get; } = source;

    public TableColumns Columns { get; } = columns;

    /// <summary>Gets the range of the table on the page.</summary>
    public TextRange Place { get; } = place;

    public List<PageRow> Rows { get; } = [];

    /// <summary>Gets the lines that are not rows, as ranges of the table's source.</summary>
    public IReadOnlyList<TextRange> Refused => _refused ?? (IReadOnlyList<TextRange>)[];

    public ReadOnlySpan<char> this[TextRange cell] => Source.Text.AsSpan(cell.Start, cell.Length);

    public TextRange ToPage(TextRange cell) => Source.ToPage(cell);

    /// <summary>Adds a line that is not a row.</summary>
    public void Refuse(TextRange line) => (_refused ??= []).Add(line);
}
