using System;

namespace ZStackGen.Specs.Catalog;

/// <summary>Compares the versions that pages state (PROTOCOL.md §8): numerically, with <c>3.1</c> equal to <c>3.1.0</c>.</summary>
public static class SinceVersion
{
    /// <summary>The documentation generator's fallback; it means "unknown or early".</summary>
    public const string Unknown = "0.6";

    /// <summary>Whether <paramref name="text"/> is digits parted by dots.</summary>
    public static bool IsValid(string? text)
    {
        if (string.IsNullOrEmpty(text) || text!.Length > 32)
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

    /// <summary>Compares two valid versions; a part that is missing counts as 0.</summary>
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

    /// <summary>The earlier of two stated versions; one that is not stated or not a version gives way.</summary>
    public static string? Earliest(string? left, string? right)
    {
        if (!IsValid(left))
            return IsValid(right) ? right : left ?? right;
        return IsValid(right) && Compare(right!, left!) < 0 ? right : left;
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
