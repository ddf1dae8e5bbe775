using System;
using System.Text.RegularExpressions;

namespace ZStackGen.Tool.Importing.Html;

/// <summary>Distinguishes text that was written in lines from text that was only wrapped.</summary>
internal static partial class LineText
{
    /// <summary>Gets whether the line breaks of a paragraph's source carry meaning, although a browser shows none.</summary>
    /// <param name="text">The paragraph.</param>
    /// <returns><see langword="true"/> if a line is a request line, a row of a table, a header, a bullet or code.</returns>
    public static bool IsByLines(string text)
    {
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            if (Technical().IsMatch(line.Trim()))
                return true;
        }

        return false;
    }

    [GeneratedRegex(@"^((GET|POST|PUT|DELETE)\s*/?\S|Authorization:|curl\s|[{}\[\]|•]|\|?\s*-{3,}\s*\|)|\|.*\||\|$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Technical();
}
