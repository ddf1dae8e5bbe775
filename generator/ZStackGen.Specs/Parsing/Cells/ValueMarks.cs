using System;
using System.Collections.Generic;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Cells;

/// <summary>Removes the marks around allowed values: brackets around a list, bullets, numbers, and the remark that a value is the default.</summary>
internal static class ValueMarks
{
    private static readonly string[] s_defaults = ["默认", "默认值", "缺省", "缺省值", "default", "default value", "the default"];

    /// <summary>The words that open a remark about the version or the use of a value.</summary>
    private static readonly string[] s_remarks = ["since ", "from ", "added in ", "deprecated", "removed", "obsolete", "new", "beta", "experimental", "recommended", "自", "新增", "已废弃", "废弃", "推荐"];

    /// <summary>Removes brackets around a list: <c>{TCP, UDP}</c>, <c>[TCP, UDP]</c>, <c>enum(TCP, UDP)</c>.</summary>
    public static ReadOnlySpan<char> WithoutBrackets(ReadOnlySpan<char> text)
    {
        text = CellText.Trim(text);
        int open = text.StartsWith("enum".AsSpan(), StringComparison.OrdinalIgnoreCase) && text.Length > 5 && text[4] is '(' or '{' or '[' ? 4 : 0;
        if (text.Length < open + 3 || "({[".IndexOf(text[open]) is not (>= 0 and var kind) || text[text.Length - 1] != ")}]"[kind])
            return text;
        ReadOnlySpan<char> inner = text.Slice(open + 1, text.Length - open - 2);
        return inner.IndexOfAny(text[open], text[text.Length - 1]) >= 0 ? text : CellText.Trim(inner);
    }

    /// <summary>Removes a bullet or a number before a value: <c>- TCP</c>, <c>1. TCP</c>.</summary>
    public static ReadOnlySpan<char> WithoutBullet(ReadOnlySpan<char> value)
    {
        value = CellText.Trim(value);
        if (HasBullet(value))
            return CellText.Trim(value.Slice(2));
        int digits = 0;
        while (digits < value.Length && Characters.IsAsciiDigit(value[digits]))
            digits++;
        return digits is > 0 and < 3 && digits + 1 < value.Length && value[digits] is '.' or ')' or '、' && Characters.IsBlank(value[digits + 1])
            ? CellText.Trim(value.Slice(digits + 2))
            : value;
    }

    /// <summary>
    /// Determines whether a text of several words has only the characters of values, perhaps with quotation marks. Other characters belong to a remark
    /// or a footnote, so that the words are not certain: <c>TCP UDP (new)</c>.
    /// </summary>
    public static bool AreWords(ReadOnlySpan<char> text)
    {
        if (text.IndexOf(' ') < 0)
            return true;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (!Characters.IsNamePart(c) && !Characters.IsBlank(c) && !Characters.IsChinese(c) && c is not ('-' or '.' or '+' or ':' or '/' or '"' or '\'' or '`' or '*' or '#' or ')'))
                return false;
        }

        return true;
    }

    /// <summary>Determines whether a text starts with a bullet: <c>- TCP</c>.</summary>
    public static bool HasBullet(ReadOnlySpan<char> value) => value.Length > 2 && value[0] is '-' or '*' or '•' or '·' && value[1] == ' ';

    /// <summary>Removes a remark about the default value, the version or the use of a value: <c>TCP (default)</c>, <c>UDP (since 4.7.0)</c>.</summary>
    public static ReadOnlySpan<char> WithoutDefault(ReadOnlySpan<char> value)
    {
        ReadOnlySpan<char> text = CellText.Trim(value);
        if (text.Length < 3 || text[text.Length - 1] is not (')' or '）'))
            return value;
        int open = text.LastIndexOfAny('(', '（');
        if (open <= 0)
            return value;
        string word = CellText.Trim(text.Slice(open + 1, text.Length - open - 2)).ToString();
        bool isRemark = Array.Exists(s_defaults, known => known.Equals(word, StringComparison.OrdinalIgnoreCase))
            || Array.Exists(s_remarks, known => word.StartsWith(known, StringComparison.OrdinalIgnoreCase) && (known.Length == word.Length || !Characters.IsNamePart(known[known.Length - 1]) || !Characters.IsNamePart(word[known.Length])));
        return isRemark ? CellText.Trim(text.Slice(0, open)) : value;
    }

    /// <summary>Removes the mark of a footnote behind a value: <c>TCP[^1]</c>.</summary>
    public static ReadOnlySpan<char> WithoutFootnote(ReadOnlySpan<char> value)
    {
        ReadOnlySpan<char> text = CellText.Trim(value);
        int mark = text.Length > 4 && text[text.Length - 1] == ']' ? text.LastIndexOf("[^".AsSpan()) : -1;
        return mark > 0 ? CellText.Trim(text.Slice(0, mark)) : value;
    }

    /// <summary>Removes the remarks after values, if each value has a remark: <c>A: on, B: off</c>.</summary>
    public static void RemoveRemarks(List<string> values)
    {
        if (!values.TrueForAll(static value => RemarkAt(value) > 0))
            return;
        for (int i = 0; i < values.Count; i++)
            values[i] = values[i].Substring(0, RemarkAt(values[i])).TrimEnd();
    }

    /// <summary>Returns the start of the remark after a name: at a colon or an arrow; -1 if there is none.</summary>
    private static int RemarkAt(string value)
    {
        int at = value.IndexOfAny([':', '：', '=']);
        if (at <= 0 || at + 1 == value.Length)
            return -1;
        ReadOnlySpan<char> name = value.AsSpan(0, at).TrimEnd();
        // After a number, the remark can follow directly: 0=off. But 1:1 is a value.
        return Characters.IsName(name) ? (value[at] == '：' || value[at + 1] is ' ' or '>' ? at : -1)
            : IsNumber(name) && !Characters.IsAsciiDigit(value[at + 1]) ? at : -1;
    }

    private static bool IsNumber(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (!Characters.IsAsciiDigit(c))
                return false;
        }

        return !text.IsEmpty;
    }

    public static bool IsDefault(ReadOnlySpan<char> text)
    {
        foreach (string word in s_defaults)
        {
            if (text.StartsWith(word.AsSpan(), StringComparison.OrdinalIgnoreCase) && text.Length > word.Length && text[word.Length] is ':' or '：' or '=')
                return true;
        }

        return false;
    }

    /// <summary>Removes the numbers of a list in one line: <c>1. TCP 2. UDP</c>.</summary>
    public static void RemoveNumbers(List<string> words)
    {
        int next = 1;
        for (int i = 0; i < words.Count; i += 2)
        {
            if (words[i] != $"{next}." && words[i] != $"{next})" && words[i] != $"{next}、")
                return;
            next++;
        }

        if (next > 2 && words.Count % 2 == 0)
            words.RemoveAll(static word => word.Length < 4 && Characters.IsAsciiDigit(word[0]) && word[word.Length - 1] is '.' or ')' or '、');
    }

    /// <summary>Splits a single value at a Chinese "and" or "or" between two names: <c>TCP或UDP</c>.</summary>
    public static void SplitPair(List<string> values)
    {
        if (values.Count != 1)
            return;
        string value = values[0];
        int at = value.IndexOfAny(['或', '和']);
        if (at <= 0 || !Characters.IsName(value.AsSpan(0, at)) || !Characters.IsName(value.AsSpan(at + 1)))
            return;
        values[0] = value.Substring(0, at);
        values.Add(value.Substring(at + 1));
    }
}
