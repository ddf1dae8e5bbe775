using System;
using System.Globalization;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Native;

/// <summary>Reads a remark behind the name in a title, and a row that states a property: <c>PaintDoor (since 4.7.0)</c>, <c>| Since | 4.7.0 |</c>.</summary>
internal static class NativeTitle
{
    private static readonly char[] s_dashes = ['-', '–', '—', ' '];

    /// <summary>Returns the words of a title without a version or a deprecation behind a name.</summary>
    /// <param name="words">The words of the title.</param>
    /// <param name="remark">The version, or the sentence of the deprecation; empty if there is none.</param>
    public static string WithoutRemark(string words, out string remark)
    {
        remark = "";
        int end = words.IndexOf(' ');
        if (end <= 0 || !Characters.IsPascalName(words.AsSpan(0, end)))
            return words;
        string rest = CellText.Words(words.AsSpan(end));
        if (VersionCell.IsVersion(rest.AsSpan()))
            remark = rest;
        else if (rest.TrimStart(s_dashes) is var sentence && !Lifetime.Of(sentence).IsCurrent)
            remark = sentence;
        return remark.Length == 0 ? words : words.Substring(0, end);
    }

    /// <summary>Returns the words of a heading without the symbols around them: <c>🚀 PaintDoor</c>, <c>PaintDoor ⚠️</c>.</summary>
    public static string WithoutSymbols(string words)
    {
        int end = words.Length;
        while (end > 0 && (char.IsSurrogate(words[end - 1]) || words[end - 1] is '\ufe0f' or '\u200d' or ' ' || char.GetUnicodeCategory(words[end - 1]) == UnicodeCategory.OtherSymbol))
            end--;
        return NativeWords.WithoutNumber(end == 0 ? words : words.Substring(0, end));
    }

    /// <summary>Returns the property of a row with two cells, with a colon instead of the bar; empty for another line.</summary>
    public static string PropertyOf(ReadOnlySpan<char> line)
    {
        if (line[0] != '|')
            return "";
        ReadOnlySpan<char> cells = line.Trim('|');
        int bar = cells.IndexOf('|');
        if (bar < 0 || cells.Slice(bar + 1).IndexOf('|') >= 0)
            return "";
        return CellText.Words(cells.Slice(0, bar)) + ": " + CellText.Plain(cells.Slice(bar + 1)).TrimEnd('.');
    }
}
