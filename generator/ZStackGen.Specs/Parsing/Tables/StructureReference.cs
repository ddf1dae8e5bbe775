using System;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Tables;

/// <summary>
/// Reads the clause of a description that refers to another table of the page: <c>详情参考[vmNics](#org…vmNics)</c>, <c>详情参考[vmNics]</c>,
/// <c>See vmNics.</c>, <c>For details, see vmNics</c>, <c>Seeinventory.</c>
/// </summary>
internal static class StructureReference
{
    /// <summary>The maximum length of a label.</summary>
    private const int LongestLabel = 128;

    // Longest first, so that the whole clause is matched.
    private static readonly string[] s_openings =
    [
        "For more information, see", "For more details, see", "For more information, refer to", "For details, see", "For details, refer to", "refer to", "see",
        "详情请参考", "详情参考", "详情参见", "详情见", "请参考", "参考", "参见", "详见",
    ];

    /// <summary>Removes the clause from the end of the description. <paramref name="reference"/> is the anchor or the label in the clause.</summary>
    public static bool Take(ref ReadOnlySpan<char> description, string field, out string reference)
    {
        reference = field;
        ReadOnlySpan<char> text = CellText.Trim(description);
        // A cell from a wiki can be a paragraph: <p>…</p>.
        if (text.Length > 4 && text[text.Length - 1] == '>' && text.LastIndexOf("</".AsSpan()) is var tag and > 0)
            text = CellText.Trim(text.Slice(0, tag));
        if (text.Length < 4)
            return false;
        if (text[text.Length - 1] is ')' or ' ' or '.' or '。' && text.LastIndexOf("](#".AsSpan()) is var link and >= 0)
        {
            int open = text.Slice(0, link).LastIndexOf('[');
            ReadOnlySpan<char> address = text.Slice(link + 3);
            int close = address.IndexOf(')');
            if (open < 0 || close <= 0)
                return false;
            reference = address.Slice(0, close).ToString();
            return TakeOpening(ref description, CellText.Trim(text.Slice(0, open)));
        }

        if (InBrackets(text) is { IsEmpty: false } inBrackets)
        {
            reference = inBrackets.ToString();
            return TakeOpening(ref description, BeforeLabel(text.Slice(0, text.LastIndexOf('['))));
        }

        int at = LastWord(text, field);
        if (at >= 0 && BeforeLabel(text.Slice(0, at)) is var before && Opening(before) > 0)
        {
            // If there are words after the clause, which is rare, the whole description is kept so that nothing is lost.
            if (IsEnd(text.Slice(at + field.Length)))
                return TakeOpening(ref description, before);
            description = text;
            return true;
        }

        return TakeOtherLabel(ref description, text, ref reference);
    }

    /// <summary>Returns the label in <c>详情参考[CPU Pin]</c>, which can contain blanks, if the clause ends the text.</summary>
    private static ReadOnlySpan<char> InBrackets(ReadOnlySpan<char> text)
    {
        int end = text.Length;
        while (end > 0 && (Characters.IsBlank(text[end - 1]) || text[end - 1] is '.' or '。'))
            end--;
        if (end < 3 || text[end - 1] != ']')
            return default;
        int open = text.Slice(0, end).LastIndexOf('[');
        if (open < 0 || end - open > LongestLabel || Opening(BeforeLabel(text.Slice(0, open))) == 0)
            return default;
        // A converter escapes the brackets: \[inventory\].
        return CellText.Trim(text.Slice(open + 1, end - open - 2)).TrimEnd('\\');
    }

    /// <summary>Reads a label that is not the name of the field: the label of another table, or a misspelled one.</summary>
    private static bool TakeOtherLabel(ref ReadOnlySpan<char> description, ReadOnlySpan<char> text, ref string reference)
    {
        int end = text.Length;
        while (end > 0 && IsEnding(text[end - 1]))
            end--;
        int start = end;
        while (start > 0 && end - start < LongestLabel && (Characters.IsNamePart(text[start - 1]) || text[start - 1] is '.' or '$'))
            start--;
        if (end - start < 2)
            return false;
        ReadOnlySpan<char> before = BeforeLabel(text.Slice(0, start));
        int opening = Opening(before);
        // "See" also occurs in sentences, so the clause must be a separate sentence.
        if (opening == 0 || (opening <= 3 && Characters.IsAsciiLetter(before[before.Length - 1]) && !BeginsSentence(before, opening)))
            return false;
        reference = text.Slice(start, end - start).ToString();
        return TakeOpening(ref description, before);
    }

    private static bool BeginsSentence(ReadOnlySpan<char> before, int opening)
    {
        ReadOnlySpan<char> rest = CellText.Trim(before.Slice(0, before.Length - opening));
        return rest.IsEmpty || rest[rest.Length - 1] is '.' or '。' or ',' or '，' or ';' or ':';
    }

    private static bool TakeOpening(ref ReadOnlySpan<char> description, ReadOnlySpan<char> before)
    {
        int length = Opening(before);
        if (length == 0)
            return false;
        description = CellText.Trim(before.Slice(0, before.Length - length));
        return true;
    }

    /// <summary>Returns the length of the words at the end of <paramref name="before"/> that start the clause; 0 if there are none.</summary>
    private static int Opening(ReadOnlySpan<char> before)
    {
        foreach (string opening in s_openings)
        {
            if (before.EndsWith(opening.AsSpan(), StringComparison.OrdinalIgnoreCase))
                return opening.Length;
        }

        return 0;
    }

    /// <summary>Removes blanks, brackets, backticks and emphasis before a label.</summary>
    private static ReadOnlySpan<char> BeforeLabel(ReadOnlySpan<char> text)
    {
        int end = text.Length;
        while (end > 0 && (Characters.IsBlank(text[end - 1]) || text[end - 1] is '[' or '`' or '*' or '【' or '"' or '“' or '#' or '(' or '（' or ':' or '：' or '\\'))
            end--;
        return text.Slice(0, end);
    }

    /// <summary>Returns the last position of <paramref name="word"/> as a separate word; -1 if there is none.</summary>
    private static int LastWord(ReadOnlySpan<char> text, string word)
    {
        int at = text.LastIndexOf(word.AsSpan());
        if (at <= 0)
            return -1;
        int end = at + word.Length;
        return end < text.Length && Characters.IsNamePart(text[end]) ? -1 : at;
    }

    private static bool IsEnd(ReadOnlySpan<char> rest)
    {
        foreach (char c in rest)
        {
            if (!IsEnding(c))
                return false;
        }

        return true;
    }

    private static bool IsEnding(char c) => Characters.IsBlank(c) || c is '.' or '。' or ']' or '`' or '*' or '】' or '"' or '”' or ')' or '）' or ',' or '，';
}
