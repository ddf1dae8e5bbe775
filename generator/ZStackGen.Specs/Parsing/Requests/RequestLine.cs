using System;
using System.Collections.Generic;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Requests;

/// <summary>
/// Request lines: <c>PUT /v1/vm-instances/{uuid}/actions</c>, <c>PUT zstack/v1/…</c>, <c>GET a GET a/{uuid}</c>,
/// <c>DELETE zstack/v1/zones/{uuid}?deleteMode={deleteMode}</c>.
/// </summary>
internal static class RequestLine
{
    private static readonly string[] s_methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD"];

    /// <summary>Whether <paramref name="text"/> begins with a method and a path.</summary>
    public static bool IsAt(ReadOnlySpan<char> text) => MethodAt(text, out int pathStart) is not null && PathStart(text.Slice(pathStart)) >= 0;

    /// <summary>Reads all request lines of a line; <see langword="false"/> when it does not begin with one.</summary>
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
            int end = 0;
            while (end < path.Length && !Characters.IsBlank(path[end]) && path[end] is not ('`' or '"' or '\'' or '|' or '<'))
                end++;
            urls.Add(Url(method, path.Slice(contextLength, end - contextLength), new TextRange(position, position + pathStart + end)));
            any = true;
            position += pathStart + end;
            while (position < line.End && (Characters.IsBlank(page.Text[position]) || page.Text[position] is ',' or ';' or '`'))
                position++;
        }

        return any;
    }

    /// <summary>The method at the begin of <paramref name="text"/> and where its path begins.</summary>
    public static string? MethodAt(ReadOnlySpan<char> text, out int pathStart)
    {
        pathStart = 0;
        if (text.IsEmpty || !Characters.IsUpper(text[0]))
            return null;
        foreach (string method in s_methods)
        {
            if (!text.StartsWith(method.AsSpan(), StringComparison.Ordinal))
                continue;
            int at = method.Length;
            if (at < text.Length && text[at] is ':' or '：')
                at++;
            while (at < text.Length && Characters.IsBlank(text[at]))
                at++;
            pathStart = at;
            return at < text.Length ? method : null;
        }

        return null;
    }

    /// <summary>The length of the context before <c>/v1</c> (the slash at the end not counted); -1 when this is no path of the API.</summary>
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

        int slash = at < path.Length && path[at] == '/' ? 1 : 0;
        ReadOnlySpan<char> rest = path.Slice(at + slash);
        if (rest.StartsWith("zstack/".AsSpan(), StringComparison.OrdinalIgnoreCase))
        {
            at += slash + 6;
            rest = path.Slice(at + 1);
        }

        bool isVersion = rest.Length >= 2 && rest[0] == 'v' && Characters.IsAsciiDigit(rest[1]);
        return isVersion ? at : -1;
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
        string text = path.ToString();
        return new RequestUrl(method, text.StartsWith("/", StringComparison.Ordinal) ? text : "/" + text, query, place);
    }
}
