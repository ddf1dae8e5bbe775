using System;

namespace ZStackGen.Specs.Text;

/// <summary>
/// Replaces HTML comments by blanks, because readers of a rendered page do not see them. Line ends stay, and so do all offsets. A comment inside a code
/// block or code span is text, and so is a comment that is escaped or has no end.
/// </summary>
internal static class HtmlComments
{
    private const string Open = "<!--";
    private const string Close = "-->";

    /// <summary>Returns <paramref name="text"/> with blanks instead of comments.</summary>
    public static string Replace(string text)
    {
        if (text.IndexOf(Open, StringComparison.Ordinal) < 0)
            return text;
        char[]? replaced = null;
        char fence = '\0';
        bool isLineStart = true, inCode = false;
        for (int at = 0; at < text.Length; at++)
        {
            if (isLineStart)
            {
                int end = text.IndexOf('\n', at) is var lineEnd and >= 0 ? lineEnd : text.Length;
                char after = FenceAfter(text.AsSpan(at, end - at), fence);
                if (after != '\0' || after != fence)
                {
                    // A line of a code block.
                    fence = after;
                    at = end;
                    continue;
                }

                isLineStart = inCode = false;
            }

            switch (text[at])
            {
                case '\n':
                    isLineStart = true;
                    break;
                case '\\':
                    at += at + 1 < text.Length && text[at + 1] != '\n' ? 1 : 0;
                    break;
                case '`':
                    inCode = !inCode;
                    break;
                case '<' when !inCode && string.CompareOrdinal(text, at, Open, 0, Open.Length) == 0:
                    int close = text.IndexOf(Close, at + Open.Length, StringComparison.Ordinal);
                    if (close < 0)
                        return replaced is null ? text : new string(replaced);
                    replaced ??= text.ToCharArray();
                    Blank(replaced, at, close + Close.Length);
                    at = close + Close.Length - 1;
                    break;
            }
        }

        return replaced is null ? text : new string(replaced);
    }

    private static void Blank(char[] text, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (text[i] is not ('\n' or '\r'))
                text[i] = ' ';
        }
    }

    /// <summary>Returns the mark of the code block that a line belongs to or opens; NUL outside of a code block and for the line that closes the block.</summary>
    private static char FenceAfter(ReadOnlySpan<char> line, char fence)
    {
        line = line.Trim();
        if (line.Length < 3 || line[0] is not ('`' or '~') || line[1] != line[0] || line[2] != line[0] || (fence != '\0' && fence != line[0]))
            return fence;
        return fence == '\0' ? line[0] : '\0';
    }
}
