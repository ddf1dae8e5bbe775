using System;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing;

/// <summary>Checks whether a file is text, and reports pages without content.</summary>
internal static class TextChecks
{
    /// <summary>Reports an empty, binary or HTML file; returns <see langword="false"/> if there is nothing to read.</summary>
    public static bool IsReadable(PageReading reading)
    {
        PageText page = reading.Page;
        // A text contains no NUL. For other characters, the first 64 KB are sufficient to recognize binary files.
        ReadOnlySpan<char> head = page.Text.AsSpan(0, Math.Min(page.Text.Length, 65536));
        int nul = page.Text.IndexOf('\0'), strange = head.IndexOfAny('\0', '\ufffd');
        if (nul >= 0 || (strange >= 0 && IsBinary(head)))
        {
            int place = strange >= 0 ? strange : nul;
            reading.Findings.Add(FindingRules.BinaryPage, new TextRange(place, place + 1), EncodingFindings.NoText);
            return false;
        }

        if (page.Trim(new TextRange(0, page.Text.Length)).IsEmpty)
        {
            reading.Findings.Add(FindingRules.EmptyPage, new TextRange(page.First, page.First), "The file is empty.");
            return false;
        }

        return !ReportHtml(reading);
    }

    /// <summary>Reports HTML; returns <see langword="true"/> if the whole page is HTML.</summary>
    private static bool ReportHtml(PageReading reading)
    {
        PageText page = reading.Page;
        if (HtmlContent.IsHtml(page.Text))
        {
            int at = page.Text.IndexOf('<');
            reading.Findings.Add(FindingRules.HtmlPage, page.TrimmedLine(page.LineOf(at)), "The page is HTML and is not read. Run 'zstackgen import' to convert it.");
            return true;
        }

        int table = HtmlContent.FindTable(page.Text);
        if (table >= 0)
            reading.Findings.Add(FindingRules.HtmlPage, page.TrimmedLine(page.LineOf(table)), "The table is HTML and is not read. Run 'zstackgen import' to convert the page.");
        return false;
    }

    /// <summary>Determines whether more than one of fifty characters cannot occur in a text.</summary>
    private static bool IsBinary(ReadOnlySpan<char> text)
    {
        int strange = 0;
        foreach (char c in text)
        {
            strange += c == '\ufffd' || (c < ' ' && c is not ('\t' or '\n' or '\r' or '\f' or '\v')) ? 1 : 0;
        }

        return strange > text.Length / 50;
    }

    /// <summary>Reports that the page documents nothing.</summary>
    public static void ReportNothing(PageReading reading) =>
        reading.Findings.Add(FindingRules.NothingToRead, reading.Page.TrimmedLine(0), "The file contains neither an API nor a structure.");
}
