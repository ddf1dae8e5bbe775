using System;
using System.Collections.Generic;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Parsing.Requests;
using ZStackGen.Specs.Parsing.Samples;
using ZStackGen.Specs.Parsing.Tables;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Copies;

/// <summary>A piece of a copied page: a line, a part of a line that was glued to its neighbor, or a JSON sample.</summary>
/// <param name="Range">The trimmed range on the page.</param>
/// <param name="IsJson">Whether the piece is a JSON sample, which may span several lines.</param>
internal readonly record struct CopiedPiece(TextRange Range, bool IsJson);

/// <summary>
/// Splits the text of a copied page into pieces. Copying a page often loses the line break between two blocks
/// (<c>…/vm-candidatesHeaders</c>, <c>the-session-uuid{</c>, <c>}| Name |</c>, <c>body.curl -H</c>); this class finds the boundaries again.
/// </summary>
internal sealed partial class CopiedText
{
    private const int LongestPath = 1000;

    private const string Version = "/v1/";

    private const string CurlCommand = "curl -";

    /// <summary>A position after the end of every page.</summary>
    private const int Beyond = int.MaxValue / 2;

    /// <summary>The words that may be glued to the end of a request path.</summary>
    private static readonly string[] s_behindPath =
        ["Headers", "Header", "Authorization", "Body", "Curl", "curl", "Request", "Parameter", "Queryable", "API", "Response", "Sample", "Note", "URLs"];

    private readonly PageText _page;
    private readonly List<CopiedPiece> _pieces;
    private int _nextVersion = -1, _nextCommand = -1;
    private int _nextRequest, _requestLine = -1, _nextCurl, _curlLine = -1, _nextBar, _barLine = -1, _versionLine = -1;
    private bool _isHeader, _endsInVersion;

    private CopiedText(PageText page)
    {
        _page = page;
        _pieces = new List<CopiedPiece>(page.LineCount + 8);
    }

    /// <summary>Returns the pieces of a page in text order, without blank lines.</summary>
    public static List<CopiedPiece> Cut(PageReading reading)
    {
        var text = new CopiedText(reading.Page);
        text.Cut();
        return text._pieces;
    }

    private void Cut()
    {
        int line = 0;
        int from = _page.First;
        while (line < _page.LineCount)
        {
            TextRange rest = _page.Trim(new TextRange(Math.Max(from, _page.Line(line).Start), _page.Line(line).End));
            if (rest.IsEmpty)
            {
                line++;
                continue;
            }

            if (IsJsonAt(rest, line))
            {
                int end = JsonExtent.End(_page, rest.Start, line);
                _pieces.Add(new CopiedPiece(_page.Trim(new TextRange(rest.Start, end)), true));
                from = Math.Max(end, rest.Start + 1);
                line = _page.LineOf(from);
                continue;
            }

            int seam = Seam(rest, line);
            TextRange piece = _page.Trim(new TextRange(rest.Start, seam));
            if (!piece.IsEmpty)
                _pieces.Add(new CopiedPiece(piece, false));
            from = seam;
            if (seam >= rest.End)
                line++;
        }
    }

    /// <summary>Returns the position at which the next piece of a line starts; otherwise, the end of the line.</summary>
    private int Seam(TextRange line, int index)
    {
        ReadOnlySpan<char> text = _page[line];
        int seam = text.Length;
        if (RequestLine.MethodAt(text, out int path) is not null && RequestLine.IsAt(text))
            seam = PathSeam(text, path);
        else if (text[0] == '|')
            return line.End;
        Cut(ref seam, OtherRequest(line) - line.Start);
        Cut(ref seam, Curl(line) - line.Start);
        Cut(ref seam, Header(line) - line.Start);
        text = text.Slice(0, seam);
        // In a curl line, the quoted body may come before the address and does not start a new piece.
        int jsonFrom = IsCurl(text) ? Address(text) : 1;
        if (jsonFrom < seam && !EndsInVersion(line))
            Cut(ref seam, Json(line, index, jsonFrom, seam));
        return line.Start + Math.Max(seam, 1);
    }

    /// <summary>Returns whether a line ends with a version, as a row of a plain table does.</summary>
    private bool EndsInVersion(TextRange line)
    {
        if (_versionLine != line.End)
        {
            int start = line.End;
            while (start > line.Start && line.End - start < 32 && !Characters.IsBlank(_page.Text[start - 1]))
                start--;
            (_versionLine, _endsInVersion) = (line.End, VersionText.IsVersion(_page.Text.AsSpan(start, line.End - start)));
        }

        return _endsInVersion;
    }

    private bool IsPlainRow(TextRange line) =>
        PlainRow.Read(_page, line, hasLocation: true, inRow: true) is not null || PlainRow.Read(_page, line, hasLocation: false, inRow: true) is not null;

