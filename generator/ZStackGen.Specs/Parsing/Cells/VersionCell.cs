using System;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Cells;

/// <summary>
/// Reads version cells: a version, also with words or marks that say "from this version on" (<c>4.1+</c>, <c>since 4.1</c>, <c>4.0.0 及以后</c>).
/// </summary>
internal static class VersionCell
{
    private const int Longest = 40;

    private static readonly string[] s_openings =
        ["since", "from", "introduced in", "added in", "as of", "version", "ver.", ">=", "≥", "自", "从", "始于", "版本"];

    private static readonly string[] s_endings =
    [
        "or later", "and later", "or above", "and above", "or newer", "and newer", "or higher", "and higher", "and up", "onwards", "onward", "+", "＋",
        "及以后", "及以上", "以后", "以上", "之后", "开始", "起", "版本", "版", "及之后", "或以上", "或更高", ".", "。", ",", "，",
    ];

    private static readonly string[] s_unknown = ["N/A", "-", "--", "—", "–", "/", "none", "unknown", "无", "未知", "暂无", "不详"];

    /// <summary>Reads a cell.</summary>
    /// <returns>
    /// The version; the text of the cell if it is not a version; <see langword="null"/> if the cell says that the version is unknown.
    /// </returns>
    public static string? Read(ReadOnlySpan<char> cell)
    {
        string text = CellText.Plain(cell);
        if (text.Length is 0 or > Longest)
            return text.Length == 0 ? null : text;
        if (VersionText.IsVersion(text.AsSpan()))
            return text;
        foreach (string word in s_unknown)
        {
            if (text.Equals(word, StringComparison.OrdinalIgnoreCase))
                return null;
        }

        ReadOnlySpan<char> version = WithoutWords(CellText.Words(text.AsSpan()).AsSpan().Trim('_'));
        return version.Length < text.Length && VersionText.IsVersion(version) ? version.ToString() : text;
    }

    /// <summary>Determines whether a cell contains a version in any of these notations.</summary>
    public static bool IsVersion(ReadOnlySpan<char> cell) =>
        VersionText.IsVersion(cell)
        || (cell.Length <= Longest && HasDigit(cell) && Read(cell) is { } text && VersionText.IsVersion(text.AsSpan()));

    /// <summary>
    /// Determines whether a cell starts like a version with three numbers but is none, such as <c>4.7.x</c>. It is reported as an invalid version
    /// instead of becoming an allowed value.
    /// </summary>
    public static bool ResemblesVersion(ReadOnlySpan<char> cell)
    {
        int dots = 0, at = 0;
        while (at < cell.Length && (Characters.IsAsciiDigit(cell[at]) || (cell[at] == '.' && at > 0 && cell[at - 1] != '.')))
            dots += cell[at++] == '.' ? 1 : 0;
        return dots >= 2 && cell.Length <= Longest;
    }

    private static ReadOnlySpan<char> WithoutWords(ReadOnlySpan<char> text)
    {
        int length;
        do
        {
            length = text.Length;
            text = CellText.Trim(text);
            foreach (string word in s_openings)
            {
                if (text.StartsWith(word.AsSpan(), StringComparison.OrdinalIgnoreCase))
                    text = CellText.Trim(text.Slice(word.Length)).TrimStart(":：".AsSpan());
            }

            foreach (string word in s_endings)
            {
                if (text.EndsWith(word.AsSpan(), StringComparison.OrdinalIgnoreCase))
                    text = CellText.Trim(text.Slice(0, text.Length - word.Length));
            }
        }
        while (text.Length < length);

        return text;
    }

    private static bool HasDigit(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (Characters.IsAsciiDigit(c) || c is >= '０' and <= '９')
                return true;
        }

        return false;
    }
}
