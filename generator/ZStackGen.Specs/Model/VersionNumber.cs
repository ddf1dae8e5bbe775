using System;

namespace ZStackGen.Specs.Model;

/// <summary>Compares versions numerically, part by part: <c>3.10</c> follows <c>3.9</c>, and <c>3.1</c> equals <c>3.1.0</c> (PROTOCOL.md §8).</summary>
public static class VersionNumber
{
    private const int MostParts = 4;

    /// <summary>Determines whether <paramref name="text"/> consists of one to four numbers separated by dots, as the runtime's <c>ZStackVersion</c> reads them.</summary>
    public static bool IsValid(string? text) => text is not null && IsValid(text.AsSpan());

    /// <summary>Determines whether <paramref name="text"/> consists of one to four numbers separated by dots.</summary>
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[text.Length - 1] == '.')
            return false;
        int parts = 0;
        for (int i = 0; i < text.Length; i++)
        {
            long value = 0;
            int start = i;
            for (; i < text.Length && text[i] is >= '0' and <= '9'; i++)
            {
                value = (value * 10) + (text[i] - '0');
                if (value > int.MaxValue)
                    return false;
            }

            if (i == start || ++parts > MostParts || (i < text.Length && text[i] != '.'))
                return false;
        }

        return true;
    }

    /// <summary>Compares two valid versions. A missing part counts as 0.</summary>
    public static int Compare(string left, string right)
    {
        if (string.Equals(left, right, StringComparison.Ordinal))
            return 0;
        int l = 0;
        int r = 0;
        while (l < left.Length || r < right.Length)
        {
            int difference = NextPart(left, ref l).CompareTo(NextPart(right, ref r));
            if (difference != 0)
                return difference;
        }

        return 0;
    }

    private static ulong NextPart(string text, ref int position)
    {
        ulong value = 0;
        while (position < text.Length && text[position] != '.')
        {
            value = unchecked((value * 10) + (ulong)(text[position] - '0'));
            position++;
        }

        position++;
        return value;
    }
}
