using System;
using ZStackGen.Specs.Parsing.Cells;
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
    ];

    private static readonly string[] s_yes = ["yes", "true", "required", "y", "是"];

    private static readonly string[] s_no = ["no", "false", "none", "not required", "n", "否"];

    /// <summary>Returns the marker of a property: <c>Asynchronous: yes</c>, <c>Session required: no</c>.</summary>
    public static OwnFormatMarker Marker(ReadOnlySpan<char> line)
    {
        int colon = line.IndexOfAny(':', '：');
        if (colon < 0)
            return OwnFormatMarker.None;
        foreach ((string text, OwnFormatMarker yes, OwnFormatMarker no) in s_properties)
        {
            if (!CellText.Trim(line.Slice(0, colon)).Equals(text.AsSpan(), StringComparison.OrdinalIgnoreCase))
                continue;
            string value = CellText.Trim(line.Slice(colon + 1)).ToString();
            return Contains(s_yes, value) ? yes : Contains(s_no, value) ? no : OwnFormatMarker.None;
        }

        return OwnFormatMarker.None;
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
