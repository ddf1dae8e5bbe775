using System;
using System.Collections.Generic;
using System.Globalization;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Requests;

/// <summary>Reads the variables of a path such as <c>/v1/eips/{eipUuid}/vm-instances/nics/{vmNicUuid}</c>.</summary>
internal static class PathTemplate
{
    private const int UuidLength = 32;

    /// <summary>Returns the names of the variables in order.</summary>
    public static IEnumerable<string> Variables(string path)
    {
        int at = 0;
        while ((at = path.IndexOf('{', at)) >= 0)
        {
            int end = path.IndexOf('}', at);
            if (end < 0)
                yield break;
            yield return path.Substring(at + 1, end - at - 1);
            at = end;
        }
    }

    /// <summary>
    /// Returns the first invalid part of a path, such as <c>character ' '</c>; <see langword="null"/> if the path is valid. Characters are those of
    /// RFC 3986, section 3.3, and braces around a variable's name. A dot segment, also percent-encoded, would be sent as a different path (section 5.2.4).
    /// </summary>
    public static string? Fault(string path)
    {
        if (Character(path) is { } character)
            return $"character '{character}'";
        if (path.IndexOf("/.", StringComparison.Ordinal) < 0 && path.IndexOf("/%2", StringComparison.Ordinal) < 0)
            return null;
        foreach (string segment in path.Split('/'))
        {
            if (segment.Length <= 6 && segment.Replace("%2e", ".").Replace("%2E", ".") is "." or "..")
                return $"segment '{segment}'";
        }

        return null;
    }

    private static string? Character(string path)
    {
        if (path.IndexOf("{}", StringComparison.Ordinal) >= 0)
            return "{}";
        bool inVariable = false;
        foreach (char c in path)
        {
            if (c is '{' or '}')
            {
                if (inVariable == (c == '{'))
                    return c.ToString();
                inVariable = c == '{';
            }
            else if (!Characters.IsNamePart(c) && (inVariable ? c != '-' && c != '.' : "/-.~!$&'()*+,;=:@%".IndexOf(c) < 0))
            {
                return c < ' ' || c is >= '\ud800' and < '\ue000' ? "U+" + ((int)c).ToString("X4", CultureInfo.InvariantCulture) : c.ToString();
            }
        }

        return inVariable ? "{" : null;
    }

    /// <summary>Returns the number of variables.</summary>
    public static int CountVariables(string path)
    {
        int count = 0;
        foreach (string _ in Variables(path))
            count++;
        return count;
    }

    /// <summary>
    /// Determines whether a real path matches a template: the segments are equal, and a variable matches any text. In copies, the last segment can
    /// be joined with the next words.
    /// </summary>
    public static bool Matches(string template, string path)
    {
        ReadOnlySpan<char> expected = template.AsSpan().TrimEnd('/'), real = path.AsSpan().TrimEnd('/');
        while (true)
        {
            int slash = expected.IndexOf('/'), realSlash = real.IndexOf('/');
            bool isLast = slash < 0;
            if (isLast != (realSlash < 0))
                return false;
            ReadOnlySpan<char> segment = isLast ? expected : expected.Slice(0, slash), realSegment = isLast ? real : real.Slice(0, realSlash);
            if (segment.IndexOf('{') < 0 && !(isLast ? realSegment.StartsWith(segment, StringComparison.OrdinalIgnoreCase) : realSegment.Equals(segment, StringComparison.OrdinalIgnoreCase)))
                return false;
            if (isLast)
                return true;
            expected = expected.Slice(slash + 1);
            real = real.Slice(realSlash + 1);
        }
    }

    /// <summary>
    /// Converts a real path to a template by replacing its UUIDs with the parameters, in order; <see langword="null"/> if their numbers differ.
    /// </summary>
    public static string? FromExample(string path, IReadOnlyList<string> parameters)
    {
        string[] segments = path.Split('/');
        int next = 0;
        for (int i = 0; i < segments.Length; i++)
        {
            if (segments[i].Length != UuidLength || !RequestLine.IsExample(segments[i].AsSpan()))
                continue;
            if (next == parameters.Count)
                return null;
            segments[i] = "{" + parameters[next++] + "}";
        }

        return next == parameters.Count ? string.Join("/", segments) : null;
    }
}
