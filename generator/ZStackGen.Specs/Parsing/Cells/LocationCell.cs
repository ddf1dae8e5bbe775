using System;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Cells;

/// <summary>
/// A location cell: <c>url</c>, <c>query</c>, <c>body</c>, <c>body(包含在`params`结构中)</c>, <c>body (contained in the params structure)</c>,
/// <c>body (included in params structure)</c>, <c>body: startVmInstance</c>.
/// </summary>
internal static class LocationCell
{
    private static readonly string[] s_before = ["包含在", "contained in", "included in", "inside", "within", "in"];

    /// <summary>Reads the cell; <paramref name="wrapper"/> is what it names, <see langword="null"/> when it names none.</summary>
    public static StatedLocation Read(ReadOnlySpan<char> cell, out string? wrapper)
    {
        wrapper = null;
        cell = CellText.Trim(cell);
        if (cell.IsEmpty)
            return StatedLocation.Unstated;
        int length = WordLength(cell, out StatedLocation location);
        if (location == StatedLocation.Unknown || length == cell.Length)
            return location;
        ReadOnlySpan<char> rest = CellText.Trim(cell.Slice(length));
        if (rest[0] is ':' or '：')
        {
            wrapper = Unquoted(CellText.Trim(rest.Slice(1)));
            return location;
        }

        if (rest[0] is not ('(' or '（') || rest[rest.Length - 1] is not (')' or '）'))
            return rest[0] is '(' or '（' ? location : StatedLocation.Unknown;
        rest = CellText.Trim(rest.Slice(1, rest.Length - 2));
        foreach (string before in s_before)
        {
            if (!rest.StartsWith(before.AsSpan(), StringComparison.OrdinalIgnoreCase))
                continue;
            rest = CellText.Trim(rest.Slice(before.Length));
            if (rest.StartsWith("the ".AsSpan(), StringComparison.OrdinalIgnoreCase))
                rest = CellText.Trim(rest.Slice(4));
            int end = 0;
            if (rest.Length > 1 && rest[0] is '`' or '"' or '\'')
            {
                end = rest.Slice(1).IndexOf(rest[0]);
                wrapper = end < 0 ? null : rest.Slice(1, end).ToString();
                return location;
            }

            while (end < rest.Length && Characters.IsNamePart(rest[end]))
                end++;
            if (end > 0)
                wrapper = rest.Slice(0, end).ToString();
            break;
        }

        return location;
    }

    /// <summary>The length of the location word at the begin of <paramref name="text"/>.</summary>
    public static int WordLength(ReadOnlySpan<char> text, out StatedLocation location)
    {
        int length = 0;
        while (length < text.Length && Characters.IsAsciiLetter(text[length]))
            length++;
        ReadOnlySpan<char> word = text.Slice(0, length);
        location = Is(word, "body") ? StatedLocation.Body
            : Is(word, "query") ? StatedLocation.Query
            : Is(word, "url") || Is(word, "path") || Is(word, "uri") ? StatedLocation.Path
            : Is(word, "header") || Is(word, "headers") ? StatedLocation.Header
            : StatedLocation.Unknown;
        return length;
    }

    private static bool Is(ReadOnlySpan<char> word, string known) => word.Equals(known.AsSpan(), StringComparison.OrdinalIgnoreCase);

    private static string Unquoted(ReadOnlySpan<char> text) =>
        text.Length >= 2 && text[0] is '"' or '`' or '\'' && text[text.Length - 1] == text[0] ? text.Slice(1, text.Length - 2).ToString() : CellText.Plain(text);
}
