using System;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing;

/// <summary>Whether a file is a text at all, and what to say when nothing was found in it.</summary>
internal static class TextChecks
{
    /// <summary>Reports an empty or binary file; <see langword="false"/> when there is nothing to read.</summary>
    public static bool IsReadable(PageReading reading)
    {
        PageText page = reading.Page;
        // No text holds a NUL; of the rest the first 64 KB decide, since binary files show themselves at once.
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

    /// <summary>Reports HTML; <see langword="true"/> when all of the page is HTML.</summary>
    private static bool ReportHtml(PageReading reading)
    {
        PageText page = reading.Page;
        if (HtmlContent.IsHtml(page.Text))
        {
            int at = page.Text.IndexOf('<');
            reading.Findings.Add(FindingRules.HtmlPage, page.TrimmedLine(page.LineOf(at)), "The page is HTML and is not read. Run 'zstackgen import' on it to make pages of it.");
            return true;
        }

        int table = HtmlContent.FindTable(page.Text);
        if (table >= 0)
            reading.Findings.Add(FindingRules.HtmlPage, page.TrimmedLine(page.LineOf(table)), "The table is HTML and is not read. Run 'zstackgen import' on the page to make pages of it.");
        return false;
    }

    /// <summary>Characters that no text has in more than one of fifty places.</summary>
    private static bool IsBinary(ReadOnlySpan<char> text)
    {
        int strange = 0;
        foreach (char c in text)
        {
            strange += c == '\ufffd' || (c < ' ' && c is not ('\t' or '\n' or '\r' or '\f' or '\v')) ? 1 : 0;
        }

        return strange > text.Length / 50;
    }

    /// <summary>Says that the page documents nothing.</summary>
    public static void ReportNothing(PageReading reading) =>
        reading.Findings.Add(FindingRules.NothingToRead, reading.Page.TrimmedLine(0), "The file has neither an API nor a structure in it.");
}
