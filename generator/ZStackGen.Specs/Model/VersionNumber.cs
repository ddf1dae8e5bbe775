using System;

namespace ZStackGen.Specs.Model;

/// <summary>Compares versions numerically, part by part: <c>3.10</c> follows <c>3.9</c>, and <c>3.1</c> equals <c>3.1.0</c> (PROTOCOL.md §8).</summary>
public static class VersionNumber
{
    /// <summary>Whether <paramref name="text"/> is numbers with dots between them.</summary>
    public static bool IsValid(string? text) => text is not null && IsValid(text.AsSpan());

    /// <summary>Whether <paramref name="text"/> is numbers with dots between them.</summary>
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > 32)
            return false;
        bool digit = false;
        foreach (char c in text)
        {
            if (c is >= '0' and <= '9')
                digit = true;
            else if (c == '.' && digit)
                digit = false;
            else
                return false;
        }

        return digit;
    }

    /// <summary>Compares two valid versions. A part that is missing counts as 0.</summary>
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
