using System;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Tables;

/// <summary>Recognizes a row of the API explorer, whose words are joined: a name, a type word, the mark of a required parameter.</summary>
internal static class GluedRowSigns
{
    private const int LongestType = 160;
    private const int LongestWord = 24;

    /// <summary>The number of characters after the marks of a line that can decide whether the line is a row.</summary>
    private const int LongestStart = LongestType + (2 * LongestWord);

    private static readonly string[] s_marks = ["Required", "Optional", "必填", "可选", "选填"];

    private static readonly string[] s_gluedTypes =
        ["String", "Integer", "List", "Long", "Boolean", "Map", "Object", "Timestamp", "LinkedHashMap", "Double", "Float", "Set", "Date", "int", "long", "boolean", "double", "float", "array", "object", "string"];

    /// <summary>
    /// Determines whether a line is a row of the API explorer, whose words are joined: <c>uuidStringRequiredThe UUID.</c>
    /// </summary>
    /// <param name="line">The line without its bullet.</param>
    /// <param name="onExplorer">Whether the page is from the API explorer, so that a type alone is sufficient.</param>
    public static bool IsRow(ReadOnlySpan<char> line, bool onExplorer)
    {
        line = line.Slice(CellMarks.Length(line));
        int run = 0;
        while (run < line.Length && run < LongestType && Characters.IsNamePart(line[run]))
            run++;
        if (run < 4 || !Characters.IsLower(line[0]))
            return false;
        for (int at = 1; at < run; at++)
        {
            if (MarkAt(line, at) > 0 && !Characters.IsLower(AtOrNone(line, at + MarkAt(line, at))))
                return true;
            if (!onExplorer || TypeAt(line, at, run) is not (var length and > 0))
                continue;
            char behind = AtOrNone(line, at + length);
            if (behind is '\0' or '<' or '[' || Characters.IsUpper(behind) || Characters.IsChinese(behind) || MarkAt(line, at + length) > 0)
                return true;
        }

        return run < line.Length && MarkAt(line, run) > 0;
    }

    /// <summary>Determines whether a row of the API explorer was broken inside its type: <c>successbo</c>, <c>oleanRequired</c>.</summary>
    public static bool IsCut(ReadOnlySpan<char> line, ReadOnlySpan<char> next)
    {
        next = next.Slice(0, Math.Min(WordEnd(next, 0), LongestWord));
        if (next.Length <= 1 || !Characters.IsAsciiLetter(next[0]))
            return false;
        line = line.Slice(CellMarks.Length(line));
        line = line.Slice(0, Math.Min(line.Length, LongestStart));
        Span<char> joined = stackalloc char[LongestStart + LongestWord];
        line.CopyTo(joined);
        next.CopyTo(joined.Slice(line.Length));
        return IsRow(joined.Slice(0, line.Length + next.Length), onExplorer: true);
    }

    /// <summary>
    /// Determines whether a row of the API explorer was broken inside its mark, without text after it: <c>successbooleanRequ</c>, <c>ired</c>.
    /// </summary>
    public static bool IsCutMark(ReadOnlySpan<char> line, ReadOnlySpan<char> next)
    {
        foreach (string mark in s_marks)
        {
            int rest = mark.Length - next.Length;
            if (next.Length > 0 && rest > 0 && mark.AsSpan().EndsWith(next, StringComparison.Ordinal) && line.EndsWith(mark.AsSpan(0, rest), StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Determines whether the name that ends at <paramref name="end"/> contains a type and a part of a mark: <c>codeStringRequi red</c>.
    /// </summary>
    public static bool IsCutName(ReadOnlySpan<char> line, int end)
    {
        for (int at = 1; at < end && end <= LongestType; at++)
        {
            if (TypeAt(line, at, end) is var length and > 0 && Characters.IsLower(line[at - 1]) && at + length < end && line[at + length] is 'R' or 'O')
                return true;
        }

        return false;
    }

    /// <summary>Determines whether another row of the API explorer follows in the rest of a row, directly after the end of a sentence.</summary>
    public static bool HasAnother(ReadOnlySpan<char> rest)
    {
        while (rest.IndexOfAny('.', '。', '|') is var stop and >= 0 && stop + 5 < rest.Length)
        {
            rest = rest.Slice(stop + 1);
            // A blank after the full stop starts the next sentence, unless its first word contains a mark.
            if (IsRow(rest, onExplorer: !Characters.IsBlank(rest[0])))
                return true;
        }

        return false;
    }

    private static int MarkAt(ReadOnlySpan<char> line, int at)
    {
        foreach (string mark in s_marks)
        {
            if (line[at] == mark[0] && line.Slice(at).StartsWith(mark.AsSpan(), StringComparison.Ordinal))
                return mark.Length;
        }

        return 0;
    }

    /// <summary>Determines whether a text is the beginning of a type word, but not a whole one: <c>Str</c>.</summary>
    public static bool IsTypeBegin(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || TypeWords.IsKnown(text))
            return false;
        foreach (string type in s_gluedTypes)
        {
            if (type.Length > text.Length && type.AsSpan().StartsWith(text, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Returns the length of the type word at a position; 0 if there is none.</summary>
    public static int TypeAt(ReadOnlySpan<char> line, int at, int end)
    {
        if (at >= end)
            return 0;
        foreach (string type in s_gluedTypes)
        {
            if (line[at] == type[0] && at + type.Length <= end && line.Slice(at).StartsWith(type.AsSpan(), StringComparison.Ordinal))
                return type.Length;
        }

        return 0;
    }

    private static char AtOrNone(ReadOnlySpan<char> line, int at) => at < line.Length ? line[at] : '\0';

    private static int WordEnd(ReadOnlySpan<char> line, int at)
    {
        while (at < line.Length && !Characters.IsBlank(line[at]))
            at++;
        return at;
    }
}
