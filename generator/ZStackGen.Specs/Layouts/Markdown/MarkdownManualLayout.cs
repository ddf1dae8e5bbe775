using System;
using ZStackGen.Specs.Layouts.Manuals;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Parsing.Headings;
using ZStackGen.Specs.Parsing.Requests;
using ZStackGen.Specs.Parsing.Samples;
using ZStackGen.Specs.Parsing.Tables;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Markdown;

/// <summary>
/// Manuals in Markdown: the manual in ZStack's repository (headings <c>### URLs</c>, anchors above structure tables, <c>&lt;ul&gt;</c>
/// lists of values) and manuals converted from HTML (headings of any level, part titles as plain lines, labels such as <c>#inventory</c>,
/// stray fences). A line is classified by its words; the Markdown syntax is only a hint.
/// </summary>
internal sealed class MarkdownManualLayout : Layout
{
    private const int LongestLabel = 60;

    /// <summary>The minimum number of bars in a field row. A line with fewer bars may be part of a table in the description.</summary>
    private const int LeastBars = 4;

    /// <summary>The number of lines examined for the score; a chapter may start with some text.</summary>
    private const int MostLines = 400;

    /// <summary>The score for a request line in a fence; only the repository's own page format, with backticks, scores higher.</summary>
    private const int FencedRequest = 85;

    public override string Name => "Markdown manual";

    public override int Score(PageReading reading)
    {
        PageText page = reading.Page;
        TextRange[] lines = page.TrimmedLines();
        int last = Math.Min(lines.Length, MostLines);
        int score = 0;
        bool fence = false;
        for (int i = 0; i < last; i++)
        {
            ReadOnlySpan<char> line = page[lines[i]];
            if (line.Length < 3)
                continue;
            if (line[0] == '#' && SectionLabels.Of(Heading(line)) is SectionLabel.Request or SectionLabel.Urls)
                return Certain;
            if (fence && RequestLine.IsAt(line))
                score = FencedRequest;
            fence = MarkdownFence.IsMark(line);
        }

        return score;
    }

    public override void Read(PageReading reading)
    {
        PageText page = reading.Page;
        var manual = new ManualPage(reading, RowRules.Prose);
        TableQueue tables = MarkdownTableFinder.Find(page);
        TextRange[] lines = page.TrimmedLines();
        int i = 0;
        while (i < lines.Length)
        {
            TextRange line = lines[i];
            if (line.IsEmpty)
            {
                i++;
            }
            else if (tables.At(i, out int end) is { } table)
            {
                manual.Table(table);
                i = end;
            }
            else
            {
                i = Line(reading, manual, tables, i);
            }
        }

        manual.Finish();
    }

    /// <summary>Reads the content starting on a line outside tables and returns the line after it.</summary>
    private static int Line(PageReading reading, ManualPage manual, TableQueue tables, int index)
    {
        PageText page = reading.Page;
        TextRange line = page.TrimmedLines()[index];
        ReadOnlySpan<char> text = page[line];
        if (MarkedName(text) is { } marked && manual.IsReferred(marked))
        {
            if (IsAboveTable(page, tables, index))
            {
                manual.Anchor(marked, line);
                return index + 1;
            }

            // A single number sign is read as a label below.
            if (text[0] != '#' || text[1] == '#')
                manual.EmptyLabel(marked, line);
        }

        switch (text[0])
        {
            case '`' or '~' when MarkdownFence.IsMark(text):
                MarkdownFence fence = MarkdownFence.At(page, index);
                Fenced(page, manual, fence);
                return fence.Next;
            case '#' when Label(text, IsAboveTable(page, tables, index)) is { } label:
                manual.Anchor(label, line);
                return index + 1;
            case '#':
                TextRange heading = page.Trim(new TextRange(line.End - Heading(text).Length, line.End));
                if (SectionLabels.Of(Heading(text)) is var section and not SectionLabel.None)
                    manual.Label(section);
                else if (!heading.IsEmpty)
                    manual.Title(heading);
                return index + 1;
            case '<' when AnchorName(text) is { } anchor:
                manual.Anchor(anchor, line);
                return index + 1;
            case '>' when ManualLine.IsSession(text):
                manual.Session();
                return index + 1;
            case '>':
                manual.Note(page.Trim(new TextRange(line.Start + 1, line.End)));
                return index + 1;
            case '|' when CountBars(text) >= LeastBars:
                return index + 1;
            case '{' or '[' when JsonExtent.BeginsAt(page, index):
                int end = JsonExtent.End(page, line.Start, index);
                manual.Sample(page.Trim(new TextRange(line.Start, end)));
                return page.LineOf(Math.Max(end - 1, line.Start)) + 1;
        }

        if (!ManualLine.Read(page, manual, line))
            manual.Prose(line);
        return index + 1;
    }

