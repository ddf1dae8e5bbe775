using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace ZStackGen.Tool.Importing.Html;

/// <summary>
/// A table as a grid. A cell that spans rows is repeated in each row. A cell that spans columns leaves the other columns empty. A row with
/// a single cell becomes a line of text above or below the table.
/// </summary>
internal sealed class HtmlTable
{
    /// <summary>Larger spans are mistakes or attacks.</summary>
    private const int MostColumns = 40;

    private const int MostRowsSpanned = 1000;

    private readonly List<Row> _rows = [];

    /// <summary>The cells that extend into the rows below, by column.</summary>
    private readonly Dictionary<int, (Cell Cell, int Rows)> _reaching = [];

    /// <summary>Adds a row.</summary>
    /// <param name="cells">The cells.</param>
    /// <param name="isHeader">Whether the row is in the table's head, or has only header cells.</param>
    /// <param name="position">The place of the row.</param>
    public void Add(IReadOnlyList<Cell> cells, bool isHeader, TextPosition position)
    {
        var grid = new List<GridCell>();
        int next = 0;
        while (grid.Count < MostColumns && (next < cells.Count || Reaches(grid.Count)))
        {
            if (_reaching.Remove(grid.Count, out (Cell Cell, int Rows) above))
            {
                if (above.Rows > 1)
                    _reaching[grid.Count] = (above.Cell, above.Rows - 1);
                grid.Add(new GridCell(above.Cell, IsContinued: false, IsFromAbove: true));
                continue;
            }

            if (next == cells.Count)
            {
                // A cell from above is further right than the cells of this row.
                grid.Add(new GridCell(Cell.Empty, IsContinued: false, IsFromAbove: false));
                continue;
            }

            Cell cell = cells[next++];
            for (int i = 0; i < Math.Clamp(cell.Columns, 1, MostColumns) && grid.Count < MostColumns; i++)
            {
                if (cell.Rows > 1)
                    _reaching[grid.Count] = (i == 0 ? cell : Cell.Empty, Math.Min(cell.Rows, MostRowsSpanned) - 1);
                grid.Add(new GridCell(i == 0 ? cell : Cell.Empty, IsContinued: i > 0, IsFromAbove: false));
            }
        }

        // If name and type come from above, the row continues the previous one, for example with the next value.
        if (grid is [{ IsFromAbove: true }, { IsFromAbove: true }, ..] && _rows is [.., { IsHeader: false } last])
            last.GoOn(grid);
        else if (grid.Count > 0)
            _rows.Add(new Row(grid, isHeader, cells.Count == 1, position));
    }

    /// <summary>Ends a group of rows. No cell extends beyond it.</summary>
    public void EndGroup() => _reaching.Clear();

    /// <summary>Writes the table.</summary>
    /// <param name="output">The lines to append to.</param>
    public void Write(PageLines output)
    {
        int width = _rows.Count == 0 ? 0 : _rows.Max(static row => row.Cells.Count);
        // Columns that exist only because of spans are empty.
        int[] columns = [.. Enumerable.Range(0, width).Where(column => _rows.Any(row => column < row.Cells.Count && !row.Cells[column].IsContinued && !row.IsLine(width)))];
        List<Row> above = [], table = [], below = [];
        foreach (Row row in _rows)
            (row.IsLine(width) && width > 1 ? table.Count == 0 ? above : below : table).Add(row);
        foreach (Row row in above)
            WriteLine(row, output);
        WriteGrid(table, columns, output);
        foreach (Row row in below)
            WriteLine(row, output);
    }

    /// <summary>Gets whether the table is a property list: each row is a header cell and its value.</summary>
    public bool IsPropertyList => _rows.Count > 0 && _rows.All(static row => !row.IsHeader && row.Cells is [{ Cell.IsHeader: true }, { Cell.IsHeader: false }]);

