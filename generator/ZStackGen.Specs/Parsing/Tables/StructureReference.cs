using System;
using ZStackGen.Specs.Parsing.Cells;

namespace ZStackGen.Specs.Parsing.Tables;

/// <summary>
/// The clause of a description that points at another table of the page: <c>详情参考[vmNics](#org…vmNics)</c>, <c>详情参考vmNics</c>,
/// <c>See vmNics.</c>, <c>For details, see vmNics</c>, <c>Seeinventory.</c>
/// </summary>
internal static class StructureReference
{
    // Longest first, so that the whole clause is taken.
    private static readonly string[] s_openings =
    [
        "For more information, see", "For more details, see", "For more information, refer to", "For details, see", "For details, refer to", "refer to", "see",
        "详情请参考", "详情参考", "详情参见", "详情见", "请参考", "参考", "参见", "详见",
    ];

    /// <summary>Takes the clause from the description's end; <paramref name="reference"/> is the anchor or, without one, the field's own name.</summary>
    public static bool Take(ref ReadOnlySpan<char> description, string field, out string reference)
    {
        reference = field;
        ReadOnlySpan<char> text = CellText.Trim(description);
        if (text.Length <= field.Length)
            return false;
        ReadOnlySpan<char> before, rest = default;
        if (text[text.Length - 1] is ')' or ' ' or '.' or '。' && text.LastIndexOf("](#".AsSpan()) is var link and >= 0)
        {
            int open = text.Slice(0, link).LastIndexOf('[');
            ReadOnlySpan<char> address = text.Slice(link + 3);
            int close = address.IndexOf(')');
            if (open < 0 || close <= 0)
                return false;
            reference = address.Slice(0, close).ToString();
            before = CellText.Trim(text.Slice(0, open));
        }
        else
        {
            int at = LastWord(text, field);
            if (at < 0)
                return false;
            before = CellText.Trim(text.Slice(0, at));
            rest = text.Slice(at + field.Length);
        }

        foreach (string opening in s_openings)
        {
            if (before.EndsWith(opening.AsSpan(), StringComparison.OrdinalIgnoreCase))
            {
                before = CellText.Trim(before.Slice(0, before.Length - opening.Length));
                // Words behind the clause are rare; then the whole description stays, so that nothing is lost.
                description = IsEnd(rest) ? before : text;
                return true;
            }
        }

        return false;
    }

    /// <summary>The last place where <paramref name="word"/> stands alone, looked for only near the end.</summary>
    private static int LastWord(ReadOnlySpan<char> text, string word)
    {
        int at = text.LastIndexOf(word.AsSpan());
        if (at <= 0)
            return -1;
        int end = at + word.Length;
        return end < text.Length && Text.Characters.IsNamePart(text[end]) ? -1 : at;
    }

    private static bool IsEnd(ReadOnlySpan<char> rest)
    {
        foreach (char c in rest)
        {
            if (c is not ('.' or '。') && !Text.Characters.IsBlank(c))
                return false;
        }

        return true;
    }
}
