using System;

namespace ZStackGen.Specs.Text;

/// <summary>
/// Replaces the fence around a whole page by blanks: chat tools and wikis copy a page as <c>```markdown … ```</c>. Line ends stay, and so do all offsets.
/// </summary>
internal static class PageFence
{
    private static readonly string[] s_languages = ["markdown", "md", "gfm"];

    /// <summary>Returns <paramref name="text"/> with blanks instead of the fence; <paramref name="text"/> if the fence does not enclose all lines.</summary>
    public static string Replace(string text)
    {
        int start = text.Length > 0 && text[0] == '\ufeff' ? 1 : 0;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
            start++;
        int length = start < text.Length ? Marks(text.AsSpan(start)) : 0;
        if (length < 3)
            return text;
        int end = LineEnd(text, start);
        string language = text.Substring(start + length, end - start - length).Trim();
        if (!Array.Exists(s_languages, known => known.Equals(language, StringComparison.OrdinalIgnoreCase)))
            return text;
        int close = Close(text, end + 1, text[start], length);
        // Text behind the fence belongs to a page that only shows an example.
        if (close < 0 || text.AsSpan(LineEnd(text, close)).TrimStart().Length > 0)
            return text;
        char[] replaced = text.ToCharArray();
        replaced.AsSpan(start, end - start).Fill(' ');
        replaced.AsSpan(close, LineEnd(text, close) - close).Fill(' ');
        return new string(replaced);
    }

    /// <summary>Returns the start of the line that closes the fence. Fences inside of it can have the same number of marks.</summary>
    private static int Close(string text, int at, char mark, int length)
    {
        int depth = 1;
        while (at < text.Length)
        {
            int end = LineEnd(text, at);
            ReadOnlySpan<char> line = text.AsSpan(at, end - at).Trim();
            int marks = line.Length > 0 && line[0] == mark ? Marks(line) : 0;
            if (marks >= length)
            {
                depth += marks < line.Length ? 1 : -1;
                if (depth == 0)
                    return at;
            }

            at = end + 1;
        }

        return -1;
    }

    private static int Marks(ReadOnlySpan<char> line)
    {
        int length = 0;
        while (length < line.Length && line[length] == line[0] && line[0] is '`' or '~')
            length++;
        return length;
    }

    private static int LineEnd(string text, int at) => text.IndexOf('\n', at) is var end and >= 0 ? end : text.Length;
}
