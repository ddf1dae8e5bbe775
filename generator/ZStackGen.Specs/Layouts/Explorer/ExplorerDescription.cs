using System;
using System.Collections.Generic;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Explorer;

/// <summary>Reads the optional mark (often repeated) and the allowed values in the description of an explorer row.</summary>
internal static class ExplorerDescription
{
    private static readonly string[] s_optional = ["Optional.", "(Optional)", "(optional)", "（可选）", "(可选)", "可选。", "可选，"];

    private static readonly string[] s_options = ["Options:", "Options：", "可选值：", "可选值:"];

    /// <summary>Removes the mark and the values from <paramref name="text"/>.</summary>
    /// <returns>The remaining text; <see langword="null"/> if it is empty.</returns>
    public static string? Read(string text, out IReadOnlyList<string> values)
    {
        values = [];
        int start = 0;
        while (MarkAt(text, start) is var mark and > 0)
            start += mark;

        int end = text.Length;
        foreach (string label in s_options)
        {
            int at = text.LastIndexOf(label, StringComparison.Ordinal);
            if (at < start || ReadValues(text, at + label.Length) is not { } found)
                continue;
            (values, end) = (found, at);
            break;
        }

        while (end > start && Characters.IsBlank(text[end - 1]))
            end--;
        return end > start ? text.Substring(start, end - start) : null;
    }

    private static int MarkAt(string text, int start)
    {
        foreach (string mark in s_optional)
        {
            if (string.CompareOrdinal(text, start, mark, 0, mark.Length) != 0)
                continue;
            int end = start + mark.Length;
            while (end < text.Length && Characters.IsBlank(text[end]))
                end++;
            return end - start;
        }

        return 0;
    }

    /// <summary>Reads values separated by bars or commas up to the end of the description; <see langword="null"/> for any other text.</summary>
    private static List<string>? ReadValues(string text, int start)
    {
        var values = new List<string>();
        foreach (string part in text.Substring(start).Split('|', ',', '、', '，'))
        {
            string value = part.Trim(' ', '.', '。', '\n', '"', '\'');
            if (value.Length is 0 or > 64 || value.IndexOf(' ') >= 0 || value.IndexOf('\n') >= 0)
                return null;
            values.Add(value);
        }

        return values;
    }
}