    /// <summary>Reads the content of a fenced block: a sample, request lines, headers, a curl call or code.</summary>
    private static void Fenced(PageText page, ManualPage manual, MarkdownFence fence)
    {
        TextRange[] lines = page.TrimmedLines();
        // Request, headers and body in one fence are an example of a call and not the request line of an API.
        bool isMessage = IsMessage(page, fence);
        for (int i = fence.First; i < fence.End; i++)
        {
            TextRange line = lines[i];
            if (line.IsEmpty)
                continue;
            ReadOnlySpan<char> text = page[line];
            TextRange rest = page.Trim(new TextRange(line.Start, page.Line(fence.End - 1).End));
            if (text[0] is '{' or '[')
            {
                if (!isMessage)
                    manual.Sample(rest);
                return;
            }

            if (RequestLine.IsAt(text))
            {
                if (!isMessage)
                    manual.Request(line);
            }
            else if (text.StartsWith("curl".AsSpan(), StringComparison.OrdinalIgnoreCase))
            {
                manual.Curl(rest);
                return;
            }
            else if (SdkSample.NameIn(text) is { } name)
            {
                manual.Sdk(name, rest);
                return;
            }
            else if (!isMessage && ManualLine.IsSession(text))
            {
                manual.Session();
            }
        }
    }

    private static bool IsMessage(PageText page, MarkdownFence fence)
    {
        bool request = false, more = false;
        TextRange[] lines = page.TrimmedLines();
        for (int i = fence.First; i < fence.End && !(request && more); i++)
        {
            if (lines[i].IsEmpty)
                continue;
            bool isRequest = RequestLine.IsAt(page[lines[i]]);
            request |= isRequest;
            more |= request && !isRequest;
        }

        return request && more;
    }

    private static bool IsAboveTable(PageText page, TableQueue tables, int line)
    {
        TextRange[] lines = page.TrimmedLines();
        int next = line + 1;
        while (next < lines.Length && lines[next].IsEmpty && next <= line + 2)
            next++;
        return tables.At(next, out _) is { Columns.HasLocation: false };
    }

    private static int CountBars(ReadOnlySpan<char> line)
    {
        int count = 0;
        foreach (char c in line)
            count += c == '|' ? 1 : 0;
        return count;
    }

    /// <summary>Returns a heading without its marks.</summary>
    private static ReadOnlySpan<char> Heading(ReadOnlySpan<char> line)
    {
        int start = 0;
        while (start < line.Length && line[start] == '#')
            start++;
        return CellText.Trim(line.Slice(start).TrimEnd('#'));
    }

    /// <summary>
    /// Returns the label in <c>#inventory</c>: a single number sign, followed by the name of the row that refers to the table below.
    /// </summary>
    private static string? Label(ReadOnlySpan<char> line, bool isAboveTable)
    {
        if (line.Length < 3 || line[1] == '#' || Characters.IsBlank(line[1]))
            return null;
        string name = CellText.Words(line.Slice(1));
        foreach (char c in name)
        {
            // Other characters are only accepted directly above a table.
            if (!Characters.IsNamePart(c) && c is not ('.' or '$' or '-') && !isAboveTable)
                return null;
        }

        return name.Length > 1 && SectionLabels.Of(name.AsSpan()) == SectionLabel.None ? name : null;
    }

    /// <summary>Returns the name in <c>**inventory**</c>, <c>`inventory`</c>, <c>[inventory]</c> or <c>###### inventory</c>, which is a label if a row refers to it.</summary>
    private static string? MarkedName(ReadOnlySpan<char> line)
    {
        if (line.Length is < 4 or > LongestLabel || line[0] is not ('*' or '`' or '#' or '_' or '['))
            return null;
        string name = CellText.Words(line.TrimStart('#'));
        return name.Length > 1 && Characters.IsLower(name[0]) && Characters.IsName(name.AsSpan()) && SectionLabels.Of(name.AsSpan()) == SectionLabel.None ? name : null;
    }

    /// <summary>Returns the path in <c>&lt;a name="org.zstack…vmNics"&gt;</c>.</summary>
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
