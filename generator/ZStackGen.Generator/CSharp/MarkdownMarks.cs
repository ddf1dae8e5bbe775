using System;
using System.Text;

namespace ZStackGen.Generator.CSharp;

/// <summary>Removes the marks of emphasis and links from a description. Editors show documentation comments without rendering Markdown.</summary>
internal static class MarkdownMarks
{
    /// <summary>Deeper nesting is not written by people, and stays as it is.</summary>
    private const int MaxDepth = 4;

    private static readonly char[] s_marks = ['*', '~', '['];

    /// <summary>Returns the text without marks. Code spans stay, and a link to a web page is followed by its address.</summary>
    public static string Remove(string text)
    {
        if (text.IndexOfAny(s_marks) < 0)
            return text;
        var target = new StringBuilder(text.Length);
        Append(text, 0, text.Length, target, 0);
        return target.ToString();
    }

    private static void Append(string text, int start, int end, StringBuilder target, int depth)
    {
        int i = start;
        while (i < end)
        {
            int next = text[i] switch
            {
                '`' => Code(text, i, end, target),
                '*' or '~' when depth < MaxDepth => Emphasis(text, i, end, target, depth),
                '[' or '!' when depth < MaxDepth => Link(text, i, end, target, depth),
                _ => i,
            };
            if (next == i)
                target.Append(text[next++]);
            i = next;
        }
    }

    /// <summary>Copies a code span. Returns the position behind it; <paramref name="open"/> if it has no end.</summary>
    private static int Code(string text, int open, int end, StringBuilder target)
    {
        int close = text.IndexOf('`', open + 1, end - open - 1);
        if (close < 0)
            return open;
        target.Append(text, open, close + 1 - open);
        return close + 1;
    }

    /// <summary>Appends emphasized text. Marks beside blanks or inside words, such as <c>2 * 3</c> and <c>Query*</c>, are no emphasis.</summary>
    private static int Emphasis(string text, int open, int end, StringBuilder target, int depth)
    {
        char mark = text[open];
        int length = Run(text, open, end);
        int inner = open + length;
        if (length > (mark == '*' ? 3 : 2) || (mark == '~' && length != 2) || inner >= end || !IsInside(text[inner]) || (open > 0 && char.IsLetterOrDigit(text[open - 1])))
            return open;
        for (int close = text.IndexOf(mark, inner, end - inner); close >= 0; close = text.IndexOf(mark, close, end - close))
        {
            int run = Run(text, close, end);
            if (run == length && !char.IsWhiteSpace(text[close - 1]) && (close + run == end || !char.IsLetterOrDigit(text[close + run])))
            {
                Append(text, inner, close, target, depth + 1);
                return close + run;
            }

            close += run;
        }

        return open;
    }

    /// <summary>Appends the text of a link, or the alternative text of an image.</summary>
    private static int Link(string text, int open, int end, StringBuilder target, int depth)
    {
        int inner = text[open] == '!' ? open + 2 : open + 1;
        if (inner > end || text[inner - 1] != '[')
            return open;
        int close = text.IndexOf("](", inner, end - inner, StringComparison.Ordinal);
        if (close <= inner)
            return open;
        int address = close + 2, nested = 0, last = address;
        while (last < end && (text[last] != ')' || nested > 0) && !char.IsWhiteSpace(text[last]))
        {
            nested += text[last] == '(' ? 1 : text[last] == ')' ? -1 : 0;
            last++;
        }

        if (last == end || text[last] != ')')
            return open;
        Append(text, inner, close, target, depth + 1);
        string link = text.Substring(address, last - address);
        bool isAddress = link.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || link.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
        if (isAddress && string.CompareOrdinal(text, inner, link, 0, Math.Max(close - inner, link.Length)) != 0)
            target.Append(" (").Append(link).Append(')');
        return last + 1;
    }

    private static int Run(string text, int start, int end)
    {
        int i = start;
        while (i < end && text[i] == text[start])
            i++;
        return i - start;
    }

    /// <summary>Determines whether emphasized text can start with the character.</summary>
    private static bool IsInside(char c) => char.IsLetterOrDigit(c) || c is '`' or '[' or '*' or '~' or '"' or '<';
}
