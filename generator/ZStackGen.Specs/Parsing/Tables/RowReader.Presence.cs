using System;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Tables;

// Determines whether a parameter is required, or whether a field can be missing.
internal sealed partial class RowReader
{
    private TextRange RequiredCellOf(TextRange[] cells, ColumnRole role) => cells.Length == table.Columns.Count ? Cell(cells, role) : default;

    /// <summary>
    /// Determines whether a parameter is optional, from the cells for required and optional parameters and the marker of the row. A contradiction is
    /// reported. The parameter is then optional, so that every call compiles.
    /// </summary>
    private bool IsOptional(string name, bool isMarked)
    {
        // An empty cell beside a filled cell says nothing.
        bool? stated = table[_required].IsEmpty && !table[_optional].IsEmpty ? null : IsRequired(name, _required, isOptionalColumn: false);
        bool? other = table[_optional].IsEmpty && stated is not null ? null : IsRequired(name, _optional, isOptionalColumn: true);
        if (stated is not null && other is not null && stated != other)
        {
            Contradiction(name, "the columns for required and optional parameters contradict each other");
            return true;
        }

        if ((stated ?? other) is not { } isRequired)
            return isMarked || _required != default || _optional != default;
        if (isMarked && isRequired)
            Contradiction(name, "the row marks it as optional, but its column says that it is required");
        return isMarked || !isRequired;
    }

    /// <summary>Determines whether a column with an unknown heading, such as Usage, marks a row as optional.</summary>
    private bool IsOptionalElsewhere(TextRange[] cells)
    {
        if (!table.Columns.HasOthers || cells.Length != table.Columns.Count || table.Columns[ColumnRole.Required] >= 0 || table.Columns[ColumnRole.Optional] >= 0)
            return false;
        int column = _presence ??= PresenceColumn();
        return column >= 0 && RequiredCell.Word(table[cells[column]]) == false;
    }

    /// <summary>Returns the index of the column that has an unknown heading and only cells such as mandatory, optional, M and O; -1 if there is none.</summary>
    private int PresenceColumn()
    {
        for (int column = 0; column < table.Columns.Count; column++)
        {
            int words = 0;
            if (table.Columns.OtherHeading(column) is null)
                continue;
            foreach (PageRow row in table.Rows)
            {
                if (row.Cells.Length != table.Columns.Count)
                    continue;
                words++;
                if (RequiredCell.Word(table[row.Cells[column]]) is not null)
                    continue;
                words = 0;
                break;
            }

            if (words > 0)
                return column;
        }

        return -1;
    }

    /// <summary>Adds the statement of a column that a field can be missing. Fields have no other place for it.</summary>
    private string? WithPresence(string? description)
    {
        bool isOptional = (_required != default && !_required.IsEmpty && RequiredCell.Read(table[_required], isOptionalColumn: false) == false)
            || (_optional != default && !_optional.IsEmpty && RequiredCell.Read(table[_optional], isOptionalColumn: true) == false);
        return !isOptional ? description : description is null ? "Optional." : description + "\nOptional.";
    }

    private void Contradiction(string name, string why) =>
        reading.Findings.Add(FindingRules.BrokenRow, table.ToPage(_required != default ? _required : _optional), $"It is not clear whether {Excerpt.Of(name)} is required: {why}; {Excerpt.Of(name)} is optional.");

    /// <summary>Reads a cell that says whether a parameter is required or optional; <see langword="null"/> if there is none. Other words are reported.</summary>
    private bool? IsRequired(string name, TextRange cell, bool isOptionalColumn)
    {
        if (cell == default)
            return null;
        if (RequiredCell.IsCross(table[cell]) && HasOnlyCrosses(isOptionalColumn ? ColumnRole.Optional : ColumnRole.Required))
            return !isOptionalColumn;
        if (RequiredCell.Read(table[cell], isOptionalColumn) is { } isRequired)
            return isRequired;
        reading.Findings.Add(FindingRules.BrokenRow, table.ToPage(cell), $"'{Excerpt.Of(CellText.Words(table[cell]))}', which says whether {name} is required, is neither yes nor no; {name} is optional.");
        return null;
    }

    /// <summary>Determines whether the other cells of a column are empty, so that a cross marks the rows that the heading describes.</summary>
    private bool HasOnlyCrosses(ColumnRole role) =>
        role == ColumnRole.Required ? _requiredHasOnlyCrosses ??= AreCrosses(role) : _optionalHasOnlyCrosses ??= AreCrosses(role);

    private bool AreCrosses(ColumnRole role)
    {
        foreach (PageRow row in table.Rows)
        {
            ReadOnlySpan<char> cell = table[RequiredCellOf(row.Cells, role)];
            if (!cell.IsEmpty && !RequiredCell.IsCross(cell))
                return false;
        }

        return true;
    }

    /// <summary>Determines whether brackets without an address surround a name. In the notation of commands, such a parameter is optional.</summary>
    private bool IsInBrackets(ReadOnlySpan<char> name) =>
        (rules & RowRules.Links) != 0 && name.Length > 2 && name[0] == '[' && name.IndexOf(']') == name.Length - 1;

    /// <summary>Determines whether brackets around a name mark a parameter as optional, because other names of the table have none. They are reported.</summary>
    private bool IsOptionalByBrackets(string name)
    {
        if (table.Rows.TrueForAll(row => IsInBrackets(table[Cell(row.Cells, ColumnRole.Name)])))
            return false;
        reading.Findings.Add(FindingRules.BrokenRow, table.ToPage(_name), $"It is not clear whether {Excerpt.Of(name)} is required: its name is in brackets; {Excerpt.Of(name)} is optional. Write `(optional)` behind the name.");
        return true;
    }
}
