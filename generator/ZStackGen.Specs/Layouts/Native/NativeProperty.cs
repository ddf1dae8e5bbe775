using System;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Parsing.Tables;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Native;

/// <summary>Reads phrases in the form of a list of properties: <c>- Asynchronous: yes</c>, <c>- Session required: no</c>.</summary>
internal static class NativeProperty
{
    /// <summary>The maximum length of a line with phrases in marks.</summary>
    private const int Longest = 200;

    /// <summary>The phrases with a yes or no, as a list of properties states them. <see cref="OwnFormatMarker.None"/> is the default.</summary>
    private static readonly (string Text, OwnFormatMarker Yes, OwnFormatMarker No)[] s_properties =
    [
        ("Asynchronous", OwnFormatMarker.Asynchronous, OwnFormatMarker.Synchronous), ("Async", OwnFormatMarker.Asynchronous, OwnFormatMarker.Synchronous),
        ("Synchronous", OwnFormatMarker.Synchronous, OwnFormatMarker.Asynchronous), ("Session required", OwnFormatMarker.None, OwnFormatMarker.NoSession),
        ("Requires session", OwnFormatMarker.None, OwnFormatMarker.NoSession), ("Session", OwnFormatMarker.None, OwnFormatMarker.NoSession),
        ("No session required", OwnFormatMarker.NoSession, OwnFormatMarker.None), ("Query API", OwnFormatMarker.QueryApi, OwnFormatMarker.None),
        ("Authentication", OwnFormatMarker.None, OwnFormatMarker.NoSession), ("Authentication required", OwnFormatMarker.None, OwnFormatMarker.NoSession),
        ("Requires authentication", OwnFormatMarker.None, OwnFormatMarker.NoSession), ("Auth required", OwnFormatMarker.None, OwnFormatMarker.NoSession),
        ("异步", OwnFormatMarker.Asynchronous, OwnFormatMarker.Synchronous), ("是否异步", OwnFormatMarker.Asynchronous, OwnFormatMarker.Synchronous),
        ("需要会话", OwnFormatMarker.None, OwnFormatMarker.NoSession), ("需要登录", OwnFormatMarker.None, OwnFormatMarker.NoSession),
    ];

    /// <summary>The properties with the value synchronous or asynchronous: <c>Mode: asynchronous</c>.</summary>
    private static readonly string[] s_modes = ["Mode", "Execution", "Execution mode", "Call type", "API type", "Invocation", "调用方式", "执行方式", "接口类型"];

    /// <summary>The properties with a version, besides the headings of version columns: <c>Minimum version: 4.7.0</c>.</summary>
    private static readonly string[] s_versions = ["Minimum version", "Required version", "Available since", "Available from", "Supported since", "最低版本"];

    private static readonly string[] s_yes = ["yes", "true", "required", "y", "是", "✅", "✓", "✔"];

    private static readonly string[] s_no = ["no", "false", "none", "not required", "n", "否", "❌", "✗", "✘", "×", "不需要", "无需"];

    /// <summary>Returns the marker of a property: <c>Asynchronous: yes</c>, <c>Session required: no</c>.</summary>
    public static OwnFormatMarker Marker(ReadOnlySpan<char> line, out string version)
    {
        version = "";
        int colon = line.IndexOfAny(':', '：');
        if (colon < 0)
            return HasWords(line) ? Version(line, ref version) : OwnFormatMarker.None;
        string name = CellText.Trim(line.Slice(0, colon)).ToString();
        if (Contains(s_modes, name) && NativeWords.Marker(CellText.Trim(line.Slice(colon + 1)), out _) is var mode and (OwnFormatMarker.Asynchronous or OwnFormatMarker.Synchronous))
            return mode;
        if (Contains(s_versions, name) || HeaderWords.Exact(name.AsSpan()) == ColumnRole.Since)
            return Version(line.Slice(colon + 1), ref version);
        foreach ((string text, OwnFormatMarker yes, OwnFormatMarker no) in s_properties)
        {
            if (!name.Equals(text, StringComparison.OrdinalIgnoreCase))
                continue;
            string value = CellText.Trim(line.Slice(colon + 1)).TrimEnd('\ufe0f').ToString();
            return Contains(s_yes, value) ? yes : Contains(s_no, value) ? no : OwnFormatMarker.None;
        }

        return OwnFormatMarker.None;
    }

    /// <summary>Reads a line that consists of a version with the words of version cells: <c>4.7.0+</c>, <c>自 4.7.0 起</c>.</summary>
    private static OwnFormatMarker Version(ReadOnlySpan<char> text, ref string version)
    {
        text = CellText.Trim(text);
        // An escaped text is a description.
        if (text.IsEmpty || text.IndexOfAny('&', '\\') >= 0 || !VersionCell.IsVersion(text))
            return OwnFormatMarker.None;
        version = VersionCell.Read(text)!;
        return OwnFormatMarker.Since;
    }

    private static bool HasWords(ReadOnlySpan<char> line)
    {
        foreach (char c in line)
        {
            if (char.IsLetter(c))
                return true;
        }

        return false;
    }

    /// <summary>Returns a line without the marks of a list, quote or code around phrases: <c>- Since 4.7.0.</c>, <c>`Asynchronous.`</c></summary>
    public static TextRange WithoutMarks(PageText page, TextRange line)
    {
        ReadOnlySpan<char> text = page[line];
        if (text.Length is < 8 or > Longest)
            return line;
        int start = 0, end = text.Length;
        while (start + 1 < end && text[start] is '-' or '*' or '+' or '>' && Characters.IsBlank(text[start + 1]))
            start += 2;
        if (start > 0 && text.Slice(start).StartsWith("[x] ".AsSpan(), StringComparison.OrdinalIgnoreCase))
            start += 4;
        if (text[start] == '`' && text[end - 1] == '`' && text.Slice(start + 1).IndexOf('`') == end - start - 2)
            (start, end) = (start + 1, end - 1);
        return start == 0 ? line : page.Trim(new TextRange(line.Start + start, line.Start + end));
    }

    private static bool Contains(string[] words, string value) => Array.Exists(words, word => word.Equals(value, StringComparison.OrdinalIgnoreCase));
}
