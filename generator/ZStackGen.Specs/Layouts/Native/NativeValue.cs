using System;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Native;

/// <summary>
/// Reads an item of the list of an enumeration: a value, or a value and its description, such as <c>Running: The job is running.</c> A value can be code
/// or emphasized.
/// </summary>
internal static class NativeValue
{
    private static readonly string[] s_marks = ["**", "__", "~~", "`", "*", "_"];

    /// <summary>Reads the value and its description.</summary>
    /// <returns>The value; <see langword="null"/> if the item contains none.</returns>
    public static (string Value, string? Description)? Read(ReadOnlySpan<char> item)
    {
        // The box of a task list.
        if (item.Length > 4 && item[0] == '[' && item[1] is ' ' or 'x' or 'X' && item[2] == ']' && item[3] == ' ')
            item = CellText.Trim(item.Slice(4));
        if (!TryMarked(item, out ReadOnlySpan<char> value, out ReadOnlySpan<char> rest))
        {
            int end = EndOfValue(item);
            value = end < 0 ? item : item.Slice(0, end);
            rest = end < 0 ? default : item.Slice(end + 1);
            if (RemarkAt(value) is var remark and > 0)
            {
                string? words = CellText.Description(value.Slice(remark)), more = CellText.Description(rest);
                return (value.Slice(0, remark).TrimEnd().ToString(), more is null ? words : words + " " + more);
            }
        }

        return CellText.Description(value) is { } text ? (text, CellText.Description(rest)) : null;
    }

    /// <summary>Reads an item with a value in code, in emphasis or in a link: <c>`Wide` - Opens the door.</c>, <c>**Wide:** Opens the door.</c></summary>
    private static bool TryMarked(ReadOnlySpan<char> item, out ReadOnlySpan<char> value, out ReadOnlySpan<char> rest)
    {
        value = rest = default;
        if (item.IsEmpty)
            return false;
        if (item[0] == '[' && item.IndexOf("](".AsSpan()) is var text and > 1 && item.Slice(text).IndexOf(')') is var link and > 0)
        {
            value = item.Slice(1, text - 1);
            rest = item.Slice(text + link + 1);
        }
        else
        {
            string? mark = null;
            foreach (string known in s_marks)
            {
                if (mark is null && item.StartsWith(known.AsSpan(), StringComparison.Ordinal))
                    mark = known;
            }

            if (mark is null || item.Slice(mark.Length).IndexOf(mark.AsSpan()) is not (> 0 and var length))
                return false;
            value = item.Slice(mark.Length, length);
            rest = item.Slice(length + mark.Length * 2);
        }

        // Code in bold, such as **`Wide`**. The colon can be inside of the emphasis.
        value = value[0] == '`' && value.Length > 2 && value[value.Length - 1] == '`' ? value.Slice(1, value.Length - 2) : item[0] == '`' ? value : value.TrimEnd(":：".AsSpan());
        if (!rest.IsEmpty && !Characters.IsBlank(rest[0]) && rest[0] is not (':' or '：'))
            return false;
        rest = rest.TrimStart(" :：-–—".AsSpan());
        return !CellText.Trim(value).IsEmpty;
    }

    /// <summary>
    /// Returns the position of the first colon before a blank or the end, or of a dash between a name and a description, that is neither escaped nor
    /// code; -1 if there is none.
    /// </summary>
    private static int EndOfValue(ReadOnlySpan<char> item)
    {
        for (int i = 0; i < item.Length; i++)
        {
            if (item[i] == '\\')
                i++;
            else if (item[i] == '`' && item.Slice(i + 1).IndexOf('`') is var code and >= 0)
                i += code + 1;
            else if (item[i] == ':' && i > 0 && (i + 1 == item.Length || item[i + 1] == ' '))
                return i;
            else if (item[i] is '-' or '–' or '—' && i > 1 && i + 1 < item.Length && item[i - 1] == ' ' && item[i + 1] == ' ' && Characters.IsName(item.Slice(0, i - 1)))
                return i;
        }

        return -1;
    }

    /// <summary>Returns the start of a remark after a name: <c>Wide (default)</c>; -1 if there is none.</summary>
    private static int RemarkAt(ReadOnlySpan<char> value)
    {
        value = value.TrimEnd();
        int open = value.IndexOf(" (".AsSpan());
        return open > 0 && value[value.Length - 1] == ')' && Characters.IsName(value.Slice(0, open)) ? open + 1 : -1;
    }
}
