using System;

namespace ZStackGen.Specs.Text;

/// <summary>Recognizes HTML by its content.</summary>
public static class HtmlContent
{
    // A Markdown page can start with an anchor or a comment, so only these elements prove that the whole text is HTML.
    private static readonly string[] s_openings =
    [
        "!doctype html", "html", "head", "body", "title", "meta", "link", "style", "script", "main", "article", "section", "header", "nav", "div", "table",
        "h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "dl", "form", "center", "frameset",
    ];

    private const string Table = "<table";

    /// <summary>Determines whether <paramref name="text"/> is an HTML document or a fragment of an HTML document.</summary>
    /// <param name="text">The text of a page.</param>
    /// <returns><see langword="true"/> if the text starts with an element that no Markdown page starts with; otherwise,
    /// <see langword="false"/>.</returns>
    public static bool IsHtml(string text)
    {
        int start = FirstTag(text.AsSpan());
        return start >= 0 && IsOpening(text.AsSpan(start + 1));
    }

    /// <summary>Finds an HTML table at the start of a line, outside of code fences.</summary>
    /// <param name="text">The text of a page that is not HTML as a whole.</param>
    /// <param name="start">The offset of the line to start at. The line must not be inside a code fence.</param>
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
            // Lines without a table need no search, but code fences in them count.
            if (table < line)
                table = NextTable(text, line);
        }

        return -1;
    }

    /// <summary>Finds the next table tag. Angle brackets are rare on most pages, so the search for them is fast.</summary>
    private static int NextTable(string text, int start)
    {
        for (int at = start; (at = text.IndexOf('<', at)) >= 0; at++)
        {
            if (text.AsSpan(at).StartsWith(Table.AsSpan(), StringComparison.OrdinalIgnoreCase))
                return at;
        }

        return -1;
    }

    /// <summary>
    /// Returns the offset of the first element after a byte order mark, comments and an XML declaration; -1 if the text starts with anything else.
    /// </summary>
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
