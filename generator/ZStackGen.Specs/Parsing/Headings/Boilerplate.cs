using System;

namespace ZStackGen.Specs.Parsing.Headings;

/// <summary>Lines that sites and templates put on a page and that say nothing about the API.</summary>
internal static class Boilerplate
{
    private static readonly string[] s_begins = ["在这里填写API描述", "Skip to main content", "跳转到主要内容", "Note:", "说明:", "说明："];

    private static readonly string[] s_whole = ["ZStack Logo", "Home", "首页", "Search", "搜索", "Menu", "目录"];

    /// <summary>Whether a line before the request line is none of the description.</summary>
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

        // A breadcrumb: "ZStack Cloud 4.8.10>手册>…".
        return line.IndexOf('>') is var first and > 0 && line.Slice(first + 1).IndexOf('>') >= 0 && line.IndexOf('。') < 0;
    }
}
