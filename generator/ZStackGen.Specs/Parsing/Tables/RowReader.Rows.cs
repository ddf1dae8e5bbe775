using System;
using System.Collections.Generic;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Tables;

// Finds the rows of a table: not repeated headers, and each row of a line with several rows.
internal sealed partial class RowReader
{
    /// <summary>Returns the rows. A line that contains several rows because of lost line ends is split.</summary>
    private List<PageRow> Rows()
    {
        table.Rows.RemoveAll(IsHeader);
        if ((rules & RowRules.Slid) != 0 || !table.Rows.Exists(IsGlued))
            return table.Rows;
        var rows = new List<PageRow>(table.Rows.Count);
        foreach (PageRow row in table.Rows)
        {
            if (IsGlued(row))
                Split(row.Cells, rows);
            else
                rows.Add(row);
        }

        return rows;
    }

    /// <summary>Determines whether a row repeats the header of a table that continues on the next page, or its line of dashes.</summary>
    private bool IsHeader(PageRow row)
    {
        if (row.Cells is not { Length: > 2 } cells)
            return false;
        if (IsDashes(cells))
            return true;
        // Nearly all rows have a version, or differ from a header in the first cell.
        if (table[Cell(cells, ColumnRole.Since)] is [>= '0' and <= '9', ..])
            return false;
        if (cells.Length != table.Columns.Count || HeaderWords.Exact(table[cells[0]].Trim("*`_ ".AsSpan())) == ColumnRole.Other)
            return false;
        for (int i = 0; i < cells.Length; i++)
        {
            if (HeaderWords.Meant(table[cells[i]]) is var role && (table.Columns.RoleOf(i) is not ColumnRole.Other and var known ? role != known : TypeWords.IsKnown(table[cells[i]])))
                return false;
        }

        return true;
    }

    private bool IsDashes(TextRange[] cells)
    {
        foreach (TextRange cell in cells)
        {
            if (!TableColumns.IsDashes(table[cell]))
                return false;
        }

        return true;
    }

    /// <summary>Determines whether a line contains the cells of several rows.</summary>
    private bool IsGlued(PageRow row) =>
        row.Cells.Length >= 2 * table.Columns.Count && BeginsRow(row.Cells, Next(row.Cells, table.Columns.Count));

    private void Split(TextRange[] cells, List<PageRow> rows)
    {
        int at = 0;
        while (at < cells.Length)
        {
            int next = Math.Min(at + table.Columns.Count, cells.Length);
            rows.Add(new PageRow(cells.AsSpan(at, next - at).ToArray()));
            at = Next(cells, next);
        }
    }

    /// <summary>Skips the empty cell between the bar at the end of a row and the bar at the start of the next row.</summary>
    private static int Next(TextRange[] cells, int at) => at < cells.Length && cells[at].IsEmpty ? at + 1 : at;

    private bool BeginsRow(TextRange[] cells, int at)
    {
        int name = at + Math.Max(0, table.Columns[ColumnRole.Name]), type = at + table.Columns[ColumnRole.Type];
        if (Math.Max(name, type) >= cells.Length)
            return false;
        ReadOnlySpan<char> text = table[cells[name]];
        OptionalMarker.TakeFromName(ref text);
        return Characters.IsName(CellText.Plain(text).AsSpan()) && TypeWords.IsPlausible(CellText.Plain(table[cells[type]]));
    }
}
