using System;

namespace ZStackGen.Specs.Parsing.Cells;

/// <summary>Reads a cell that says whether a parameter is required, or optional, with yes or no.</summary>
internal static class RequiredCell
{
    private static readonly string[] s_yes = ["yes", "y", "true", "required", "mandatory", "must", "m", "r", "1", "是", "必填", "必选", "必须", "√", "✓", "✔", "✅", "*", "●"];

    private static readonly string[] s_no =
    [
        "no", "n", "false", "optional", "not required", "o", "0", "否", "不", "可选", "选填", "非必填", "非必选", "不必填", "×", "x", "✗", "✘", "❌", "-", "—", "–", "/",
        "conditional", "条件必填", "条件必选", "条件",
    ];

    /// <summary>Reads a cell of a column for required parameters, or for optional ones.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="isOptionalColumn">Whether the heading says "optional". Then "yes" means optional, and the word "required" keeps its meaning.</param>
    /// <param name="isRequired">Whether the parameter is required. An empty cell means "no".</param>
    /// <returns>Whether the cell is one of the known words.</returns>
    public static bool TryRead(ReadOnlySpan<char> cell, bool isOptionalColumn, out bool isRequired)
    {
        string word = CellText.Words(cell);
        bool yes = Array.Exists(s_yes, known => known.Equals(word, StringComparison.OrdinalIgnoreCase));
        bool no = word.Length == 0 || Array.Exists(s_no, known => known.Equals(word, StringComparison.OrdinalIgnoreCase));
        bool isWord = word.Length > 1 && word is not ("Yes" or "yes" or "YES" or "true" or "True" or "TRUE" or "No" or "no" or "NO" or "false" or "False" or "FALSE");
        isRequired = yes ? isWord || !isOptionalColumn : isOptionalColumn && !isWord;
        return yes || no;
    }
}
