using System;

namespace ZStackGen.Specs.Parsing.Cells;

/// <summary>Reads a cell that states with yes or no whether a parameter is required, or whether it is optional.</summary>
internal static class RequiredCell
{
    // The meaning of these words depends on the heading of the column.
    private static readonly string[] s_yes = ["yes", "y", "true", "1", "是", "√", "✓", "✔", "☑", "■", "✅", "🟢", "●", "white_check_mark", "heavy_check_mark", "1..1", "1..*", "1..n"];

    private static readonly string[] s_no = ["", "no", "n", "false", "0", "否", "不", "×", "x", "✗", "✘", "✖", "❌", "☒", "☐", "□", "⬜", "⚪", "○", "0..1", "0..*", "0..n", "-", "—", "–", "/"];

    private static readonly string[] s_required = ["required", "mandatory", "must", "m", "r", "not null", "non-null", "必填", "必选", "必须", "必需", "必传", "非空"];

    private static readonly string[] s_optional =
        ["optional", "not required", "o", "opt", "nullable", "可空", "可为空", "可选", "选填", "非必填", "非必选", "不必填", "conditional", "条件必填", "条件必选", "条件"];

    /// <summary>Reads a cell.</summary>
    /// <param name="cell">The cell. An empty cell means "no".</param>
    /// <param name="isOptionalColumn"><see langword="true"/> if the heading of the column is "optional"; <see langword="false"/> if it is "required".</param>
    /// <returns>A value that indicates whether the parameter is required; <see langword="null"/> if the cell contains other words.</returns>
    public static bool? Read(ReadOnlySpan<char> cell, bool isOptionalColumn)
    {
        // Words would remove these marks as emphasis and brackets.
        if (Mark(CellText.Trim(cell)) is { } isMarked)
            return isMarked != isOptionalColumn;
        string word = CellText.Words(cell).TrimEnd('\ufe0f');
        return Contains(s_yes, word) ? !isOptionalColumn
            : Contains(s_no, word) ? isOptionalColumn
            : Contains(s_required, word) ? true
            : Contains(s_optional, word) ? false
            : null;
    }

    /// <summary>Returns the meaning of a mark in place of a word: <c>*</c>, <c>[x]</c>, <c>[ ]</c>; <see langword="null"/> for other text.</summary>
    private static bool? Mark(ReadOnlySpan<char> cell) => cell.Length switch
    {
        1 when cell[0] == '*' => true,
        2 when cell[0] == '\\' && cell[1] == '*' => true,
        3 when cell[0] == '[' && cell[2] == ']' && cell[1] is 'x' or 'X' => true,
        3 when cell[0] == '[' && cell[2] == ']' && cell[1] == ' ' => false,
        _ => null,
    };

    /// <summary>Reads a word that has the same meaning below every heading, such as <c>optional</c>; <see langword="null"/> for other text.</summary>
    public static bool? Word(ReadOnlySpan<char> cell)
    {
        if (cell.Length is 0 or > 24)
            return null;
        string word = CellText.Words(cell);
        return Contains(s_required, word) ? true : Contains(s_optional, word) ? false : null;
    }

    /// <summary>Determines whether a cell is a cross, which means yes in a column without other marks.</summary>
    public static bool IsCross(ReadOnlySpan<char> cell) => cell.Length == 1 && cell[0] is 'x' or 'X' or '×';

    private static bool Contains(string[] words, string word) => Array.Exists(words, known => known.Equals(word, StringComparison.OrdinalIgnoreCase));
}
