using System;
using System.Collections.Generic;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Requests;

/// <summary>
/// Reads request lines: <c>PUT /v1/vm-instances/{uuid}/actions</c>, <c>PUT zstack/v1/…</c>, <c>GET a GET a/{uuid}</c>,
/// <c>DELETE zstack/v1/zones/{uuid}?deleteMode={deleteMode}</c>.
/// </summary>
internal static class RequestLine
{
    private const string Context = "zstack/";
    private const int UuidLength = 32;

    private static readonly string[] s_methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD"];

    /// <summary>Determines whether <paramref name="text"/> starts with a method and a path.</summary>
    public static bool IsAt(ReadOnlySpan<char> text) => MethodAt(text, out int pathStart) is not null && PathStart(text.Slice(pathStart)) >= 0;

    /// <summary>Reads the request at the start of a text.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out string method, out string path)
    {
        method = MethodAt(text, out int start) ?? "";
        ReadOnlySpan<char> rest = method.Length == 0 ? default : text.Slice(start);
        int context = rest.IsEmpty ? -1 : PathStart(rest);
        path = context < 0 ? "" : Url(method, rest.Slice(context, PathEnd(rest) - context), default).Path;
        return context >= 0;
    }

    /// <summary>Reads all request lines in a line; returns <see langword="false"/> if it does not start with a request line.</summary>
    public static bool Read(PageText page, TextRange line, List<RequestUrl> urls)
    {
        bool any = false;
        int position = line.Start;
        while (position < line.End)
        {
            ReadOnlySpan<char> text = page.Text.AsSpan(position, line.End - position);
            if (MethodAt(text, out int pathStart) is not { } method)
                break;
            ReadOnlySpan<char> path = text.Slice(pathStart);
            int contextLength = PathStart(path);
            if (contextLength < 0)
                break;
            int end = PathEnd(path);
            urls.Add(Url(method, path.Slice(contextLength, end - contextLength), new TextRange(position, position + pathStart + end)));
            any = true;
            position += pathStart + end;
            while (position < line.End && (Characters.IsBlank(page.Text[position]) || page.Text[position] is ',' or ';' or '`'))
                position++;
        }

        return any;
    }

    /// <summary>Returns the method at the start of <paramref name="text"/> and the start of its path.</summary>
    public static string? MethodAt(ReadOnlySpan<char> text, out int pathStart)
    {
        pathStart = 0;
        if (text.Length < 3)
            return null;
        if (!Characters.IsUpper(text[0]))
            return Characters.IsLower(text[0]) ? LowercaseMethodAt(text, out pathStart) : null;
        foreach (string method in s_methods)
        {
            if (text[0] != method[0] || !text.StartsWith(method.AsSpan(), StringComparison.OrdinalIgnoreCase))
                continue;
            int at = method.Length;
            // "Delete zstack/…" is accepted like "DELETE". Other mixed-case words are not methods.
            if (!text.StartsWith(method.AsSpan(), StringComparison.Ordinal) && (at >= text.Length || !Characters.IsBlank(text[at]) || !Characters.IsLower(text[1])))
                continue;
            // The marks of code and emphasis: "`PUT` `/v1/…`", "PUT** /v1/…".
            while (at < text.Length && (text[at] is ':' or '：' or '`' or '*' || Characters.IsBlank(text[at])))
                at++;
            pathStart = at;
            return at < text.Length ? method : null;
        }

        return null;
    }

    /// <summary>
    /// Returns the method of a line that consists of a lowercase method and a path: <c>put /v1/doors/{uuid}</c>. With more words, it is a sentence.
    /// </summary>
    private static string? LowercaseMethodAt(ReadOnlySpan<char> text, out int pathStart)
    {
        pathStart = 0;
        foreach (string method in s_methods)
        {
            int at = method.Length;
            if (text.Length <= at || !Characters.IsBlank(text[at]) || !text.StartsWith(method.AsSpan(), StringComparison.OrdinalIgnoreCase) || Characters.IsUpper(text[1]))
                continue;
            while (at < text.Length && Characters.IsBlank(text[at]))
                at++;
            ReadOnlySpan<char> path = text.Slice(at);
            if (path.IsEmpty || PathStart(path) < 0 || !CellText.Trim(path.Slice(PathEnd(path))).TrimEnd('`').IsEmpty)
                return null;
            pathStart = at;
            return method;
        }

        return null;
    }

