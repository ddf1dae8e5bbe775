using System;
using ZStackGen.Specs.Parsing.Headings;
using ZStackGen.Specs.Parsing.Tables;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Markdown;

/// <summary>
/// A fenced block. The content is examined as well, because conversions leave stray fences and lose others: a heading, a table, a block
/// quote or a part title is never inside a sample.
/// </summary>
/// <param name="First">The first line of the block.</param>
/// <param name="End">The line after the last line of the block; equal to <paramref name="First"/> for a stray fence.</param>
/// <param name="Next">The line at which reading continues.</param>
internal readonly record struct MarkdownFence(int First, int End, int Next)
{
    /// <summary>Returns whether a line is a fence: at least three backticks or tildes, optionally followed by the name of a language.</summary>
    public static bool IsMark(ReadOnlySpan<char> line) => Length(line) >= 3;

    /// <summary>Returns the block opened by the fence on line <paramref name="open"/>.</summary>
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
        // Any other text after the marks is inline code; a language is a single word.
        ReadOnlySpan<char> rest = line.Slice(length).Trim();
        return rest.IndexOf(line[0]) >= 0 || rest.IndexOf(' ') >= 0 ? 0 : length;
    }
}
