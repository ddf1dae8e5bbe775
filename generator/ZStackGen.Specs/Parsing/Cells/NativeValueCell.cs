using System;
using System.Collections.Generic;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Parsing.Cells;

/// <summary>
/// Reads values cells of the page format: values separated by commas or in a list, or a limit. An escaped text is always a value.
/// </summary>
internal static class NativeValueCell
{
    /// <summary>The last item of a list that is not complete.</summary>
    private const string OpenEnd = "…";

    /// <summary>Reads a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="type">The type of the row, which determines whether the cell can contain the range of a number.</param>
    public static ValueCell Read(ReadOnlySpan<char> cell, string? type)
    {
        cell = CellText.Trim(cell);
        if (cell.IsEmpty)
            return default;
        string raw = cell.ToString();
        if (ValueNotation.IsNothing(raw))
            return default;
        // A text with an escape or in a list is a value.
        if (ValueNotation.IsNumber(type) && cell.IndexOf('\\') < 0 && cell.IndexOf("<li".AsSpan(), StringComparison.OrdinalIgnoreCase) < 0
            && ValueNotation.Range(CellText.Description(cell) ?? "", type) is { } range)
            return new ValueCell([range], false);
        if (ValueNotation.IsBracketed(raw))
            cell = cell.Slice(1, cell.Length - 2);
        IReadOnlyList<string> items = ValueList.Read(cell);
        if (items.Count == 1 && ValueNotation.Choices(raw.Replace("\\|", "|")) is { } choices)
            items = choices;
        if (items.Count < 2 || items[items.Count - 1] != OpenEnd)
            return new ValueCell(items, false);
        var values = new List<string>(items);
        values.RemoveAt(values.Count - 1);
        return new ValueCell(values, true);
    }
}