    /// <summary>Writes the rows of a property list as labels and values.</summary>
    /// <param name="output">The lines to append to.</param>
    public void WriteProperties(PageLines output)
    {
        foreach (Row row in _rows)
        {
            output.Part();
            output.Add(row.Cells[0].Cell.Text, row.Position);
            output.Part();
            foreach (string line in row.Cells[1].Cell.Text.Replace("\\|", "|", StringComparison.Ordinal).Split("<br>"))
                output.Add(line, row.Position);
        }

        output.Part();
    }

    private bool Reaches(int column)
    {
        foreach (int reaching in _reaching.Keys)
        {
            if (reaching >= column)
                return true;
        }

        return false;
    }

    private static void WriteLine(Row row, PageLines output)
    {
        output.Part();
        if (row.Cells[0].Cell.Text is { Length: > 0 } text)
            output.Add(text.Replace("<br>", " ", StringComparison.Ordinal), row.Position);
        output.Part();
    }

    private static void WriteGrid(List<Row> rows, int[] columns, PageLines output)
    {
        if (rows.Count == 0 || columns.Length == 0)
            return;
        output.Part();
        int headers = 1;
        while (headers < rows.Count && rows[headers].IsHeader && rows[0].IsHeader)
            headers++;
        output.Add(Line(columns.Select(column => Header(rows.Take(headers), column))), rows[0].Position);
        output.Add(Line(columns.Select(static _ => "---")), rows[0].Position);
        foreach (Row row in rows.Skip(headers))
            output.Add(Line(columns.Select(column => column < row.Cells.Count ? row.Cells[column].Cell.Text : "")), row.Position);
        output.Part();
    }

    // A head of two rows: "Name" spans both, "Version" is above "Since".
    private static string Header(IEnumerable<Row> rows, int column) => string.Join(
        ' ', rows.Select(row => column < row.Cells.Count ? row.Cells[column].Cell.Text : "").Where(static text => text.Length > 0).Distinct(StringComparer.Ordinal));

    private static string Line(IEnumerable<string> cells)
    {
        var line = new StringBuilder("|");
        foreach (string cell in cells)
            line.Append(cell.Length == 0 ? " " : " " + cell + " ").Append('|');
        return line.ToString();
    }

    /// <summary>A cell.</summary>
    /// <param name="Text">The text, escaped for a pipe table.</param>
    /// <param name="IsHeader">Whether it is a header cell.</param>
    /// <param name="Columns">The number of columns that it spans.</param>
    /// <param name="Rows">The number of rows that it spans.</param>
    internal sealed record Cell(string Text, bool IsHeader, int Columns, int Rows)
    {
        public static Cell Empty { get; } = new("", false, 1, 1);
    }

    /// <summary>A place of the grid.</summary>
    /// <param name="Cell">The cell.</param>
    /// <param name="IsContinued">Whether the place belongs to a cell to the left that spans it.</param>
    /// <param name="IsFromAbove">Whether the cell started in a row above.</param>
    private readonly record struct GridCell(Cell Cell, bool IsContinued, bool IsFromAbove);

    private sealed record Row(List<GridCell> Cells, bool IsHeader, bool IsSingle, TextPosition Position)
    {
        public void GoOn(List<GridCell> next)
        {
            for (int i = 0; i < Math.Min(next.Count, Cells.Count); i++)
            {
                if (!next[i].IsFromAbove && next[i].Cell.Text.Length > 0)
                    Cells[i] = Cells[i] with { Cell = Cells[i].Cell with { Text = Cells[i].Cell.Text.Length == 0 ? next[i].Cell.Text : $"{Cells[i].Cell.Text}<br>{next[i].Cell.Text}" } };
            }
        }

        /// <summary>Gets whether the row is a single cell over the whole width.</summary>
        public bool IsLine(int width) => IsSingle && width > 1 && Cells.Count == width && Cells.Skip(1).All(static cell => cell.IsContinued);
    }
}
