using System;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Parsing.Requests;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Copies;

// Finds the end of a request path, and further request lines on a line.
internal sealed partial class CopiedText
{
    private static int PathSeam(ReadOnlySpan<char> text, int path)
    {
        int end = path;
        int last = Math.Min(text.Length, path + LongestPath);
        while (end < last && (text[end] < '\u007f' || text[end] is '｛' or '｝') && !Characters.IsBlank(text[end]) && text[end] is not ('|' or '"'))
        {
            if (text[end] == '{' && VariableLength(text.Slice(end)) is var length and > 0)
                end += length;
            // This brace starts a JSON sample and not a path variable.
            else if (text[end] == '{' && (end + 1 >= text.Length || !Characters.IsNamePart(text[end + 1])))
                break;
            else
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

        // A glued request line: "…/doorsGET zstack/v1/…".
        if (seam == token.Length && end < text.Length)
        {
            int method = seam;
            while (method > 1 && Characters.IsUpper(token[method - 1]))
                method--;
            if (method < seam && RequestLine.IsAt(text.Slice(path + method)))
                seam = method;
        }

        // The colon identifies the header even after a slash; the slash is then not part of the path.
        int header = token.Slice(0, seam).IndexOf("Authorization:".AsSpan(), StringComparison.Ordinal);
        if (header > 0)
            seam = header > 1 && token[header - 1] == '/' ? header - 1 : header;
        return path + seam;
    }

    /// <summary>Returns the length of a variable with blanks around its name: <c>{ uuid }</c>. Otherwise, 0.</summary>
    private static int VariableLength(ReadOnlySpan<char> text)
    {
        int close = text.Slice(0, Math.Min(text.Length, LongestPath)).IndexOf('}');
        return close > 3 && text[1] == ' ' && Characters.IsName(CellText.Trim(text.Slice(1, close - 1))) ? close + 1 : 0;
    }

    /// <summary>Returns the position of a label glued to a path, but not of a path segment such as <c>/Headers</c>.</summary>
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

    /// <summary>Returns the page position of a second request line: <c>GET zstack/v1/a GET zstack/v1/a/{uuid}</c>.</summary>
    private int OtherRequest(TextRange line)
    {
        // The last match is cached until the line is read past it, so that each line is searched only once.
        if (_requestLine != line.End || _nextRequest <= line.Start)
            (_requestLine, _nextRequest) = (line.End, NextRequest(line));
        return _nextRequest;
    }

    private int NextRequest(TextRange line)
    {
        string text = _page.Text;
        int from = line.Start + 1;
        while (Next(Version, from, ref _nextVersion) is var at && at + Version.Length <= line.End)
        {
            from = at + Version.Length;
            int context = at;
            if (context - line.Start >= 6 && string.CompareOrdinal(text, context - 6, "zstack", 0, 6) == 0)
                context -= 6;
            if (context > line.Start && text[context - 1] == '/')
                context--;
            int word = context;
            while (word > line.Start && word > context - 4 && Characters.IsBlank(text[word - 1]))
                word--;
            int start = word;
            while (start > line.Start && word - start < 6 && Characters.IsUpper(text[start - 1]))
                start--;
            if (word == context || start == word)
                continue;
            // "curl -X GET /v1/…" is not a request line, and the method of "AddLdapServerPOST zstack/v1" starts inside a run of capitals.
            for (start = Math.Max(start, line.Start + 1); start < word; start++)
            {
                if (RequestLine.IsAt(text.AsSpan(start, Math.Min(line.End - start, 80))) && string.CompareOrdinal(text, Math.Max(start - 3, line.Start), "-X ", 0, 3) != 0)
                    return start;
            }
        }

        return int.MaxValue;
    }
}
