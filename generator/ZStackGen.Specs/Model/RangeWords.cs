using System;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace ZStackGen.Specs.Model;

/// <summary>
/// Reads the range of a number in other notations than the page format's <c>1..10</c>: <c>1-10</c>, <c>1~10</c>, <c>[1,10]</c>, <c>(0,100]</c>,
/// <c>0 to 100</c>, <c>1到10</c>, <c>&gt;= 1</c>, also with a remark about the default.
/// </summary>
internal static class RangeWords
{
    private const int Longest = 64;

    private static readonly string[] s_openings = ["between ", "from ", "range", "value range", "取值范围", "范围", "介于", "从"];

    private static readonly string[] s_separators = ["...", "..", "-", "–", "—", "−", "~", "～", "to ", "through ", "and ", "至", "到"];

    private static readonly string[] s_lengthOpenings = ["length of", "length", "max length", "maximum length", "min length", "minimum length", "最大长度", "最小长度", "长度范围", "长度为", "长度", "最长", "最多", "不超过", "至少"];

    private static readonly string[] s_lengthEndings = ["characters long", "characters in length", "characters", "character", "chars", "个字符以内", "个字符", "字符以内", "字符", "个字", "字以内"];

    private static readonly string[] s_minimums = ["min", "最小", "至少"];

    private static readonly string[] s_defaults = ["default", "默认", "缺省"];

    private static readonly (string Sign, bool IsMinimum, int Shift)[] s_signs =
    [
        (">=", true, 0), ("≥", true, 0), ("大于等于", true, 0), ("不小于", true, 0), ("at least ", true, 0), ("min ", true, 0), ("minimum ", true, 0),
        ("<=", false, 0), ("≤", false, 0), ("小于等于", false, 0), ("不大于", false, 0), ("at most ", false, 0), ("max ", false, 0), ("maximum ", false, 0), ("up to ", false, 0),
        (">", true, 1), ("大于", true, 1), ("<", false, -1), ("小于", false, -1),
    ];

    /// <summary>Returns the range of the text in the page format; <see langword="null"/> if the whole text is not a range.</summary>
    public static string? Read(string text)
    {
        if (text.Length is < 2 or > Longest)
            return null;
        ReadOnlySpan<char> rest = WithoutDefault(Narrow(text).AsSpan().Trim("*` ".AsSpan())).TrimEnd(".。".AsSpan()).Trim();
        foreach (string opening in s_openings)
        {
            if (rest.StartsWith(opening.AsSpan(), StringComparison.OrdinalIgnoreCase))
            {
                rest = rest.Slice(opening.Length).TrimStart(": ：".AsSpan());
                break;
            }
        }

        return Brackets(rest) ?? Sign(rest) ?? Pair(rest);
    }

    /// <summary>
    /// Returns the length of a text in the page format: <c>1-255 characters</c>, <c>max length: 64</c>, <c>长度 1~255</c>;
    /// <see langword="null"/> if the text does not state a length.
    /// </summary>
    public static string? ReadLength(string text)
    {
        if (text.Length is < 2 or > Longest)
            return null;
        string words = Narrow(text).Trim().TrimEnd('.', '。');
        string? opening = Array.Find(s_lengthOpenings, word => words.StartsWith(word, StringComparison.OrdinalIgnoreCase));
        string? ending = Array.Find(s_lengthEndings, word => words.EndsWith(word, StringComparison.OrdinalIgnoreCase));
        int start = opening?.Length ?? 0, end = words.Length - (ending?.Length ?? 0);
        if (start + words.Length - end == 0 || start >= end)
            return null;
        string bounds = words.Substring(start, end - start).Trim(' ', ':', '：', '=');
        string? range = Read(bounds);
        if (range is null && Number(bounds.AsSpan(), 0) is { } number)
        {
            // A number alone is a bound only after words that say so: "4 characters" can be the exact length.
            range = opening is null ? number + ".." + number
                : Array.Exists(s_minimums, word => opening.StartsWith(word, StringComparison.OrdinalIgnoreCase)) ? number + ".."
                : opening.StartsWith("length", StringComparison.OrdinalIgnoreCase) || opening.StartsWith("长度", StringComparison.Ordinal) ? number + ".." + number : ".." + number;
        }

        return range is null || range.IndexOf('-') >= 0 ? null : "length " + range;
    }

