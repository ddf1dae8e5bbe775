using System;
using System.Collections.Generic;
using System.Globalization;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Requests;

/// <summary>The variables of a path such as <c>/v1/eips/{eipUuid}/vm-instances/nics/{vmNicUuid}</c>.</summary>
internal static class PathTemplate
{
    private const int UuidLength = 32;

    /// <summary>The variables' names in order.</summary>
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
    /// What a path cannot hold (RFC 3986, section 3.3, and braces around a variable's name); <see langword="null"/> where all is right.
    /// </summary>
    public static string? Fault(string path)
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

    /// <summary>The number of variables.</summary>
    public static int CountVariables(string path)
    {
        int count = 0;
        foreach (string _ in Variables(path))
            count++;
        return count;
    }

    /// <summary>
    /// Whether a real path can come from a template: equal segments, any text where a variable stands. Copies run the next words
    /// together with the path's last segment.
    /// </summary>
    public static bool Matches(string template, string path)
    {
        string[] expected = template.TrimEnd('/').Split('/'), real = path.TrimEnd('/').Split('/');
        if (expected.Length != real.Length)
            return false;
        for (int i = 0; i < expected.Length; i++)
        {
            bool isLast = i == expected.Length - 1;
            if (expected[i].IndexOf('{') < 0 && !(isLast ? real[i].StartsWith(expected[i], StringComparison.OrdinalIgnoreCase) : expected[i].Equals(real[i], StringComparison.OrdinalIgnoreCase)))
                return false;
        }

        return true;
    }

    /// <summary>The template of a real path: its UUIDs are the parameters, in their order; <see langword="null"/> where their numbers differ.</summary>
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
