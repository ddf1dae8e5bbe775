using System;

namespace ZStackGen.Specs.Catalog;

/// <summary>Compares versions numerically. <c>3.1</c> equals <c>3.1.0</c>. See runtime/PROTOCOL.md §8.</summary>
public static class SinceVersion
{
    /// <summary>The default version of ZStack's documentation generator. It means "unknown or early".</summary>
    public const string Unknown = "0.6";

    /// <summary>The newest known release. A newer target version is valid, but its changes are unknown.</summary>
    public const string Newest = "5.3.0";

    private const int MostParts = 4;

    /// <summary>Determines whether <paramref name="text"/> consists of one to four numbers separated by dots, as the runtime's <c>ZStackVersion</c> reads them.</summary>
    public static bool IsValid(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return false;
        int parts = 0;
        for (int i = 0; i < text!.Length; i++)
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

        return text[text.Length - 1] != '.';
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

    /// <summary>Returns the earlier of two versions. A missing or invalid version is ignored if the other is valid.</summary>
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
