using System;

namespace ZStackGen.Specs.Text;

/// <summary>Classifies characters as blanks, parts of names or Chinese. Copied pages contain invisible characters.</summary>
internal static class Characters
{
    /// <summary>Determines whether a character is white space or one of the zero-width marks that browsers leave in copied text.</summary>
    public static bool IsBlank(char c) => c <= ' ' || (c >= '\u007f' && IsOtherBlank(c));

    // Chinese text consists of characters above the range of all blanks but one, and needs no table of the runtime.
    private static bool IsOtherBlank(char c) => c > '\u3000' ? c == '\ufeff' : char.IsWhiteSpace(c) || IsInvisible(c);

    /// <summary>
    /// Determines whether a character is a zero-width mark: byte order mark, zero-width space or joiner, direction mark, soft hyphen.
    /// </summary>
    public static bool IsInvisible(char c) =>
        c is '\ufeff' or (>= '\u200b' and <= '\u200f') or (>= '\u202a' and <= '\u202e') or '\u2060' or '\u00ad' or '\u007f';

    public static bool IsAsciiLetter(char c) => (uint)((c | 0x20) - 'a') <= 'z' - 'a';

    public static bool IsAsciiDigit(char c) => (uint)(c - '0') <= 9;

    public static bool IsUpper(char c) => (uint)(c - 'A') <= 'Z' - 'A';

    public static bool IsLower(char c) => (uint)(c - 'a') <= 'z' - 'a';

    /// <summary>Determines whether a character can be part of a name: ASCII letter, digit or underscore.</summary>
    public static bool IsNamePart(char c) => IsAsciiLetter(c) || IsAsciiDigit(c) || c == '_';

    /// <summary>Determines whether a character is Chinese or a full-width mark.</summary>
    public static bool IsChinese(char c) => c is (>= '\u2e80' and <= '\u9fff') or (>= '\uf900' and <= '\ufaff') or (>= '\uff01' and <= '\uff60');

    /// <summary>Determines whether <paramref name="text"/> is an identifier of ASCII letters, digits and underscores.</summary>
    public static bool IsName(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || IsAsciiDigit(text[0]))
            return false;
        foreach (char c in text)
        {
            if (!IsNamePart(c))
                return false;
        }

        return true;
    }

    /// <summary>
    /// Determines whether <paramref name="text"/> is a name such as <c>StartVmInstance</c>, with an initial capital and a lower-case letter.
    /// </summary>
    public static bool IsPascalName(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || !IsUpper(text[0]) || !IsName(text))
            return false;
        foreach (char c in text)
        {
            if (IsLower(c))
                return true;
        }

        return false;
    }
}