    /// <summary>Returns the length of a path. Blanks can be inside it where a line was wrapped or copied: <c>/v1/doors/{uuid} /actions</c>.</summary>
    private static int PathEnd(ReadOnlySpan<char> path)
    {
        int end = 0;
        while (end < path.Length)
        {
            char c = path[end];
            if (Characters.IsInvisible(c))
            {
                end++;
            }
            else if (Characters.IsBlank(c))
            {
                int next = end;
                while (next < path.Length && Characters.IsBlank(path[next]))
                    next++;
                // Blanks around a name in braces: { uuid }.
                if (end > 0 && next < path.Length && path[end - 1] == '{' && Characters.IsNamePart(path[next]) && path.Slice(next).IndexOf('}') > 0
                    || next < path.Length && path[next] == '}' && Characters.IsNamePart(path[end - 1]) && path.Slice(0, end).LastIndexOf('{') > path.Slice(0, end).LastIndexOf('}'))
                {
                    end = next;
                    continue;
                }

                if (path[end - 1] != '}' || next + 1 >= path.Length || path[next] != '/' || !Characters.IsNamePart(path[next + 1]))
                    break;
                end = next;
            }
            else if (c == '<' && PathVariables.LengthOfTag(path.Slice(end)) is var length and > 0 && path[end - 1] == '/')
            {
                end += length;
            }
            else if (c is '`' or '"' or '\'' or '|' or '<' or '*' || (Characters.IsChinese(c) && c is not ('｛' or '｝')))
            {
                break;
            }
            else
            {
                end++;
            }
        }

        while (end > 0 && Characters.IsInvisible(path[end - 1]))
            end--;
        return end;
    }

    /// <summary>Determines whether a path contains a UUID. Such a request line is an example call, not the template of an API.</summary>
    public static bool IsExample(ReadOnlySpan<char> path)
    {
        int digits = 0;
        foreach (char c in path)
        {
            digits = Characters.IsAsciiDigit(c) || c is >= 'a' and <= 'f' ? digits + 1 : 0;
            if (digits == UuidLength)
                return true;
        }

        return false;
    }

    /// <summary>
    /// Returns the length of the context before <c>/v1</c>, without the trailing slash; -1 if the text is not a path of the API.
    /// </summary>
    private static int PathStart(ReadOnlySpan<char> path)
    {
        int at = 0;
        if (path.StartsWith("http".AsSpan(), StringComparison.Ordinal))
        {
            int scheme = path.IndexOf("://".AsSpan());
            if (scheme is < 0 or > 5)
                return -1;
            int host = path.Slice(scheme + 3).IndexOf('/');
            if (host < 0)
                return -1;
            at = scheme + 3 + host;
        }

        int slash = SlashEnd(path, at);
        ReadOnlySpan<char> rest = path.Slice(slash);
        bool hasContext = rest.StartsWith(Context.AsSpan(), StringComparison.OrdinalIgnoreCase);
        if (hasContext)
        {
            slash = SlashEnd(path, slash + Context.Length - 1);
            at = slash - 1;
            rest = path.Slice(slash);
        }

        if (HasVersion(rest))
            return hasContext ? at : Math.Max(slash - 1, 0);
        // Some pages omit the version. After the context, no other path is possible.
        return hasContext && rest.Length > 1 && Characters.IsAsciiLetter(rest[0]) ? at : -1;
    }

    private static int SlashEnd(ReadOnlySpan<char> path, int at)
    {
        while (at < path.Length && path[at] == '/')
            at++;
        return at;
    }

    private static bool HasVersion(ReadOnlySpan<char> path) => path.Length >= 2 && path[0] == 'v' && Characters.IsAsciiDigit(path[1]);

    /// <summary>Returns a path with single slashes and with the version.</summary>
    private static string Normalized(ReadOnlySpan<char> path)
    {
        int start = SlashEnd(path, 0);
        string text = path.Slice(start).ToString();
        if (text.IndexOf('&') >= 0)
            text = text.Replace("&lt;", "<").Replace("&gt;", ">");
        text = PathVariables.InBraces(text);
        if (text.IndexOf("//", StringComparison.Ordinal) >= 0)
            text = string.Join("/", text.Split(['/'], StringSplitOptions.RemoveEmptyEntries)) + (text[text.Length - 1] == '/' ? "/" : "");
        // V1, and v1 as text recognition reads it.
        if (text.Length > 2 && text[2] == '/' && text[0] is 'v' or 'V' && text[1] is '1' or 'l' or 'I')
            text = "v1" + text.Substring(2);
        return HasVersion(text.AsSpan()) ? "/" + text : "/v1/" + text;
    }

    private static RequestUrl Url(string method, ReadOnlySpan<char> path, TextRange place)
    {
        int hash = path.IndexOf('#');
        if (hash >= 0)
            path = path.Slice(0, hash);
        int question = path.IndexOf('?');
        string query = question < 0 ? "" : path.Slice(question + 1).ToString();
        if (question >= 0)
            path = path.Slice(0, question);
        return new RequestUrl(method, Normalized(path), query, place);
    }
}
