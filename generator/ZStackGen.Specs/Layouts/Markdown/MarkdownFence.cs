using System;
using ZStackGen.Specs.Parsing.Headings;
using ZStackGen.Specs.Parsing.Tables;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Markdown;

/// <summary>
/// A fenced block, found by its content as well: conversions leave stray fences behind and lose others, and the page's own parts
/// (a heading, a table, a quote, a part title) never stand in a sample.
/// </summary>
/// <param name="First">The block's first line.</param>
/// <param name="End">The line behind the block's last one; equal to <paramref name="First"/> for a stray fence.</param>
/// <param name="Next">The line where the page goes on.</param>
internal readonly record struct MarkdownFence(int First, int End, int Next)
{
    /// <summary>Whether a line is a fence: three backticks or tildes, or more, and at most the name of a language.</summary>
    public static bool IsMark(ReadOnlySpan<char> line) => Length(line) >= 3;

    /// <summary>The block that the fence in line <paramref name="open"/> opens.</summary>
    public static MarkdownFence At(PageText page, int open)
    {
        TextRange[] lines = page.TrimmedLines();
        char mark = page.Text[lines[open].Start];
        bool any = false;
        for (int i = open + 1; i < lines.Length; i++)
        {
            ReadOnlySpan<char> text = page[lines[i]];
            if (text.IsEmpty)
                continue;
            if (text[0] == mark && IsMark(text))
                return new MarkdownFence(open + 1, i, i + 1);
            if (IsPagePart(text))
                return any ? new MarkdownFence(open + 1, i, i) : new MarkdownFence(open + 1, open + 1, open + 1);
            any = true;
        }

        return new MarkdownFence(open + 1, any ? lines.Length : open + 1, any ? lines.Length : open + 1);
    }

    private static bool IsPagePart(ReadOnlySpan<char> line) => line[0] switch
    {
        '#' => line.Length > 3 && line[1] == '#' && line.IndexOf(' ') is > 1 and < 7,
        '|' => TableColumns.FromBars(line) is not null || TableColumns.IsDashes(line),
        '>' => line.Length > 1 && line[1] == ' ',
        '{' or '}' or '"' or '[' or ']' or '-' => false,
        _ => SectionLabels.Of(line) is not (SectionLabel.None or SectionLabel.Filler),
    };

    private static int Length(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty || line[0] is not ('`' or '~'))
            return 0;
        int length = 0;
        while (length < line.Length && line[length] == line[0])
            length++;
        // Text behind the marks is code in a line; a language is one word.
        ReadOnlySpan<char> rest = line.Slice(length).Trim();
        return rest.IndexOf(line[0]) >= 0 || rest.IndexOf(' ') >= 0 ? 0 : length;
    }
}
