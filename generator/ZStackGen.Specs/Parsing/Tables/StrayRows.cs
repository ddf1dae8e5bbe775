using System;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Tables;

/// <summary>
/// Lines that look like rows but stand in no table: behind a blank line, without the line of dashes, under another header, or in HTML.
/// What they say would be lost without a word, so their first line is reported.
/// </summary>
internal sealed class StrayRows(PageReading reading)
{
    private bool _isReported;

    /// <summary>Takes a line that no table holds; <see langword="false"/> when it is no row.</summary>
    public bool Take(TextRange line)
    {
        ReadOnlySpan<char> text = reading.Page[line];
        bool isHtml = text.StartsWith("<table".AsSpan(), StringComparison.OrdinalIgnoreCase);
        if (!isHtml && text[0] != '|')
            return false;
        if (!_isReported)
        {
            reading.Findings.Add(FindingRules.BrokenRow, line, isHtml
                ? "A table in HTML is not read; write it with bars."
                : "The row stands in no table and is not read: a table begins with a header (Name, Type, …) and a line of dashes, and a blank line ends it.");
        }

        _isReported = true;
        return true;
    }

    /// <summary>Ends a run of rows.</summary>
    public void End() => _isReported = false;
}
