using System;
using ZStackGen.Specs.Layouts.Manuals;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Parsing.Headings;
using ZStackGen.Specs.Parsing.Requests;
using ZStackGen.Specs.Parsing.Samples;
using ZStackGen.Specs.Parsing.Tables;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Official;

/// <summary>
/// The documentation as ZStack's repository holds it: Markdown with headings <c>### URLs</c>, fenced samples, tables with leading bars,
/// anchors above structure tables, <c>&lt;ul&gt;</c> lists of values, <c>(可选)</c>.
/// </summary>
internal sealed class OfficialMarkdownLayout : Layout
{
    /// <summary>The bars of a row of fields, which describes nothing. What has fewer may be a table in the description.</summary>
    private const int LeastBars = 4;

    public override string Name => "official Markdown";

    public override int Score(PageReading reading)
    {
        PageText page = reading.Page;
        TextRange[] lines = page.TrimmedLines();
        int last = Math.Min(lines.Length, 80);
        for (int i = 0; i < last; i++)
        {
            ReadOnlySpan<char> line = page[lines[i]];
            if (line.Length > 4 && line[0] == '#' && SectionLabels.Of(Heading(line)) is SectionLabel.Request or SectionLabel.Urls)
                return Certain;
        }

        return 0;
    }

    public override void Read(PageReading reading)
    {
        PageText page = reading.Page;
        var manual = new ManualPage(reading, RowRules.Prose);
        TableQueue tables = Tables(page);
        TextRange[] lines = page.TrimmedLines();
        int i = 0;
        while (i < lines.Length)
        {
            TextRange line = lines[i];
            if (line.IsEmpty)
            {
                i++;
                continue;
            }

            ReadOnlySpan<char> text = page[line];
            switch (text[0])
            {
                case '`' when text.StartsWith("```".AsSpan(), StringComparison.Ordinal):
                    i = Fence(page, manual, i);
                    break;
                case '|' when tables.At(i, out int end) is { } table:
                    manual.Table(table);
                    i = end;
                    break;
                case '#':
                    ReadOnlySpan<char> heading = Heading(text);
                    if (SectionLabels.Of(heading) is var label and not SectionLabel.None)
                        manual.Label(label);
                    else if (text.StartsWith("###".AsSpan(), StringComparison.Ordinal))
                        manual.Prose(line);
                    else
                        manual.Title(new TextRange(line.End - heading.Length, line.End));
                    i++;
                    break;
                case '<' when AnchorName(text) is { } anchor:
                    manual.Anchor(anchor);
                    i++;
                    break;
                case '>':
                    i++;
                    break;
                case '|' when CountBars(text) >= LeastBars:
                    i++;
                    break;
                default:
                    manual.Prose(line);
                    i++;
                    break;
            }
        }

        manual.Finish();
    }

    private static int CountBars(ReadOnlySpan<char> line)
    {
        int count = 0;
        foreach (char c in line)
            count += c == '|' ? 1 : 0;
        return count;
    }

    /// <summary>A heading without its marks.</summary>
    private static ReadOnlySpan<char> Heading(ReadOnlySpan<char> line)
    {
        int start = 0;
        while (start < line.Length && line[start] == '#')
            start++;
        return CellText.Trim(line.Slice(start));
    }

    /// <summary>Reads the fence that opens in line <paramref name="open"/>; gives back the line behind it.</summary>
    private static int Fence(PageText page, ManualPage manual, int open)
    {
        int close = open + 1;
        TextRange[] lines = page.TrimmedLines();
        while (close < lines.Length && !page[lines[close]].StartsWith("```".AsSpan(), StringComparison.Ordinal))
            close++;
        for (int i = open + 1; i < close; i++)
        {
            TextRange line = lines[i];
            if (line.IsEmpty)
                continue;
            ReadOnlySpan<char> text = page[line];
            if (text[0] is '{' or '[')
            {
                manual.Sample(page.Trim(new TextRange(line.Start, page.Line(close - 1).End)));
                break;
            }

            if (RequestLine.IsAt(text))
            {
                manual.Request(line);
            }
            else if (text.StartsWith("Authorization".AsSpan(), StringComparison.OrdinalIgnoreCase))
            {
                manual.Session();
            }
            else if (text.StartsWith("curl".AsSpan(), StringComparison.OrdinalIgnoreCase))
            {
                manual.Curl(page.Trim(new TextRange(line.Start, page.Line(close - 1).End)));
                break;
            }
            else if (SdkSample.NameIn(text) is { } name)
            {
                manual.Sdk(name);
                break;
            }
        }

        return close + 1;
    }

    /// <summary>Finds and parses all tables.</summary>
    private static TableQueue Tables(PageText page)
    {
        var tables = new TableQueue();
        MappedText text = MappedText.Of(page);
        TextRange[] lines = page.TrimmedLines();
        int i = 0;
        while (i < lines.Length)
        {
            TextRange line = lines[i];
            if (line.IsEmpty || page.Text[line.Start] != '|' || TableColumns.FromBars(page[line]) is not { } columns)
            {
                i++;
                continue;
            }

            int end = i + 1;
            while (end < lines.Length && !lines[end].IsEmpty && page.Text[lines[end].Start] == '|')
                end++;
            tables.Add(i, end, new PageTable(text, columns, new TextRange(line.Start, lines[end - 1].End)), lines, i + 1 < end && TableColumns.IsDashes(page[lines[i + 1]]) ? i + 2 : i + 1);
            i = end;
        }

        tables.Parse();
        return tables;
    }

    /// <summary>The path in <c>&lt;a name="org.zstack…vmNics"&gt;</c>.</summary>
    private static string? AnchorName(ReadOnlySpan<char> line)
    {
        int at = line.IndexOf("name=\"".AsSpan());
        if (at < 0 || !line.StartsWith("<a ".AsSpan(), StringComparison.Ordinal))
            return null;
        line = line.Slice(at + 6);
        int end = line.IndexOf('"');
        return end <= 0 ? null : line.Slice(0, end).ToString();
    }
}
