using System;

namespace ZStackGen.Specs.Text;

/// <summary>Tells HTML from the texts that the reader takes, by the content alone.</summary>
public static class HtmlContent
{
    // A Markdown page may begin with an anchor or a comment, so only these prove that the whole text is HTML.
    private static readonly string[] s_openings =
    [
        "!doctype html", "html", "head", "body", "title", "meta", "link", "style", "script", "main", "article", "section", "header", "nav", "div", "table",
        "h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "dl", "form", "center", "frameset",
    ];

    private const string Table = "<table";

    /// <summary>Whether <paramref name="text"/> is an HTML document or a fragment of one.</summary>
    /// <param name="text">The text of a page.</param>
    /// <returns><see langword="true"/> if the text begins with an element that no Markdown page begins with.</returns>
    public static bool IsHtml(string text)
    {
        int start = FirstTag(text.AsSpan());
        return start >= 0 && IsOpening(text.AsSpan(start + 1));
    }

    /// <summary>Finds a table in HTML at the begin of a line, outside of fences.</summary>
    /// <param name="text">The text of a page that is no HTML as a whole.</param>
    /// <param name="start">The begin of the line to begin at; it must not stand in a fence.</param>
    /// <returns>The offset of the table; -1 if there is none.</returns>
    public static int FindTable(string text, int start = 0)
    {
        int table = NextTable(text, start);
        bool fenced = false;
        for (int line = start; table >= 0;)
        {
            int next = text.IndexOf('\n', line) + 1;
            ReadOnlySpan<char> content = text.AsSpan(line).TrimStart(" \t".AsSpan());
            if (content.StartsWith("```".AsSpan(), StringComparison.Ordinal))
                fenced = !fenced;
            else if (!fenced && content.StartsWith(Table.AsSpan(), StringComparison.OrdinalIgnoreCase) && HasRow(content))
                return text.Length - content.Length;
            if (next == 0)
                break;
            line = next;
            // Lines without a table need no look, but fences between here and there count.
            if (table < line)
                table = NextTable(text, line);
        }

        return -1;
    }

    /// <summary>The next place of the word; most pages have few angle brackets, which are quick to find.</summary>
    private static int NextTable(string text, int start)
    {
        for (int at = start; (at = text.IndexOf('<', at)) >= 0; at++)
        {
            if (text.AsSpan(at).StartsWith(Table.AsSpan(), StringComparison.OrdinalIgnoreCase))
                return at;
        }

        return -1;
    }

    /// <summary>The first element, behind a byte order mark, comments and an XML declaration; -1 if the text begins with anything else.</summary>
    private static int FirstTag(ReadOnlySpan<char> text)
    {
        int at = 0;
        while (at < text.Length)
        {
            if (text[at] == '\ufeff' || Characters.IsBlank(text[at]) || text[at] is '\n' or '\r')
            {
                at++;
                continue;
            }

            ReadOnlySpan<char> rest = text.Slice(at);
            int length = rest.StartsWith("<!--".AsSpan(), StringComparison.Ordinal) ? EndOf(rest, "-->")
                : rest.StartsWith("<?".AsSpan(), StringComparison.Ordinal) ? EndOf(rest, "?>")
                : 0;
            if (length == 0)
                return text[at] == '<' ? at : -1;
            at += length;
        }

        return -1;
    }

    private static int EndOf(ReadOnlySpan<char> text, string mark) => text.IndexOf(mark.AsSpan()) is var end and >= 0 ? end + mark.Length : 0;

    private static bool IsOpening(ReadOnlySpan<char> tag)
    {
        foreach (string name in s_openings)
        {
            if (tag.Length > name.Length && tag.StartsWith(name.AsSpan(), StringComparison.OrdinalIgnoreCase)
                && (tag[name.Length] is '>' or '/' or '\n' or '\r' || Characters.IsBlank(tag[name.Length])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasRow(ReadOnlySpan<char> table) =>
        table.Slice(0, Math.Min(table.Length, 4096)).IndexOf("<tr".AsSpan(), StringComparison.OrdinalIgnoreCase) >= 0;
}
