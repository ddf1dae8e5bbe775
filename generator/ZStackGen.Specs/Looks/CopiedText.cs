using System;
using System.Collections.Generic;
using ZStackGen.Specs.Blocks;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Looks;

/// <summary>A stretch of a copied page that is one thing: a line, a part of a line that was glued to its neighbour, or a whole JSON sample.</summary>
/// <param name="Range">Where it stands, trimmed.</param>
/// <param name="IsJson">Whether it is a sample, which may run over many lines.</param>
internal readonly record struct CopiedPiece(TextRange Range, bool IsJson);

/// <summary>
/// Cuts the text of a copied page into pieces. Browsers and scrapers run neighbours together where a block ended
/// (<c>…/vm-candidatesHeaders</c>, <c>the-session-uuid{</c>, <c>}| Name |</c>, <c>body.curl -H</c>; page-looks quirk 2); the seams are found again here.
/// </summary>
internal sealed class CopiedText
{
    /// <summary>What stands glued behind a request path.</summary>
    private static readonly string[] s_behindPath =
        ["Headers", "Header", "Authorization", "Body", "Curl", "curl", "Request", "Parameter", "Queryable", "API", "Response", "Sample", "Note", "URLs"];

    private readonly PageText _page;
    private readonly List<CopiedPiece> _pieces = [];

    private CopiedText(PageText page) => _page = page;

    /// <summary>The pieces of a page in text order; blank lines are left out.</summary>
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

    /// <summary>Where the next piece begins inside a line; the line's end when nothing is glued to it.</summary>
    private int Seam(TextRange line, int index)
    {
        ReadOnlySpan<char> text = _page[line];
        int seam = text.Length;
        if (RequestLine.MethodAt(text, out int path) is not null && RequestLine.IsAt(text))
            seam = PathSeam(text, path);
        else if (text[0] == '|')
            return line.End;
        int search = seam;
        Cut(ref seam, OtherRequest(text.Slice(0, search)));
        Cut(ref seam, Header(text.Slice(0, Math.Min(search, seam))));
        Cut(ref seam, Curl(text.Slice(0, Math.Min(search, seam))));
        // A row's description may hold braces; a curl line's body stands in quotes before its address.
        int jsonFrom = IsCurl(text) ? Address(text) : IsRow(text.Slice(0, Math.Min(search, seam))) ? text.Length : 1;
        if (jsonFrom < seam)
            Cut(ref seam, Json(line, index, jsonFrom, seam));
        return line.Start + Math.Max(seam, 1);
    }

    /// <summary>Whether a line is a table's row: it has bars, or ends in a version.</summary>
    private static bool IsRow(ReadOnlySpan<char> text) =>
        text.IndexOf(" | ".AsSpan()) >= 0 || VersionText.IsVersion(text.Slice(text.LastIndexOf(' ') + 1));

    private bool IsPlainRow(TextRange line) =>
        PlainRow.Read(_page, line, hasLocation: true, inRow: true) is not null || PlainRow.Read(_page, line, hasLocation: false, inRow: true) is not null;

    private static void Cut(ref int seam, int candidate)
    {
        if (candidate > 0 && candidate < seam)
            seam = candidate;
    }

    private static int PathSeam(ReadOnlySpan<char> text, int path)
    {
        int end = path;
        while (end < text.Length && text[end] < '\u007f' && !Characters.IsBlank(text[end]) && text[end] is not ('|' or '"'))
        {
            // A brace that opens a sample, not a path variable.
            if (text[end] == '{' && (end + 1 >= text.Length || !Characters.IsNamePart(text[end + 1])))
                break;
            end++;
        }

        ReadOnlySpan<char> token = text.Slice(path, end - path);
        int seam = token.Length;
        foreach (string label in s_behindPath)
        {
            int at = IndexOfWord(token.Slice(0, seam), label);
            if (at > 0)
                seam = at;
        }

        // The next request line: "…/doorsGET zstack/v1/…".
        if (seam == token.Length && end < text.Length)
        {
            int method = seam;
            while (method > 1 && Characters.IsUpper(token[method - 1]))
                method--;
            if (method < seam && RequestLine.IsAt(text.Slice(path + method)))
                seam = method;
        }

        return path + seam;
    }

