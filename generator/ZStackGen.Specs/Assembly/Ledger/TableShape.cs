using System;
using ZStackGen.Specs.Parsing.Tables;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Assembly.Ledger;

/// <summary>
/// The columns of the table that the ledger stage currently processes. In a table with columns after the version, such as a description, the cells
/// after the version do not begin another row if the row has a cell for each column.
/// </summary>
internal sealed class TableShape(PageText page)
{
    private TextRange _header;

    /// <summary>The number of cells of a complete row; 0 if the version is in the last column, and -1 until the header has been read.</summary>
    private int _cells;

    /// <summary>Begins a table.</summary>
    /// <param name="header">The header, with dashes in the line below it.</param>
    public void Begin(TextRange header) => (_header, _cells) = (header, -1);

    /// <summary>Ends the table.</summary>
    public void End() => _cells = 0;

    /// <summary>Determines whether a row has a cell for each column of a table with columns after the version.</summary>
    public bool IsComplete(ReadOnlySpan<char> row)
    {
        // Few rows need the columns, so the header is read late.
        if (_cells < 0)
            _cells = TableColumns.FromBars(page[_header], isHeader: true) is { } columns && columns[ColumnRole.Since] is >= 0 and var since && since < columns.Count - 1 ? columns.Count : 0;
        return _cells > 0 && CountCells(row) == _cells;
    }

    private static int CountCells(ReadOnlySpan<char> row)
    {
        int count = 1;
        for (int i = 1; i < row.Length - 1; i++)
            count += row[i] == '|' && row[i - 1] != '\\' ? 1 : 0;
        return count;
    }
}