    /// <summary>
    /// Returns the text without the commas between groups of three digits: <c>1,000..65,535</c>; <see langword="null"/> if it has none. Only a group that
    /// starts with a zero is certain, because 100,200 can be two values.
    /// </summary>
    public static string? WithoutGroups(ReadOnlySpan<char> text)
    {
        bool isCertain = false;
        var digits = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == ',' && i > 0 && IsDigit(text[i - 1]) && i + 3 < text.Length && IsDigit(text[i + 1]) && IsDigit(text[i + 2]) && IsDigit(text[i + 3]) && (i + 4 == text.Length || !IsDigit(text[i + 4])))
                isCertain |= text[i + 1] == '0';
            else
                digits.Append(text[i]);
        }

        return isCertain ? digits.ToString() : null;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    /// <summary>Determines whether a remark about the default follows a range.</summary>
    public static bool HasDefault(string text) => WithoutDefault(text.AsSpan()).Length < text.Length;

    /// <summary>Replaces full-width digits and marks.</summary>
    private static string Narrow(string text)
    {
        var narrow = new StringBuilder(text);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is >= '\uff01' and <= '\uff5e')
                narrow[i] = (char)(text[i] - 0xfee0);
        }

        return narrow.ToString();
    }

    /// <summary>Removes the remark <c>(default 5)</c> or <c>, default 5</c> after a range.</summary>
    private static ReadOnlySpan<char> WithoutDefault(ReadOnlySpan<char> text)
    {
        for (int i = 1; i < text.Length; i++)
        {
            if (text[i] is not (',' or '，' or ';' or '；' or '(' or '（'))
                continue;
            ReadOnlySpan<char> remark = text.Slice(i + 1).TrimStart();
            foreach (string word in s_defaults)
            {
                if (remark.StartsWith(word.AsSpan(), StringComparison.OrdinalIgnoreCase))
                    return text.Slice(0, i).TrimEnd();
            }
        }

        return text;
    }

    /// <summary>Reads an interval: a round bracket excludes its bound, and infinity or nothing means no bound.</summary>
    private static string? Brackets(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || text[0] is not ('[' or '(' or '（') || text[text.Length - 1] is not (']' or ')' or '）'))
            return null;
        ReadOnlySpan<char> inner = text.Slice(1, text.Length - 2);
        int comma = inner.IndexOfAny(',', '，');
        if (comma < 0)
            return Pair(inner.Trim());
        return Bound(inner.Slice(0, comma), text[0] == '[' ? 0 : 1) is { } minimum && Bound(inner.Slice(comma + 1), text[text.Length - 1] == ']' ? 0 : -1) is { } maximum
            ? Range(minimum, maximum)
            : null;
    }

    private static string? Sign(ReadOnlySpan<char> text)
    {
        foreach ((string sign, bool isMinimum, int shift) in s_signs)
        {
            if (!text.StartsWith(sign.AsSpan(), StringComparison.OrdinalIgnoreCase))
                continue;
            string? bound = Number(text.Slice(sign.Length), shift);
            return bound is null ? null : isMinimum ? Range(bound, "") : Range("", bound);
        }

        return null;
    }

    /// <summary>Reads two numbers with a word or a mark between them.</summary>
    private static string? Pair(ReadOnlySpan<char> text)
    {
        int end = NumberEnd(text);
        if (end == 0)
            return null;
        ReadOnlySpan<char> rest = text.Slice(end).TrimStart();
        foreach (string separator in s_separators)
        {
            if (rest.StartsWith(separator.AsSpan(), StringComparison.OrdinalIgnoreCase))
                return Number(text.Slice(0, end), 0) is { } minimum && Number(rest.Slice(separator.Length), 0) is { } maximum ? Range(minimum, maximum) : null;
        }

        return null;
    }

    private static string? Range(string minimum, string maximum) => minimum.Length + maximum.Length == 0 ? null : minimum + ".." + maximum;

    /// <summary>Returns a bound of an interval; the empty string if there is no bound, and <see langword="null"/> if the text is no number.</summary>
    private static string? Bound(ReadOnlySpan<char> text, int shift)
    {
        text = text.Trim();
        return text.IsEmpty || text.TrimStart("+-".AsSpan()) is "∞" ? "" : Number(text, shift);
    }

    private static string? Number(ReadOnlySpan<char> text, int shift)
    {
        text = text.Trim();
        if (text.IsEmpty || NumberEnd(text) != text.Length)
            return null;
        string number = text.TrimStart('+').ToString();
        // The bound of a fraction cannot be excluded. Such a limit is reported, because the type of the row cannot have limits.
        return shift == 0 || number.IndexOf('.') >= 0 ? number : (BigInteger.Parse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) + shift).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Returns the end of the number at the start of a text; 0 if there is none.</summary>
    private static int NumberEnd(ReadOnlySpan<char> text)
    {
        int at = text.Length > 1 && text[0] is '-' or '+' ? 1 : 0;
        int start = at;
        while (at < text.Length && (text[at] is >= '0' and <= '9' || (text[at] == '.' && at > start && at + 1 < text.Length && text[at + 1] is >= '0' and <= '9')))
            at++;
        return at == start ? 0 : at;
    }
}