    /// <summary>A label behind a path: not after a small slash-word's begin such as <c>/Headers</c>.</summary>
    private static int IndexOfWord(ReadOnlySpan<char> token, string label)
    {
        int from = 0;
        while (true)
        {
            int at = token.Slice(from).IndexOf(label.AsSpan(), StringComparison.Ordinal);
            if (at < 0)
                return -1;
            at += from;
            if (at > 0 && token[at - 1] is not ('/' or '{' or '-' or '.') && !InsideVariable(token, at))
                return at;
            from = at + 1;
        }
    }

    private static bool InsideVariable(ReadOnlySpan<char> token, int at) => token.Slice(0, at).LastIndexOf('{') > token.Slice(0, at).LastIndexOf('}');

    /// <summary>A further request line: <c>GET zstack/v1/a GET zstack/v1/a/{uuid}</c>.</summary>
    private static int OtherRequest(ReadOnlySpan<char> text)
    {
        int from = 1;
        while (from < text.Length)
        {
            int at = text.Slice(from).IndexOf("/v1/".AsSpan());
            if (at < 0)
                return -1;
            at += from;
            from = at + 4;
            int context = at;
            if (context >= 6 && text.Slice(0, context).EndsWith("zstack".AsSpan(), StringComparison.Ordinal))
                context -= 6;
            if (context > 0 && text[context - 1] == '/')
                context--;
            int word = context;
            while (word > 0 && Characters.IsBlank(text[word - 1]))
                word--;
            int start = word;
            while (start > 0 && Characters.IsUpper(text[start - 1]) && word - start < 6)
                start--;
            if (word == context || start == word || start == 0)
                continue;
            // "curl -X GET /v1/…" is no request line of the page, and "AddLdapServerPOST zstack/v1" begins in the middle of capitals.
            for (; start < word; start++)
            {
                if (RequestLine.IsAt(text.Slice(start)) && !text.Slice(0, start).EndsWith("-X ".AsSpan(), StringComparison.Ordinal))
                    return start;
            }
        }

        return -1;
    }

    private static int Header(ReadOnlySpan<char> text)
    {
        int from = 1;
        while (from < text.Length)
        {
            int at = text.Slice(from).IndexOf('|');
            if (at < 0)
                return -1;
            at += from;
            // Only the first bar can open a glued header: a row has a bar before its second cell, a header before "Name".
            return TableColumns.FromBars(text.Slice(at)) is not null ? at : -1;
        }

        return -1;
    }

    private static int Curl(ReadOnlySpan<char> text)
    {
        int at = text.Slice(1).IndexOf("curl -".AsSpan(), StringComparison.OrdinalIgnoreCase);
        return at < 0 ? -1 : at + 1;
    }

    private static bool IsCurl(ReadOnlySpan<char> text) =>
        text.StartsWith("curl".AsSpan(), StringComparison.OrdinalIgnoreCase) || text[0] == '-' || IsAddress(text);

    private static bool IsAddress(ReadOnlySpan<char> text) =>
        text.StartsWith("http://".AsSpan(), StringComparison.Ordinal) || text.StartsWith("https://".AsSpan(), StringComparison.Ordinal);

    /// <summary>Behind the address of a curl line, which stands outside quotes.</summary>
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
        while (from < to)
        {
            int at = text.Slice(from, to - from).IndexOf('{');
            if (at < 0)
                return -1;
            at += from;
            // Glued means without a blank: "such as { "a": 1 }" is a sentence.
            if (!Characters.IsBlank(text[at - 1]) && IsJsonAt(new TextRange(line.Start + at, line.End), index, inside: true))
                return IsPlainRow(line) ? -1 : at;
            from = at + 1;
        }

        return -1;
    }

    /// <summary>Whether a sample begins here: a bracket, then a quoted name (or a bracket), on this line or the next.</summary>
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
        // "{}" in a sentence says that the response is empty; alone on its line it is one.
        if (c is '}' or ']')
            return !inside && (next + 1 == rest.End || _page.Text[next + 1] == '|');
        return !inside && c is '{' or '[' or '\'' or '#';
    }
}
