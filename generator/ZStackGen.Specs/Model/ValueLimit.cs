using System;
using System.Globalization;

namespace ZStackGen.Specs.Model;

/// <summary>
/// Reads a limit in a cell of allowed values: <c>1..65535</c> for an integer, <c>length 1..255</c> for a text, <c>not empty</c> for a list, map or
/// text. A bound can be omitted.
/// </summary>
public static class ValueLimit
{
    private const string LengthWord = "length ";
    private const string NotEmptyWords = "not empty";

    /// <summary>Determines whether a text is a limit of any type, so that it is not one of the allowed values.</summary>
    public static bool IsLimit(string text) => IsNotEmpty(text) || LengthOf(text) is { Length: > 0 } || IsRange(text.AsSpan());

    /// <summary>Determines whether a text is <c>not empty</c>.</summary>
    public static bool IsNotEmpty(string text) => string.Equals(text, NotEmptyWords, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the bounds of an integer.</summary>
    /// <returns><see langword="false"/> if the text has no bounds, or the lower bound is above the upper bound.</returns>
    public static bool TryRange(string text, out long minimum, out long maximum) => TryBounds(text.AsSpan(), out minimum, out maximum);

    /// <summary>Reads the bounds of the length of a text, also with a hyphen: <c>length 1-255</c>.</summary>
    /// <returns><see langword="false"/> if the text has no bounds, or they are not possible.</returns>
    public static bool TryLength(string text, out long minimum, out long maximum)
    {
        (minimum, maximum) = (0, 0);
        if (LengthOf(text) is not { } bounds)
            return false;
        int hyphen = bounds.IndexOfAny(['-', '~'], 1);
        if (hyphen > 0 && bounds.IndexOf("..", StringComparison.Ordinal) < 0)
            bounds = bounds.Substring(0, hyphen) + ".." + bounds.Substring(hyphen + 1);
        if (!TryBounds(bounds.AsSpan(), out minimum, out maximum) || maximum < 0)
            return false;
        minimum = Math.Max(0, minimum);
        return true;
    }

    private static string? LengthOf(string text) => text.StartsWith(LengthWord, StringComparison.OrdinalIgnoreCase) && text.Length > LengthWord.Length
        && (text[LengthWord.Length] is '.' || char.IsDigit(text[LengthWord.Length])) ? text.Substring(LengthWord.Length).Trim() : null;

    /// <summary>Determines whether a text has the form of a range, whether or not its bounds are possible.</summary>
    private static bool IsRange(ReadOnlySpan<char> text)
    {
        int dots = text.IndexOf("..".AsSpan());
        return dots >= 0 && text.Length > 2 && IsBound(text.Slice(0, dots)) && IsBound(text.Slice(dots + 2));
    }

    private static bool IsBound(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length > 1 && text[0] is '-' or '+')
            text = text.Slice(1);
        foreach (char c in text)
        {
            if (c is not (>= '0' and <= '9' or '.'))
                return false;
        }

        return true;
    }

    private static bool TryBounds(ReadOnlySpan<char> text, out long minimum, out long maximum)
    {
        (minimum, maximum) = (long.MinValue, long.MaxValue);
        int dots = text.IndexOf("..".AsSpan());
        return dots >= 0 && text.Length > 2 && TryBound(text.Slice(0, dots), ref minimum) && TryBound(text.Slice(dots + 2), ref maximum) && minimum <= maximum;
    }

    private static bool TryBound(ReadOnlySpan<char> text, ref long bound)
    {
        text = text.Trim();
        return text.IsEmpty || long.TryParse(text.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out bound);
    }
}
