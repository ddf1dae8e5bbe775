using System;

namespace ZStackGen.Specs.Parsing.Requests;

/// <summary>The methods of ZStack's API (PROTOCOL.md §1) at the begin of a glued text such as <c>PUT/zstack/v1/zones</c>.</summary>
internal static class HttpMethods
{
    private const int LongestPath = 1000;

    private static readonly string[] s_methods = ["GET", "POST", "PUT", "DELETE"];

    /// <summary>The method that <paramref name="text"/> begins with; <see langword="null"/> when it begins with none.</summary>
    public static string? At(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || text[0] is not ('G' or 'P' or 'D'))
            return null;
        foreach (string method in s_methods)
        {
            if (text.StartsWith(method.AsSpan(), StringComparison.Ordinal))
                return method;
        }

        return null;
    }

    /// <summary>Whether <paramref name="text"/> is a method with a path behind it, glued or not.</summary>
    public static bool StartsRequest(ReadOnlySpan<char> text)
    {
        string? method = At(text);
        if (method is null)
            return false;
        ReadOnlySpan<char> path = text.Slice(method.Length).TrimStart();
        return path.Length is > 1 and < LongestPath && path[0] == '/' && path.IndexOf(' ') < 0;
    }
}
