using System;

namespace ZStackGen.Specs.Text;

/// <summary>
/// Replaces marks in front of all lines by blanks: the line numbers of a copied listing, or the <c>&gt;</c> of a quoted page. Line ends stay, and so do all
/// offsets.
/// </summary>
internal static class LinePrefixes
{
    /// <summary>The number of lines with text that a page with marks has at least.</summary>
    private const int Fewest = 4;

    private const int MostDigits = 6;

    /// <summary>Returns <paramref name="text"/> with blanks instead of the marks; <paramref name="text"/> if a line lacks its mark.</summary>
    public static string Replace(string text)
    {
        int start = text.Length > 0 && text[0] == '\ufeff' ? 1 : 0;
        // The first line decides for most pages.
        while (start < text.Length && text[start] is ' ' or '\t' or '\r' or '\n')
            start++;
        if (start == text.Length || text[start] is not ('>' or (>= '0' and <= '9')))
            return text;
        bool isQuote = text[start] == '>';
        char[] replaced = text.ToCharArray();
        int marked = 0, number = 0;
        for (int at = start; at < text.Length;)
        {
            int end = text.IndexOf('\n', at) is var lineEnd and >= 0 ? lineEnd : text.Length;
            int length = isQuote ? Quote(text.AsSpan(at, end - at)) : Number(text.AsSpan(at, end - at), marked == 0 ? 0 : number + 1, out number);
            if (length < 0)
                return text;
            marked += length > 0 ? 1 : 0;
            replaced.AsSpan(at, length).Fill(' ');
            at = end + 1;
        }

        return marked < Fewest ? text : new string(replaced);
    }

    /// <summary>Returns the length of the mark of a quoted line; 0 for an empty line, and -1 for other text.</summary>
    private static int Quote(ReadOnlySpan<char> line)
    {
        int at = line.Length - line.TrimStart().Length;
        return at == line.Length ? 0 : line[at] == '>' ? at + 1 : -1;
    }

    /// <summary>Returns the length of the number in front of a line; 0 for an empty line, and -1 for other text or a different number.</summary>
    private static int Number(ReadOnlySpan<char> line, int expected, out int number)
    {
        number = expected;
        int at = line.Length - line.TrimStart().Length;
        if (at == line.Length)
            return 0;
        int digits = at;
        number = 0;
        while (digits < line.Length && digits - at < MostDigits && line[digits] is >= '0' and <= '9')
            number = number * 10 + line[digits++] - '0';
        if (digits == at || (expected != 0 && number != expected))
            return -1;
        if (digits < line.Length && line[digits] is ':' or '.' or '|' or ')')
            digits++;
        return digits == line.TrimEnd().Length ? digits : digits < line.Length && line[digits] is ' ' or '\t' ? digits : -1;
    }
}
