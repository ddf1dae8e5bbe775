using System;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Parsing.Headings;
using ZStackGen.Specs.Parsing.Requests;
using ZStackGen.Specs.Parsing.Samples;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Manuals;

/// <summary>Classifies a line outside tables and fences by its words, in the same way for every layout of a manual.</summary>
internal static class ManualLine
{
    /// <summary>Passes the line to the matching method of <paramref name="manual"/>.</summary>
    /// <returns><see langword="false"/> if the line has no special meaning.</returns>
    public static bool Read(PageText page, ManualPage manual, TextRange line)
    {
        ReadOnlySpan<char> text = page[line];
        if (RequestLine.IsAt(text))
            manual.Request(line);
        else if (IsSession(text))
            manual.Session();
        else if (IsCurl(text))
            manual.Curl(line);
        else if (SdkSample.NameIn(text) is { } api)
            manual.Sdk(api, line);
        else if (SectionLabels.Of(text[0] is '*' or '_' ? CellText.Words(text).AsSpan().Trim('_') : text) is var label and not SectionLabel.None)
            manual.Label(label);
        else
            return IsRuler(text);
        return true;
    }

    /// <summary>Returns whether a line is the session header; some pages omit the name of the header.</summary>
    public static bool IsSession(ReadOnlySpan<char> text) =>
        IsHeader(Characters.IsAsciiLetter(text[0]) ? text : text.Slice(CellMarks.Length(text)));

    private static bool IsHeader(ReadOnlySpan<char> text) =>
        text.StartsWith("Authorization".AsSpan(), StringComparison.OrdinalIgnoreCase)
        || (text.StartsWith("OAuth".AsSpan(), StringComparison.OrdinalIgnoreCase) && text.Length > 6 && text[5] is ':' or '：' or ' ');

    private static bool IsCurl(ReadOnlySpan<char> text) =>
        text.StartsWith("curl ".AsSpan(), StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("-H ".AsSpan(), StringComparison.Ordinal)
        || text.StartsWith("-X ".AsSpan(), StringComparison.Ordinal)
        || text.StartsWith("-d ".AsSpan(), StringComparison.Ordinal)
        || ((text.StartsWith("http://".AsSpan(), StringComparison.Ordinal) || text.StartsWith("https://".AsSpan(), StringComparison.Ordinal)) && text.IndexOf("/v1/".AsSpan()) > 0);

    private static bool IsRuler(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (c is not ('-' or '|' or ':' or ' ' or '=' or '*' or '_'))
                return false;
        }

        return true;
    }
}
