using System;
using System.Collections.Generic;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Parsing.Requests;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Assembly.Ledger;

/// <summary>Finds lines with a method and a path of ZStack's API that belong to no API of the page.</summary>
internal sealed class RequestLedger(IReadOnlyList<ApiModel?> apis)
{
    /// <summary>The number of lines after a request line that can contain the header of an example.</summary>
    private const int NearLines = 4;

    private const int LongestPath = 1000;

    private static readonly string[] s_methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD"];

    private HashSet<string>? _known;

    /// <summary>Determines whether a line is the request line of an API that is not in the model.</summary>
    public bool IsUnread(PageText page, TextRange[] lines, int line)
    {
        ReadOnlySpan<char> text = page[lines[line]];
        int start = 0;
        while (start < text.Length && start < 4 && (text[start] is '*' or '`' or '_' or '[' or '(' or '>' or '-' || Characters.IsBlank(text[start])))
            start++;
        text = text.Slice(start);
        if (MethodLength(text) is not (var length and > 0) || PathOf(text.Slice(length)) is not { } path)
            return false;
        // A path with a real UUID belongs to an example.
        if (RequestLine.IsExample(path.AsSpan()))
            return false;
        if (Known().Contains(text.Slice(0, length).ToString().ToUpperInvariant() + " " + path))
            return false;
        int last = Math.Min(line + NearLines, lines.Length - 1);
        for (int i = line + 1; i <= last; i++)
        {
            ReadOnlySpan<char> near = page[lines[i]];
            if (near.IndexOf("OAuth".AsSpan(), StringComparison.Ordinal) >= 0)
                return !RequestLine.IsExample(near);
        }

        return true;
    }

    /// <summary>Determines whether a request line also contains a request that is not in the model: <c>PUT a or POST b</c>.</summary>
    public bool ContainsUnread(ReadOnlySpan<char> line)
    {
        for (int i = 1; i < line.Length; i++)
        {
            if (!Characters.IsNamePart(line[i - 1]) && MethodLength(line.Slice(i)) > 0 && RequestLine.TryRead(line.Slice(i), out string method, out string path)
                && !RequestLine.IsExample(path.AsSpan()) && !Known().Contains(method + " " + Normal(path.AsSpan())))
            {
                return true;
            }
        }

        return false;
    }

    private static int MethodLength(ReadOnlySpan<char> text)
    {
        if (text.Length < 6 || (text[0] | 0x20) is not ('g' or 'p' or 'd' or 'h'))
            return 0;
        foreach (string method in s_methods)
        {
            if (text.StartsWith(method.AsSpan(), StringComparison.OrdinalIgnoreCase) && text.Length > method.Length && !Characters.IsAsciiLetter(text[method.Length]))
                return method.Length;
        }

        return 0;
    }

    /// <summary>
    /// Returns the path after a method, without context, version and query; <see langword="null"/> if it is not a path of ZStack's API.
    /// </summary>
    private static string? PathOf(ReadOnlySpan<char> text)
    {
        int start = 0;
        while (start < text.Length && (Characters.IsBlank(text[start]) || text[start] is ':' or '：' or '*' or '`'))
            start++;
        text = text.Slice(start);
        int end = 0;
        while (end < text.Length && end < LongestPath && !Characters.IsBlank(text[end]) && text[end] is not ('?' or '`' or '"' or '*' or '#' or '<' or '|') && text[end] < '\u007f')
            end++;
        return Normal(text.Slice(0, end));
    }

    private static string? Normal(ReadOnlySpan<char> path)
    {
        bool isOfApi = false;
        path = TrimSlash(path);
        if (path.StartsWith("zstack/".AsSpan(), StringComparison.OrdinalIgnoreCase))
        {
            path = TrimSlash(path.Slice(7));
            isOfApi = true;
        }

        if (path.StartsWith("v1/".AsSpan(), StringComparison.OrdinalIgnoreCase))
        {
            path = TrimSlash(path.Slice(3));
            isOfApi = true;
        }
        else if (path.Length > 2 && path[0] == 'v' && Characters.IsAsciiDigit(path[1]))
        {
            // The version of another product remains in the path, because it is part of the request.
            isOfApi = true;
        }

        return isOfApi && path.Length > 0 ? path.ToString() : null;
    }

    private static ReadOnlySpan<char> TrimSlash(ReadOnlySpan<char> path) => path.Trim('/');

    private HashSet<string> Known()
    {
        if (_known is not null)
            return _known;
        _known = new HashSet<string>(StringComparer.Ordinal);
        foreach (ApiModel? api in apis)
        {
            if (api is null)
                continue;
            Add(api.Method, api.Path);
            foreach (string path in api.AlternatePaths)
                Add(api.Method, path);
        }

        return _known;
    }

    private void Add(string method, string path)
    {
        if (Normal(path.AsSpan()) is { } normal)
            _known!.Add(method + " " + normal);
    }
}
