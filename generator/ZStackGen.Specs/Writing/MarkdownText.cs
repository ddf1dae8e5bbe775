using System;
using System.Globalization;
using System.Text;

namespace ZStackGen.Specs.Writing;

/// <summary>
/// Writes text so that it stays inside its cell or paragraph. The reader takes the raw Markdown source, with <c>&lt;br&gt;</c> as a line break
/// and without backslashes before ASCII punctuation. So code, emphasis and links in a description are written unchanged.
/// </summary>
internal static class MarkdownText
{
    private const int LongestEntity = 12;

    /// <summary>Appends <paramref name="text"/> as the content of a table cell.</summary>
    /// <param name="output">The output.</param>
    /// <param name="text">The text. Its lines are separated by <c>&lt;br&gt;</c>.</param>
    /// <param name="alsoEscape">Additional characters to escape with a backslash.</param>
    public static void AppendCell(StringBuilder output, string text, string alsoEscape = "")
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '`' && alsoEscape.IndexOf('`') < 0 && CodeSpanEnd(text, i) is var end and > 0)
            {
                output.Append(text, i, end - i);
                i = end - 1;
            }
            else if (c is '\n' or '\r')
            {
                output.Append("<br>");
                if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                    i++;
            }
            else
            {
                if (c is '\\' or '|' or '`' || (c == '<' && OpensTag(text, i)) || (c == '&' && OpensEntity(text, i)) || alsoEscape.IndexOf(c) >= 0)
                    output.Append('\\');
                output.Append(c);
            }
        }
    }

    /// <summary>
    /// Appends a line of text as a paragraph. The paragraph must not start another block or look like a line with a meaning in the page format.
    /// </summary>
    /// <param name="output">The output.</param>
    /// <param name="line">The line.</param>
    /// <param name="alsoEscape">Additional characters to escape with a backslash.</param>
    public static void AppendParagraph(StringBuilder output, string line, string alsoEscape = "")
    {
        int start = output.Length;
        // With a single backslash, the other backtick of the span would open another span.
        AppendCell(output, line, PageMarkers.IsRequestLine(line) || PageMarkers.IsMarker(line) ? alsoEscape + "`" : alsoEscape);
        string written = output.ToString(start, output.Length - start);
        int at = BlockMarkAt(written);
        if (at < 0 && PageMarkers.IsMarker(written))
        {
            if (written[written.Length - 1] != '.')
            {
                EscapeLetter(output, start, written);
                return;
            }

            at = written.Length - 1;
        }

        if (at >= 0)
            output.Insert(start + at, '\\');
    }

    /// <summary>Replaces the first letter of a line by its entity: a line without a final period has no other character to escape.</summary>
    private static void EscapeLetter(StringBuilder output, int start, string written)
    {
        int letter = 0;
        while (letter < written.Length && !char.IsLetter(written[letter]))
            letter++;
        if (letter == written.Length)
            return;
        output.Remove(start + letter, 1);
        output.Insert(start + letter, "&#" + ((int)written[letter]).ToString(CultureInfo.InvariantCulture) + ";");
    }

    /// <summary>Appends a value of an enumeration as an item of a list, and its description after a colon.</summary>
    public static void AppendItem(StringBuilder output, string value, string? description)
    {
        // A colon before a blank or at the end ends the value, as a dash between blanks does. Marks of code and emphasis are not part of it.
        string special = value.IndexOf(": ", StringComparison.Ordinal) >= 0 || value.EndsWith(":", StringComparison.Ordinal) ? ":" : "";
        if (value.IndexOf(" - ", StringComparison.Ordinal) >= 0)
            special += "-";
        if (value.IndexOf(" (", StringComparison.Ordinal) >= 0)
            special += "(";
        if (value.Length > 0 && value[0] is '*' or '_' or '~' or '`' or '[')
            special += value[0];
        int start = output.Length;
        AppendParagraph(output, value, special);
        // A backslash cannot escape these dashes.
        output.Replace(" – ", " &#8211; ", start, output.Length - start).Replace(" — ", " &#8212; ", start, output.Length - start);
        if (string.IsNullOrWhiteSpace(description))
            return;
        output.Append(": ");
        AppendCell(output, description!);
    }

    /// <summary>Returns the end of the code span that starts at <paramref name="start"/> and needs no escaping; 0 if there is none.</summary>
    private static int CodeSpanEnd(string text, int start)
    {
        // Only `x`. Longer fences and code that needs an escape are written as plain text, because code spans have no escapes.
        if (start + 1 >= text.Length || text[start + 1] == '`')
            return 0;
        for (int i = start + 1; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '`':
                    return i + 1 < text.Length && text[i + 1] == '`' ? 0 : i + 1;
                case '\\' or '|' or '\n' or '\r':
                    return 0;
                case '<' when string.CompareOrdinal(text, i, "<br", 0, 3) == 0:
                    return 0;
            }
        }

        return 0;
    }

    private static bool OpensTag(string text, int at) =>
        at + 1 < text.Length && (text[at + 1] is '/' or '!' or '?' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'));

    private static bool OpensEntity(string text, int at) =>
        at + 1 < text.Length && (text[at + 1] is '#' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z')) && text.IndexOf(';', at, Math.Min(text.Length - at, LongestEntity)) > 0;

    /// <summary>
    /// Returns the position of the backslash that prevents <paramref name="line"/> from being a heading, list, quote, fence, rule or definition;
    /// -1 if it is none of them.
    /// </summary>
    private static int BlockMarkAt(string line)
    {
        if (line.Length == 0)
            return -1;
        char first = line[0];
        switch (first)
        {
            case '#' or '>' or '~' or '=':
                return 0;
            case '-' or '+' or '*' or '_':
                return line.Length == 1 || line[1] is ' ' or '\t' || IsRule(line, first) ? 0 : -1;
            case '[':
                return line.IndexOf("]:", StringComparison.Ordinal) > 0 ? 0 : -1;
        }

        int digits = 0;
        while (digits < line.Length && line[digits] is >= '0' and <= '9')
            digits++;
        bool isNumber = digits is > 0 and < 10 && digits < line.Length && line[digits] is '.' or ')';
        return isNumber && (digits + 1 == line.Length || line[digits + 1] is ' ' or '\t') ? digits : -1;
    }

    private static bool IsRule(string line, char mark)
    {
        foreach (char c in line)
        {
            if (c != mark && c != ' ')
                return false;
        }

        return true;
    }
}
