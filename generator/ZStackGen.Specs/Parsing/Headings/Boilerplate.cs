using System;

namespace ZStackGen.Specs.Parsing.Headings;

/// <summary>Recognizes lines of web sites and templates that do not describe the API.</summary>
internal static class Boilerplate
{
    private static readonly string[] s_begins = ["在这里填写API描述", "Skip to main content", "跳转到主要内容", "Note:", "说明:", "说明："];

    private static readonly string[] s_whole =
    [
        "ZStack Logo", "Home", "首页", "Search", "搜索", "Menu", "目录",
        "请求：", "请求:", "请求URL：", "请求地址：", "接口地址：", "Request:", "URL:", "Endpoint:",
    ];

    private static readonly string[] s_subjects = ["接口", "API", "SDK", "手册", "文档", "manual", "documentation", "reference", "guide"];

    private static readonly string[] s_audience = ["开发者", "开发人员", "规范", "规则", "调用方式", "使用方式", "使用方法", "使用说明", "developer", "how to use", "how to call", "specification", "conventions"];

    /// <summary>
    /// Determines whether a line below a title belongs to the web site: it describes the audience of the documentation or how to call interfaces, and
    /// has no word in common with the title.
    /// </summary>
    public static bool IsSite(string line, string? title) =>
        ContainsAny(line, s_subjects) && ContainsAny(line, s_audience) && !SharesWord(line, title);

    private static bool ContainsAny(string line, string[] words)
    {
        foreach (string word in words)
        {
            if (line.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        }

        return false;
    }

    private static bool SharesWord(string line, string? title)
    {
        // In Chinese, two adjacent characters are a word. In English, four letters are sufficient.
        int length = title is { Length: > 0 } && Text.Characters.IsChinese(title[0]) ? 2 : 4;
        for (int i = 0; title is not null && i + length <= title.Length; i++)
        {
            if (line.IndexOf(title.Substring(i, length), StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        }

        return false;
    }

    /// <summary>Determines whether a line before the request line is boilerplate and not part of the description.</summary>
    public static bool IsDescription(ReadOnlySpan<char> line)
    {
        foreach (string begin in s_begins)
        {
            if (line.StartsWith(begin.AsSpan(), StringComparison.OrdinalIgnoreCase))
                return true;
        }

        foreach (string whole in s_whole)
        {
            if (line.Equals(whole.AsSpan(), StringComparison.OrdinalIgnoreCase))
                return true;
        }

        // A breadcrumb, such as "ZStack Cloud 4.8.10>手册>…".
        return line.IndexOf('>') is var first and > 0 && line.Slice(first + 1).IndexOf('>') >= 0 && line.IndexOf('。') < 0;
    }
}
