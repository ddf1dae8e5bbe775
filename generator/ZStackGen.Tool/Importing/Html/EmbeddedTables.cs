using System;
using System.Collections.Generic;
using System.Text;
using System.Threading;
using AngleSharp.Html.Dom;
using ZStackGen.Specs.Text;

namespace ZStackGen.Tool.Importing.Html;

/// <summary>Converts the HTML tables of a Markdown page to pipe tables.</summary>
internal static class EmbeddedTables
{
    private const string End = "</table>";

    /// <summary>Converts the tables of a page.</summary>
    /// <param name="text">The page.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The page without HTML tables; <see langword="null"/> if it has none.</returns>
    public static ConvertedPage? Convert(string text, CancellationToken cancellationToken)
    {
        int table = HtmlContent.FindTable(text);
        if (table < 0)
            return null;
        var converted = new StringBuilder(text.Length);
        var positions = new List<TextPosition>();
        int copied = 0, line = 1;
        while (table >= 0 && EndOf(text, table) is var end and >= 0)
        {
            Copy(text.AsSpan(copied, table - copied));
            using IHtmlDocument document = HtmlDocumentParser.Parse(text[table..end], cancellationToken);
            ConvertedPage page = HtmlPageConverter.Convert(document, cancellationToken);
            converted.Append('\n').Append(page.Text);
            positions.Add(new TextPosition(line, 1));
            foreach (TextPosition position in page.Positions)
                positions.Add(position with { Line = position.Line + line - 1 });
            line += text.AsSpan(table, end - table).Count('\n');
            copied = end;
            int next = text.IndexOf('\n', end) + 1;
            table = next == 0 ? -1 : HtmlContent.FindTable(text, next);
        }

        Copy(text.AsSpan(copied));
        return new ConvertedPage(converted.ToString(), positions);

        void Copy(ReadOnlySpan<char> part)
        {
            foreach (ReadOnlySpan<char> unchanged in part.TrimEnd(" \t").EnumerateLines())
            {
                converted.Append(unchanged).Append('\n');
                positions.Add(new TextPosition(line++, 1));
            }

            line--;
        }
    }

    /// <summary>Returns the end of the table at <paramref name="start"/>, including nested tables; -1 if it is not closed.</summary>
    private static int EndOf(string text, int start)
    {
        int depth = 0;
        for (int at = start; ;)
        {
            int open = text.IndexOf("<table", at, StringComparison.OrdinalIgnoreCase), close = text.IndexOf(End, at, StringComparison.OrdinalIgnoreCase);
            if (close < 0)
                return -1;
            if (open >= 0 && open < close)
            {
                depth++;
                at = open + 1;
                continue;
            }

            at = close + End.Length;
            if (--depth == 0)
                return at;
        }
    }
}
