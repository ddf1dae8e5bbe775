using System;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Native;

/// <summary>Reads a heading that states the location of the parameters below it: <c>Path parameters</c>, <c>Request body</c>, <c>Body (paintDoor)</c>.</summary>
internal static class NativeLocation
{
    private const int Longest = 40;

    private static readonly string[] s_endings = ["parameters", "parameter", "params", "fields", "arguments", "variables", "string", "参数", "变量", "字段"];

    /// <summary>The words in brackets that are no wrapper.</summary>
    private static readonly string[] s_remarks = ["json", "application/json", "required", "form"];

    /// <summary>Returns the location; the default value if the heading states none.</summary>
    public static LocationText Of(string heading)
    {
        if (heading.Length is < 2 or > Longest)
            return default;
        int bracket = heading[heading.Length - 1] == ')' ? heading.LastIndexOf('(') : -1;
        LocationText location = LocationCell.Read(WithoutEndings(bracket > 0 ? heading.Substring(0, bracket) : heading).AsSpan());
        if (location is not { Location: StatedLocation.Path or StatedLocation.Query or StatedLocation.Body, Note: null })
            return default;
        if (bracket < 0)
            return location;
        string remark = heading.Substring(bracket + 1).TrimEnd(')').Trim();
        if (Array.Exists(s_remarks, word => word.Equals(remark, StringComparison.OrdinalIgnoreCase)))
            return location;
        return location is { Location: StatedLocation.Body, Wrapper: null } && Characters.IsName(remark.AsSpan()) && Characters.IsLower(remark[0]) ? location with { Wrapper = remark } : default;
    }

    private static string WithoutEndings(string words)
    {
        int length;
        do
        {
            words = words.TrimEnd();
            length = words.Length;
            foreach (string ending in s_endings)
            {
                if (words.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                    words = words.Substring(0, words.Length - ending.Length).TrimEnd();
            }
        }
        while (words.Length < length);

        return words;
    }

    /// <summary>Returns the location in a line above a table: <c>**Path parameters**</c>, <c>Body:</c>.</summary>
    public static LocationText OfLabel(ReadOnlySpan<char> line) =>
        line.Length is > 2 and < Longest && (line[0] is '*' or '_' || line[line.Length - 1] is ':' or '：') ? Of(CellText.Plain(line).TrimEnd(':', '：', ' ')) : default;
}
