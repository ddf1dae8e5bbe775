using System;
using System.Collections.Generic;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Cells;

/// <summary>Determines whether a text is a value or a sentence.</summary>
internal static class ValueProse
{
    /// <summary>The maximum length of a value.</summary>
    private const int LongestValue = 80;

    /// <summary>Determines whether a text has several words, so that it can be a sentence.</summary>
    public static bool HasProse(ReadOnlySpan<char> text) => text.IndexOf(' ') >= 0 || IndexOfChinese(text) >= 0;

    /// <summary>Determines whether a text can be a value.</summary>
    public static bool IsValue(ReadOnlySpan<char> value)
    {
        if (value.Length is 0 or > LongestValue)
            return false;
        int blanks = 0;
        foreach (char c in value)
        {
            // A superscript is a footnote.
            if (c is '。' or '，' or '；' or '：' or '（' or '\n' or '¹' or '²' or '³' or (>= '\u2070' and <= '\u209f'))
                return false;
            blanks += c == ' ' ? 1 : 0;
        }

        // A value can be Chinese, but not a sentence. Few values contain blanks.
        return blanks <= 2 && !IsUnbalanced(value, '(', ')') && !IsUnbalanced(value, '[', ']') && !HasTag(value) && (IndexOfChinese(value) < 0 || value.Length <= 8) && !(blanks > 0 && IsProse(value.ToString().Split(' ')));
    }

    private static bool HasTag(ReadOnlySpan<char> value) =>
        value.IndexOf('<') is var at and >= 0 && at + 1 < value.Length && (value[at + 1] == '/' || Characters.IsAsciiLetter(value[at + 1]));

    /// <summary>Determines whether a bracket has no counterpart, because a remark or a footnote follows the value: <c>ESX (new</c>.</summary>
    private static bool IsUnbalanced(ReadOnlySpan<char> value, char open, char close) =>
        value.IndexOf(open) is var at && value.LastIndexOf(close) is var end && (at < 0) != (end < 0);

    /// <summary>Determines whether words are a sentence and not values.</summary>
    public static bool IsProse(IReadOnlyList<string> words)
    {
        int smalls = 0, common = 0;
        for (int i = 0; i < words.Count; i++)
        {
            string word = words[i];
            if (IndexOfChinese(word.AsSpan()) >= 0)
                return true;
            // The value A is no article.
            bool isLetter = word == "A" && !(i == 0 && words.Count > 1 && IsSmall(words[1].AsSpan()));
            common += !isLetter && ValueNotation.IsProse(word) ? 1 : 0;
            smalls += IsSmall(word.AsSpan()) ? 1 : 0;
        }

        // Two words can be values, such as "in out". Among more words, one common word makes a sentence.
        if (common > 0 && (words.Count > 2 || common < words.Count && !(IsSmall(words[0].AsSpan()) && IsSmall(words[1].AsSpan()))))
            return true;
        // "Resource name" starts like a sentence. The values of a list have the same capitalization.
        return smalls == words.Count - 1 && words[0].Length > 1 && Characters.IsUpper(words[0][0]) && IsSmall(words[0].AsSpan(1));
    }

    /// <summary>
    /// Determines whether a text consists of words in lower case, separated by blanks or a slash, so that it can be one value: <c>in use</c>,
    /// <c>text/html</c>.
    /// </summary>
    public static bool IsPhrase(string text)
    {
        bool isSmall = false;
        foreach (string word in text.Split(' ', '/'))
        {
            if (word is "or" or "and" or "true" or "false" or "yes" or "no" or "on" or "off" || (word.Length == 0 && text.IndexOf('/') >= 0))
                return false;
            isSmall |= word.Length > 0 && Characters.IsLower(word[0]);
        }

        return isSmall;
    }

    private static bool IsSmall(ReadOnlySpan<char> word)
    {
        foreach (char c in word)
        {
            if (!Characters.IsLower(c))
                return false;
        }

        return word.Length > 0;
    }

    /// <summary>Returns the position of the first Chinese character; -1 if there is none.</summary>
    public static int IndexOfChinese(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (Characters.IsChinese(text[i]))
                return i;
        }

        return -1;
    }
}
