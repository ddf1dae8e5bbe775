using ZStackGen.Specs.Looks;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Findings;

/// <summary>Whether a file is a text at all, and what to say when nothing was found in it.</summary>
internal static class TextChecks
{
    /// <summary>Reports an empty or binary file; <see langword="false"/> when there is nothing to read.</summary>
    public static bool IsReadable(PageReading reading)
    {
        PageText page = reading.Page;
        bool blank = true;
        int strange = 0;
        int firstStrange = -1;
        string text = page.Text;
        // The first 64 KB decide: binary files show themselves at once.
        int end = text.Length < 65536 ? text.Length : 65536;
        for (int i = 0; i < end; i++)
        {
            char c = text[i];
            if (c is '\0' or '\ufffd' || (c < ' ' && c is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\u001b')))
            {
                strange++;
                if (firstStrange < 0)
                    firstStrange = i;
            }

            blank = blank && Characters.IsBlank(c);
        }

        if (strange > 0 && (strange > end / 20 || text.IndexOf('\0', 0, end) >= 0))
        {
            reading.Findings.Add(FindingRules.BinaryPage, new TextRange(firstStrange, firstStrange + 1), "The file is not a text.");
            return false;
        }

        if (blank && end == text.Length)
        {
            reading.Findings.Add(FindingRules.EmptyPage, new TextRange(page.First, page.First), "The file is empty.");
            return false;
        }

        return true;
    }

    /// <summary>Says that the page documents nothing.</summary>
    public static void ReportNothing(PageReading reading) =>
        reading.Findings.Add(FindingRules.NothingToRead, reading.Page.TrimmedLine(0), "The file has neither an API nor a structure in it.");
}
