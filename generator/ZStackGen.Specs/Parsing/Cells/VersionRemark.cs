using System;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Cells;

/// <summary>
/// Reads a version cell that also states the end of an element: <c>4.1.0 (removed in 5.0)</c>, <c>4.1.0, deprecated since 4.8.0</c>, <c>4.1.0（5.0 废弃）</c>.
/// </summary>
internal static class VersionRemark
{
    private const int Longest = 60;

    private static readonly (string Word, bool IsRemoval)[] s_words =
    [
        ("removed", true), ("deleted", true), ("移除", true), ("删除", true), ("下线", true),
        ("deprecated", false), ("obsolete", false), ("废弃", false), ("弃用", false),
    ];

    private static readonly string[] s_fillers = ["since", "from", "from version", "in", "in version", "as of", "自", "从", "于", "起", "版本", "已", "后", "开始"];

    /// <summary>Reads a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="since">The version that added the element.</param>
    /// <param name="sentence">The sentence of the page format: <c>Removed in 5.0.</c></param>
    /// <returns><see langword="false"/> if the cell contains other text.</returns>
    public static bool TryRead(ReadOnlySpan<char> cell, out string since, out string sentence)
    {
        (since, sentence) = ("", "");
        // Nearly all cells are only a version.
        if (cell.Length is < 8 or > Longest)
            return false;
        string text = CellText.Plain(cell);
        int end = text.IndexOfAny([' ', '(', ',', ';', '<']);
        if (end <= 0 || !VersionText.IsVersion(text.AsSpan(0, end)))
            return false;
        string rest = text.Substring(end).Trim(' ', '(', ')', ',', ';', '.', '-');
        foreach ((string word, bool isRemoval) in s_words)
        {
            int at = rest.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                continue;
            string version = WithoutFillers(rest.Remove(at, word.Length));
            if (version.Length > 0 && !VersionText.IsPlain(version.AsSpan()))
                return false;
            since = text.Substring(0, end);
            sentence = isRemoval ? version.Length == 0 ? "Removed." : $"Removed in {version}." : version.Length == 0 ? "Deprecated." : $"Deprecated since {version}.";
            return version.Length > 0 || !isRemoval;
        }

        return false;
    }

    private static string WithoutFillers(string text)
    {
        int length;
        do
        {
            length = text.Length;
            text = text.Trim(' ', ':', '-');
            foreach (string filler in s_fillers)
            {
                if (text.StartsWith(filler, StringComparison.OrdinalIgnoreCase))
                    text = text.Substring(filler.Length).Trim();
                if (text.Length > filler.Length && text.EndsWith(filler, StringComparison.OrdinalIgnoreCase))
                    text = text.Substring(0, text.Length - filler.Length).Trim();
            }
        }
        while (text.Length < length);

        return text.TrimStart('v', 'V');
    }
}
