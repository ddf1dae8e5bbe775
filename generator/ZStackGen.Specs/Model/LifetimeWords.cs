using System;
using System.Collections.Generic;

namespace ZStackGen.Specs.Model;

/// <summary>Specifies the meaning of a word that ends the life of an element.</summary>
internal enum LifetimeWord
{
    Deprecated,
    Removed,
}

/// <summary>The words of sentences that state a deprecation or a removal, and the words that can precede them in such a sentence.</summary>
internal static class LifetimeWords
{
    /// <summary>The words and their meanings. A state of a resource can have the same name, so the sentence around a word decides.</summary>
    public static readonly (string Text, LifetimeWord Word)[] All =
    [
        ("deprecated", LifetimeWord.Deprecated), ("obsolete", LifetimeWord.Deprecated), ("废弃", LifetimeWord.Deprecated), ("弃用", LifetimeWord.Deprecated), ("已过时", LifetimeWord.Deprecated),
        ("removed", LifetimeWord.Removed), ("no longer supported", LifetimeWord.Removed), ("no longer available", LifetimeWord.Removed),
        ("移除", LifetimeWord.Removed), ("下线", LifetimeWord.Removed), ("不再支持", LifetimeWord.Removed),
    ];

    /// <summary>The nouns behind "this" that name the described element.</summary>
    private static readonly HashSet<string> s_elements = new(StringComparer.OrdinalIgnoreCase)
    {
        "api", "action", "call", "command", "method", "endpoint", "interface", "operation", "request", "parameter", "field", "option", "attribute", "property", "type", "structure", "argument", "member",
    };

    private static readonly HashSet<string> s_verbs = new(StringComparer.OrdinalIgnoreCase)
    {
        "is", "was", "is now", "was already", "is already", "has been", "has now been", "will be",
    };

    /// <summary>The words of a warning or of a property before the sentence: <c>[!WARNING]</c>, <c>Status:</c>.</summary>
    private static readonly HashSet<string> s_labels = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "warning", "caution", "danger", "important", "note", "attention", "info", "notice", "status", "api status", "state", "lifecycle", "now", "already", "admonition", "hint", "tip",
    };

    /// <summary>The parts of a Chinese sentence before the word, such as 该接口自 4.0.0 版本起已.</summary>
    private static readonly string[] s_chinese =
    [
        "该", "此", "本", "接口", "参数", "字段", "属性", "类型", "选项", "API", "注意", "警告", "状态", "自", "从", "在", "于", "版本", "起", "开始", "之后", "后", "中", "已经", "已被", "已", "被", "将", "即将", "将被", "：", "，", ":", ",", "V", "v",
    ];

    /// <summary>Determines whether a description can contain a word. Called for every row, so that one loop compares the rarest letters of the words.</summary>
    public static bool MayOccur(string text)
    {
        for (int i = 0; i + 1 < text.Length; i++)
        {
            char c = text[i];
            char next = text[i + 1];
            bool may = c < '\u0080'
                ? (c | 0x20) switch
                {
                    'p' => (next | 0x20) == 'r' && i > 0 && (text[i - 1] | 0x20) == 'e',
                    'v' => (next | 0x20) == 'e' && i > 0 && (text[i - 1] | 0x20) == 'o',
                    'b' => (next | 0x20) == 's',
                    'g' => (next | 0x20) == 'e' && i > 0 && (text[i - 1] | 0x20) == 'n',
                    _ => false,
                }
                : c switch
                {
                    '废' => next == '弃',
                    '弃' => next == '用',
                    '移' => next == '除',
                    '下' => next == '线',
                    '过' => next == '时',
                    '不' => next == '再',
                    _ => false,
                };
            if (may)
                return true;
        }

        return false;
    }

    /// <summary>Determines whether the text between the start of a sentence and the word is a label, or a subject that is the described element.</summary>
    public static bool CanOpen(ReadOnlySpan<char> text)
    {
        string words = Words(text);
        if (s_labels.Contains(words))
            return true;
        int end = words.IndexOf(' ');
        if (end < 0)
            return false;
        string subject = words.Substring(0, end), rest = words.Substring(end + 1);
        if (subject.Equals("it", StringComparison.OrdinalIgnoreCase))
            return s_verbs.Contains(rest);
        if (!subject.Equals("this", StringComparison.OrdinalIgnoreCase))
            return false;
        int noun = rest.IndexOf(' ');
        return s_verbs.Contains(rest) || (noun > 0 && s_elements.Contains(rest.Substring(0, noun)) && s_verbs.Contains(rest.Substring(noun + 1)));
    }

    /// <summary>Determines whether the Chinese text before the word consists of fillers and a version.</summary>
    public static bool CanOpenChinese(ReadOnlySpan<char> text, out string? version, out bool isStrong)
    {
        (version, isStrong) = (null, false);
        while (!(text = text.TrimStart("*_~>[](（【⚠\ufe0f \u00a0\"".AsSpan())).IsEmpty)
        {
            int length = 0;
            if (version is null && LifetimeSentences.VersionLength(text) is var digits and > 0)
            {
                length = digits;
                version = text.Slice(0, digits).ToString();
            }

            for (int i = 0; i < s_chinese.Length && length == 0; i++)
            {
                if (text.StartsWith(s_chinese[i].AsSpan(), StringComparison.Ordinal))
                    length = s_chinese[i].Length;
            }

            if (length == 0)
                return false;
            isStrong |= text[0] is '该' or '此' or '本' or '已';
            text = text.Slice(length);
        }

        return true;
    }

    /// <summary>Returns the words of a text, separated by one blank, without other characters.</summary>
    private static string Words(ReadOnlySpan<char> text)
    {
        var words = new System.Text.StringBuilder(text.Length);
        bool isBehind = false;
        foreach (char c in text)
        {
            if (!char.IsLetterOrDigit(c))
            {
                isBehind = true;
                continue;
            }

            if (isBehind && words.Length > 0)
                words.Append(' ');
            isBehind = false;
            words.Append(c);
        }

        return words.ToString();
    }
}
