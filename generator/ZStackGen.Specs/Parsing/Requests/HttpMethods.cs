using System;

namespace ZStackGen.Specs.Parsing.Requests;

/// <summary>
/// Recognizes the methods of ZStack's API at the start of a text without blanks, such as <c>PUT/zstack/v1/zones</c>. See runtime/PROTOCOL.md §1.
/// </summary>
internal static class HttpMethods
{
    private const int LongestPath = 1000;

    private static readonly string[] s_methods = ["GET", "POST", "PUT", "DELETE"];

    /// <summary>Returns the method at the start of <paramref name="text"/>; <see langword="null"/> if there is none.</summary>
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

    /// <summary>Determines whether <paramref name="text"/> is a method followed by a path, with or without a blank between them.</summary>
    public static bool StartsRequest(ReadOnlySpan<char> text)
    {
        string? method = At(text);
        if (method is null)
            return false;
        ReadOnlySpan<char> path = text.Slice(method.Length).TrimStart();
        return path.Length is > 1 and < LongestPath && path[0] == '/' && path.IndexOf(' ') < 0;
    }
}
