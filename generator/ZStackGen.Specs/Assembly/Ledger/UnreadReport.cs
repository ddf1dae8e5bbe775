using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Parsing.Headings;
using ZStackGen.Specs.Parsing.Tables;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Assembly.Ledger;

/// <summary>Creates a finding for each run of unread lines, unless all of its lines already have findings.</summary>
internal sealed class UnreadReport(PageReading reading)
{
    private const int MostNames = 3;
    private const int LongestName = 40;

    public void Add(IReadOnlyList<UnreadLines> unread)
    {
        bool[] reported = reading.Findings.LinesOf(FindingSeverity.Info, reading.Page.LineCount);
        foreach (UnreadLines run in unread)
        {
            if (!IsReported(run, reported))
                reading.Findings.Add(Rule(run.Kind), new TextRange(run.Span.Start, run.Span.Start + run.Span.Length), Message(run));
        }
    }

    private bool IsReported(UnreadLines run, bool[] reported)
    {
        for (int line = run.Span.StartLine; line <= run.Span.EndLine; line++)
        {
            // The findings of the rows cover their header.
            if (line == run.Span.StartLine && run is { Kind: UnreadKind.Rows, Count: > 1 } && TableColumns.FromBars(reading.Page[reading.Page.TrimmedLine(line)]) is not null)
                continue;
            if (!reported[line] && reading.Ledger[line] is LineKind.Unread or LineKind.Element)
                return false;
        }

        return true;
    }

    private static FindingRule Rule(UnreadKind kind) => kind switch
    {
        UnreadKind.Columns => FindingRules.UnknownColumns,
        UnreadKind.Request => FindingRules.UnreadRequest,
        UnreadKind.Heading => FindingRules.HeadingWithoutApi,
        UnreadKind.Section => FindingRules.EmptySection,
        _ => FindingRules.UnreadRows,
    };

    private string Message(UnreadLines run)
    {
        ReadOnlySpan<char> first = reading.Page[reading.Page.TrimmedLine(run.Span.StartLine)];
        switch (run.Kind)
        {
            case UnreadKind.GluedRow:
                return "The line contains several rows, but only one row is read.";
            case UnreadKind.Request:
                return $"The request line {Quote(first)} belongs to no API of the page.";
            case UnreadKind.Heading:
                return $"The heading names {PageTitle.Read(first.TrimStart('#')).Name}, but the page has no readable request line for it.";
            case UnreadKind.Section:
                return $"The section {Quote(first.TrimStart('#').Trim())} is empty: no parameter or field was read below it.";
            case UnreadKind.Columns:
                return TableColumns.FromBars(first, isHeader: true) is null
                    ? $"The table is not read: its header {Quote(first)} has no name column or no type column."
                    : $"The table with the header {Quote(first)} is not read, because it belongs to no API or structure of the page.";
            default:
                bool isHtml = first.StartsWith("<table".AsSpan(), StringComparison.OrdinalIgnoreCase);
                return isHtml ? "The table is not read, because it is HTML. Write it with bars."
                    : $"{Rows(run)}: a table needs a header (Name, Type, …), a line of dashes, and no blank lines between rows.";
        }
    }

    /// <summary>Returns the number of unread rows and the names of the first rows.</summary>
    private string Rows(UnreadLines run)
    {
        var names = new StringBuilder();
        int rows = 0;
        for (int line = run.Span.StartLine; line <= run.Span.EndLine; line++)
        {
            ReadOnlySpan<char> text = reading.Page[reading.Page.TrimmedLine(line)];
            if (reading.Ledger[line] != LineKind.Unread || text.IsEmpty || (line == run.Span.StartLine && TableColumns.FromBars(text) is not null))
                continue;
            if (++rows > MostNames)
                continue;
            if (names.Length > 0)
                names.Append(", ");
            names.Append(NameOf(text));
        }

        if (rows > MostNames)
            names.Append(", …");
        return rows == 1 ? $"The row {names} is not read" : string.Format(CultureInfo.InvariantCulture, "{0} rows ({1}) are not read", rows, names);
    }

    private static string NameOf(ReadOnlySpan<char> row)
    {
        if (row[0] == '|')
            row = row.Slice(1);
        row = CellMarks.Bare(row);
        int end = 0;
        while (end < row.Length && end < LongestName && Characters.IsNamePart(row[end]))
            end++;
        return end == 0 ? Quote(row) : row.Slice(0, end).ToString();
    }

    private static string Quote(ReadOnlySpan<char> text) => $"\"{Excerpt.Of(text.ToString())}\"";
}
