using System;

namespace ZStackGen.Specs.Text;

/// <summary>
/// Replaces characters that look like a table's bar, such as the full-width <c>｜</c> and the box-drawing <c>│</c>, in rows.
/// One character replaces one character, so all offsets stay valid.
/// </summary>
internal static class LookalikeBars
{
    private static readonly char[] s_lookalikes = ['\uff5c', '\uffe8', '\u2502', '\u2503', '\u2223', '\u00a6'];

    /// <summary>Returns <paramref name="text"/> with bars instead of the characters that look like bars in rows.</summary>
    public static string Replace(string text)
    {
        if (text.AsSpan().IndexOfAny(s_lookalikes) < 0)
            return text;
        bool hasDelimiterRow = HasDelimiterRow(text);
        char[]? replaced = null;
        for (int start = 0; start < text.Length; start = EndOf(text, start) + 1)
        {
            ReadOnlySpan<char> line = text.AsSpan(start, EndOf(text, start) - start);
            if (!IsRow(line, hasDelimiterRow))
                continue;
            replaced ??= text.ToCharArray();
            for (int i = 0; i < line.Length; i++)
            {
                if (IsLookalike(line[i]))
                    replaced[start + i] = '|';
            }
        }

        return replaced is null ? text : new string(replaced);
    }

    // In a row with real bars, a similar character is text. A row without a bar at its start is certain only on a page with a delimiter row of
    // similar characters.
    private static bool IsRow(ReadOnlySpan<char> line, bool hasDelimiterRow)
    {
        int first = line.IndexOfAny(s_lookalikes);
        if (first < 0 || line.IndexOf('|') >= 0)
            return false;
        if (hasDelimiterRow)
            return line.TrimStart() is [not ('"' or '{'), ..]; // no example
        foreach (char before in line.Slice(0, first))
        {
            if (!Characters.IsBlank(before))
                return false;
        }

        return line.Slice(first + 1).IndexOfAny(s_lookalikes) >= 0;
    }

    private static bool HasDelimiterRow(string text)
    {
        for (int start = 0; start < text.Length; start = EndOf(text, start) + 1)
        {
            bool hasBar = false, hasDash = false, hasOther = false;
            foreach (char c in text.AsSpan(start, EndOf(text, start) - start))
            {
                hasBar |= IsLookalike(c);
                hasDash |= c == '-';
                hasOther |= c is not ('-' or ':') && !IsLookalike(c) && !Characters.IsBlank(c);
                if (hasOther)
                    break;
            }

            if (hasBar && hasDash && !hasOther)
                return true;
        }

        return false;
    }

    private static int EndOf(string text, int start) => text.IndexOf('\n', start) is var end and >= 0 ? end : text.Length;

    private static bool IsLookalike(char c) => c >= '\u00a6' && Array.IndexOf(s_lookalikes, c) >= 0;
}