    private static void Cut(ref int seam, int candidate)
    {
        if (candidate > 0 && candidate < seam)
            seam = candidate;
    }

    /// <summary>Returns the page position of a table header glued to the preceding text. Only the first bar of a line can start a header.</summary>
    private int Header(TextRange line)
    {
        if (_barLine != line.End || _nextBar <= line.Start)
        {
            int at = _page.Text.AsSpan(line.Start + 1, line.Length - 1).IndexOf('|');
            _barLine = line.End;
            _nextBar = at < 0 ? int.MaxValue : line.Start + 1 + at;
            // The text before the bar may be the header's own first word.
            _isHeader = at >= 0 && TableColumns.FromBars(_page.Text.AsSpan(_nextBar, line.End - _nextBar)) is not null && HeaderWords.Meant(_page.Text.AsSpan(line.Start, at + 1)) == ColumnRole.Other;
        }

        return _isHeader ? _nextBar : int.MaxValue;
    }

    /// <summary>Returns the page position of a curl call glued to the preceding text.</summary>
    private int Curl(TextRange line)
    {
        if (_curlLine != line.End || _nextCurl <= line.Start)
        {
            int at = Next(CurlCommand, line.Start + 1, ref _nextCommand);
            (_curlLine, _nextCurl) = (line.End, at + CurlCommand.Length > line.End ? int.MaxValue : at);
        }

        return _nextCurl;
    }

    /// <summary>
    /// Returns the position of the next text on the page; beyond the page if there is none. Most lines do not contain it, so the whole page is searched
    /// once instead of every line.
    /// </summary>
    private int Next(string what, int from, ref int next)
    {
        if (next < from)
            next = _page.Text.AsSpan(from).IndexOf(what.AsSpan()) is var at and >= 0 ? from + at : Beyond;
        return next;
    }

    private static bool IsCurl(ReadOnlySpan<char> text) =>
        text.StartsWith("curl".AsSpan(), StringComparison.OrdinalIgnoreCase) || text[0] == '-' || IsAddress(text);

    private static bool IsAddress(ReadOnlySpan<char> text) =>
        text.StartsWith("http://".AsSpan(), StringComparison.Ordinal) || text.StartsWith("https://".AsSpan(), StringComparison.Ordinal);

    /// <summary>Returns the position after the unquoted address of a curl line.</summary>
    private static int Address(ReadOnlySpan<char> text)
    {
        int from = 0;
        int quote = text.LastIndexOf('\'');
        if (quote > 0)
            from = quote + 1;
        int at = text.Slice(from).IndexOf("http".AsSpan(), StringComparison.Ordinal);
        return at < 0 ? text.Length : from + at + 4;
    }

    private int Json(TextRange line, int index, int from, int to)
    {
        ReadOnlySpan<char> text = _page[line];
        int looked = 0;
        while (from < to)
        {
            int at = text.Slice(from, to - from).IndexOf('{');
            if (at < 0)
                return -1;
            at += from;
            // The description of a table row may contain braces.
            if (text.Slice(looked, at - looked).IndexOf(" | ".AsSpan()) >= 0)
                return -1;
            looked = Math.Max(at - 2, 0);
            // After a blank, the brace is part of a sentence: "such as { "a": 1 }".
            if (!Characters.IsBlank(text[at - 1]) && IsJsonAt(new TextRange(line.Start + at, line.End), index, inside: true))
                return IsPlainRow(line) ? -1 : at;
            from = at + 1;
        }

        return -1;
    }

    /// <summary>Returns whether a JSON sample starts here: a bracket, followed by a quoted name or a bracket on this line or the next.</summary>
    private bool IsJsonAt(TextRange rest, int line, bool inside = false)
    {
        string text = _page.Text;
        if (text[rest.Start] is not ('{' or '['))
            return false;
        int next = rest.Start + 1;
        while (next < rest.End && Characters.IsBlank(text[next]))
            next++;
        if (next < rest.End)
            return IsInside(rest, next, inside);
        for (int i = line + 1; i < _page.LineCount && i <= line + 3; i++)
        {
            TextRange following = _page.TrimmedLine(i);
            if (!following.IsEmpty)
                return text[following.Start] is '"' or '{' or '}' or '[' or ']' || (!inside && text[following.Start] is '#' or '/' or '\'');
        }

        return false;
    }

    private bool IsInside(TextRange rest, int next, bool inside)
    {
        char c = _page.Text[next];
        if (c == '"')
            return next + 1 < rest.End && _page.Text[next + 1] != '\\';
        // "{}" alone on its line is a sample; inside a sentence it is not.
        if (c is '}' or ']')
            return !inside && (next + 1 == rest.End || _page.Text[next + 1] == '|');
        return !inside && c is '{' or '[' or '\'' or '#';
    }
}
