using System;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Tables;

// Assigns the cells of a row to the columns.
internal sealed partial class RowReader
{
    /// <summary>Assigns the cells of a row to the columns.</summary>
    private bool Place(PageRow row)
    {
        TextRange[] cells = WithoutSurplus(row.Cells);
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
            return PlaceByHeader(row, cells);
        int fixedCells = columns.HasLocation ? 3 : 2;
        _name = cells[0];
        _type = cells[1];
        if (columns.HasLocation)
            _location = cells.Length > 2 ? cells[2] : default;
        bool fits = cells.Length == columns.Count;
        int since = columns[ColumnRole.Since];
        if (fits && ((rules & RowRules.Slid) == 0 || (since >= 0 && (VersionCell.IsVersion(table[cells[since]]) || IsComplete(cells, fixedCells)))))
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

    /// <summary>
    /// Determines whether no cell of a row with a cell for each column is shifted: the last cell is filled, and no cell is a version. Such a last cell
    /// is an invalid version.
    /// </summary>
    private bool IsComplete(TextRange[] cells, int first) =>
        table.Columns[ColumnRole.Since] == cells.Length - 1 && !IsBlank(cells[cells.Length - 1]) && VersionAt(cells, first, cells.Length) < 0;

    /// <summary>Removes empty cells after the last column. They contain nothing that could be lost.</summary>
    private TextRange[] WithoutSurplus(TextRange[] cells)
    {
        int count = cells.Length;
        while (count > table.Columns.Count && IsBlank(cells[count - 1]))
            count--;
        return count == cells.Length ? cells : cells.AsSpan(0, count).ToArray();
    }

    /// <summary>Determines whether a cell is empty or contains only entities of blanks.</summary>
    private bool IsBlank(TextRange cell) => cell.IsEmpty || (table.Source.Text[cell.Start] == '&' && CellText.Description(table[cell]) is null);

    /// <summary>Assigns the cells by their headings, for columns in another order than the published one.</summary>
    private bool PlaceByHeader(PageRow row, TextRange[] cells)
    {
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
        // In a shifted row, the version is below the values.
        if ((rules & RowRules.Slid) != 0 && _since.IsEmpty && VersionCell.IsVersion(table[_values]))
            (_since, _values) = (_values, default);
        return true;
    }

    /// <summary>
    /// Assigns name, type and location from the left, and the version from the right. The cells between them are description and values.
    /// </summary>
    private void PlaceFromBothEnds(TextRange[] cells, int first)
    {
        int end = cells.Length;
        while (end > first && IsBlank(cells[end - 1]))
            end--;
        if (VersionAt(cells, first, end) is var version and >= 0)
            _since = cells[end = version];
        bool slid = (rules & RowRules.Slid) != 0;
        int valuesColumn = table.Columns[ColumnRole.Values];
        // In a row that is too long, the values are directly before the version. In a shifted row, only a second cell can contain values.
        if (valuesColumn >= 0 && (slid ? end - first == 2 : end - first >= 2))
            _values = cells[--end];
        while (end > first && IsBlank(cells[end - 1]))
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

    /// <summary>
    /// Returns the index of the version: the last cell, or before as many cells as the table has columns after the version; -1 if there is none.
    /// </summary>
    private int VersionAt(TextRange[] cells, int first, int end)
    {
        int since = table.Columns[ColumnRole.Since], behind = since < 0 ? 0 : table.Columns.Count - 1 - since;
        for (int i = end - 1; i >= first && behind >= 0; i--)
        {
            if (IsVersion(table[cells[i]]))
                return i;
            behind -= IsBlank(cells[i]) ? 0 : 1;
        }

        return -1;
    }

    /// <summary>Determines whether the last cell of a shifted row is the version.</summary>
    private static bool IsVersion(ReadOnlySpan<char> cell) => VersionCell.IsVersion(cell) || VersionCell.ResemblesVersion(cell);

    /// <summary>Determines whether the text below an unknown heading starts with the mark of an optional parameter, because it is the description.</summary>
    private bool IsMarkedElsewhere(TextRange[] cells)
    {
        if (!table.Columns.HasOthers || cells.Length != table.Columns.Count || table.Columns[ColumnRole.Description] >= 0)
            return false;
        for (int i = 0; i < cells.Length; i++)
        {
            ReadOnlySpan<char> text = table.Columns.OtherHeading(i) is null ? default : table[cells[i]];
            if (!text.IsEmpty && OptionalMarker.TakeFromDescription(ref text))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Adds the text of the columns without a role, such as a default value or a remark, to the description. A version below "Deprecated" or "Removed"
    /// becomes the sentence of the page format.
    /// </summary>
    private string? WithOthers(string? description, TextRange[] cells)
    {
        if (!table.Columns.HasOthers || cells.Length != table.Columns.Count)
            return description;
        for (int i = 0; i < cells.Length; i++)
        {
            if (table.Columns.OtherHeading(i) is not { } heading || CellText.Description(table[cells[i]]) is not { } text || VersionCell.Read(table[cells[i]]) is not { } version)
                continue;
            if (OtherColumn.Sentence(heading, text, version) is { } sentence)
                description = description is null ? sentence : description + "\n" + sentence;
        }

        return description;
    }

    /// <summary>Adds the wrapper in a column of its own to the location.</summary>
    private LocationText WithWrapper(LocationText location, TextRange[] cells, string name)
    {
        TextRange cell = Cell(cells, ColumnRole.Wrapper);
        string words = CellText.Words(table[cell]);
        if (words.Length == 0 || words is "-" or "—" or "–" or "/" || ValueNotation.IsNothing(words) || words == location.Wrapper)
            return location;
        if (Characters.IsName(words.AsSpan()) && location is { Wrapper: null, Location: StatedLocation.Body or StatedLocation.Unstated })
            return location with { Location = StatedLocation.Body, Wrapper = words };
        reading.Findings.Add(FindingRules.UnknownLocation, table.ToPage(cell), $"'{Excerpt.Of(words)}', the wrapper of {name}, is not used, because the location of {name} is not the body, or the cell contains other text than a name.");
        return location;
    }

    /// <summary>
    /// Determines whether the name of a row is indented deeper than the name of the first row by blanks that Markdown keeps. Such a row describes a
    /// member of the structure above it.
    /// </summary>
    private bool IsIndented()
    {
        int indent = 0;
        string text = table.Source.Text;
        for (int i = _name.Start - 1; i >= 0 && text[i] != '|' && Characters.IsBlank(text[i]); i--)
            indent += text[i] is '\u00a0' or '\u3000' or (>= '\u2000' and <= '\u200a') ? 1 : 0;
        ReadOnlySpan<char> cell = table[_name];
        while (cell.Length > 0 && cell[0] == '&' && CellText.EntityLength(cell) is var length and > 0 && CellText.Plain(cell.Slice(0, length)).Length == 0)
        {
            indent++;
            cell = CellText.Trim(cell.Slice(length));
        }

        if (_firstIndent < 0)
            _firstIndent = indent;
        if (indent <= _firstIndent)
            return false;
        reading.Findings.Add(FindingRules.BrokenRow, table.ToPage(_name), $"The name '{Excerpt.Of(CellText.Words(cell))}' is indented, so that the row describes a member of a structure. Describe the members of a structure in a table of the structure.");
        return true;
    }

    private TextRange Cell(TextRange[] cells, ColumnRole role)
    {
        int column = table.Columns[role];
        return column >= 0 && column < cells.Length ? cells[column] : default;
    }
}
