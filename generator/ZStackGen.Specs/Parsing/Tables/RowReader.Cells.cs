using System;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Tables;

// Assigns the cells of a row to the columns.
internal sealed partial class RowReader
{
    /// <summary>Assigns the cells of a row to the columns.</summary>
    private bool Place(PageRow row)
    {
        TextRange[] cells = row.Cells;
        TableColumns columns = table.Columns;
        _name = _type = _location = _description = _values = _since = default;
        if (cells.Length == 0)
            return false;
        if (cells.Length < 2)
        {
            Broken(row, "it has only one cell");
            return false;
        }

        if (!columns.AreUsual)
            return PlaceByHeader(row);
        int fixedCells = columns.HasLocation ? 3 : 2;
        _name = cells[0];
        _type = cells[1];
        if (columns.HasLocation)
            _location = cells.Length > 2 ? cells[2] : default;
        bool fits = cells.Length == columns.Count;
        int since = columns[ColumnRole.Since];
        if (fits && ((rules & RowRules.Slid) == 0 || (since >= 0 && VersionText.IsVersion(table[cells[since]]))))
        {
            _description = Cell(cells, ColumnRole.Description);
            _values = Cell(cells, ColumnRole.Values);
            _since = Cell(cells, ColumnRole.Since);
            return true;
        }

        if ((rules & RowRules.Slid) == 0)
        {
            Broken(row, $"it has {cells.Length} cells, but the header has {columns.Count}");
            if (cells.Length < columns.Count)
            {
                _description = Cell(cells, ColumnRole.Description);
                _values = Cell(cells, ColumnRole.Values);
                _since = Cell(cells, ColumnRole.Since);
                return true;
            }
        }

        PlaceFromBothEnds(cells, fixedCells);
        return true;
    }

    /// <summary>Assigns the cells by their headings, for columns in another order than the published one.</summary>
    private bool PlaceByHeader(PageRow row)
    {
        TextRange[] cells = row.Cells;
        if (cells.Length != table.Columns.Count)
            Broken(row, $"it has {cells.Length} cells, but the header has {table.Columns.Count}");
        _name = Cell(cells, ColumnRole.Name);
        // A missing name cell is reported at the start of the row.
        if (_name == default)
            _name = new TextRange(cells[0].Start, cells[0].Start);
        _type = Cell(cells, ColumnRole.Type);
        _location = Cell(cells, ColumnRole.Location);
        _description = Cell(cells, ColumnRole.Description);
        _values = Cell(cells, ColumnRole.Values);
        _since = Cell(cells, ColumnRole.Since);
        return true;
    }

    /// <summary>
    /// Assigns name, type and location from the left, and the version from the right. The cells between them are description and values.
    /// </summary>
    private void PlaceFromBothEnds(TextRange[] cells, int first)
    {
        int end = cells.Length;
        while (end > first && cells[end - 1].IsEmpty)
            end--;
        if (end > first && VersionText.IsVersion(table[cells[end - 1]]))
            _since = cells[--end];
        bool slid = (rules & RowRules.Slid) != 0;
        int valuesColumn = table.Columns[ColumnRole.Values];
        // In a row that is too long, the values are directly before the version. In a shifted row, only a second cell can contain values.
        if (valuesColumn >= 0 && (slid ? end - first == 2 : end - first >= 2))
            _values = cells[--end];
        while (end > first && cells[end - 1].IsEmpty)
            end--;
        while (first < end && cells[first].IsEmpty)
            first++;
        if (first < end)
            _description = new TextRange(cells[first].Start, cells[end - 1].End);
        if (slid && !_values.IsEmpty && table[_values].IndexOf(' ') >= 0 && table[_values].IndexOf(',') < 0)
        {
            // Prose in the values cell belongs to a lost list.
            _description = _description.IsEmpty ? _values : _description;
            _values = default;
        }
    }

    private TextRange RequiredCellOf(TextRange[] cells) =>
        cells.Length != table.Columns.Count ? default : Cell(cells, table.Columns[ColumnRole.Required] >= 0 ? ColumnRole.Required : ColumnRole.Optional);

    /// <summary>Determines whether the row's cell for required or optional parameters says that the parameter is optional.</summary>
    private bool IsOptional(string name)
    {
        bool isRequiredColumn = table.Columns[ColumnRole.Required] >= 0;
        if (_required == default)
            return false;
        if (RequiredCell.Read(table[_required], isOptionalColumn: !isRequiredColumn) is { } isRequired)
            return !isRequired;
        reading.Findings.Add(FindingRules.BrokenRow, table.ToPage(_required), $"'{Excerpt.Of(CellText.Words(table[_required]))}', which says whether {name} is required, is neither yes nor no; {name} is optional.");
        return true;
    }

    private TextRange Cell(TextRange[] cells, ColumnRole role)
    {
        int column = table.Columns[role];
        return column >= 0 && column < cells.Length ? cells[column] : default;
    }
}
