using System;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Cells;

/// <summary>Recognizes versions: digits and dots (<c>0.6</c>, <c>4.3.12</c>), rarely with the name of a product (<c>zsv 4.1.6</c>).</summary>
internal static class VersionText
{
    /// <summary>
    /// Determines whether <paramref name="text"/> is a version, optionally after the sign of a provenance (<c>&lt;= 1.9</c>, <c>~4.7.0</c>), the
    /// name of a product or a <c>v</c>.
    /// </summary>
    public static bool IsVersion(ReadOnlySpan<char> text)
    {
        StatedVersion.TakeSign(ref text);
        int blank = text.LastIndexOf(' ');
        if (blank > 0)
        {
            if (!IsProduct(text.Slice(0, blank)))
                return false;
            text = text.Slice(blank + 1);
        }

        if (text.Length > 1 && text[0] is 'v' or 'V')
            text = text.Slice(1);
        return IsPlain(text);
    }

    private static bool IsProduct(ReadOnlySpan<char> word)
    {
        foreach (string product in s_products)
        {
            if (word.Equals(product.AsSpan(), StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static readonly string[] s_products = ["zsv", "ZStack", "ZStack Cloud", "Cloud", "ZSphere", "AIOS"];

    /// <summary>Determines whether <paramref name="text"/> consists of digits separated by dots. Used to find a version in a shifted cell.</summary>
    public static bool IsPlain(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > 24)
            return false;
        bool digit = false, dot = false;
        foreach (char c in text)
        {
            if (c == '.')
            {
                if (!digit)
                    return false;
                (digit, dot) = (false, true);
            }
            else if (Characters.IsAsciiDigit(c))
            {
                digit = true;
            }
            else
            {
                return false;
            }
        }

        return digit && dot;
    }
}
