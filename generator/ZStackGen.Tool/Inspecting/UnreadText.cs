using System;
using System.Collections.Generic;
using System.IO;
using ZStackGen.Specs.Model;
using ZStackGen.Tool.Pages;

namespace ZStackGen.Tool.Inspecting;

/// <summary>Lists the unread lines of pages for people: file, line, the kind of the lines, and the first of them.</summary>
internal static class UnreadText
{
    private const int LongestLine = 120;

    /// <summary>Writes the unread lines of all pages.</summary>
    public static void Write(IReadOnlyList<ReadPage> pages, TextWriter output)
    {
        int count = 0, files = 0;
        foreach (ReadPage page in pages)
        {
            foreach (UnreadLines lines in page.Unread)
            {
                count += lines.Count;
                string range = lines.Span.EndLine > lines.Span.StartLine ? $"{lines.Span.StartLine + 1}-{lines.Span.EndLine + 1}" : $"{lines.Span.StartLine + 1}";
                output.Write($"{page.File.ShownPath}({range}): {Kind(lines.Kind)}: {FirstLine(page.Text, lines.Span)}\n");
            }

            files += page.Unread.Count > 0 ? 1 : 0;
        }

        output.Write(count == 0 ? "No unread lines.\n" : $"{count} unread lines in {files} of {pages.Count} pages.\n");
    }

    /// <summary>Returns the name of a kind in JSON and text.</summary>
    public static string Kind(UnreadKind kind) => kind switch
    {
        UnreadKind.Columns => "columns",
        UnreadKind.GluedRow => "gluedRow",
        UnreadKind.Request => "request",
        UnreadKind.Heading => "heading",
        UnreadKind.Section => "section",
        _ => "rows",
    };

    private static string FirstLine(string text, PageSpan span)
    {
        ReadOnlySpan<char> line = text.AsSpan(span.Start, span.Length);
        int end = line.IndexOfAny('\r', '\n');
        line = end < 0 ? line : line[..end];
        return line.Length <= LongestLine ? line.ToString() : line[..LongestLine].ToString() + "…";
    }
}
