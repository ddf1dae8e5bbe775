using System;
using System.Text;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Requests;

/// <summary>
/// Writes the variables of a path in braces. Pages also write <c>:uuid</c>, <c>$uuid</c>, <c>&lt;uuid&gt;</c>, <c>${uuid}</c>, <c>{{uuid}}</c>, <c>(uuid)</c>, <c>%7Buuid%7D</c>
/// and full-width braces.
/// </summary>
internal static class PathVariables
{
    /// <summary>Returns a path with all variables in braces, without invisible characters and blanks.</summary>
    public static string InBraces(string path)
    {
        if (!MayHaveOthers(path))
            return path;
        var text = new StringBuilder(path.Length);
        foreach (char c in path)
        {
            if (!Characters.IsBlank(c))
                text.Append(c switch { '｛' => '{', '｝' => '}', _ => c });
        }

        text.Replace("%7B", "{").Replace("%7b", "{").Replace("%7D", "}").Replace("%7d", "}").Replace("{{", "{").Replace("}}", "}").Replace("${", "{");
        string[] segments = text.ToString().Split('/');
        for (int i = 0; i < segments.Length; i++)
        {
            string segment = segments[i];
            if (segment.Length > 1 && segment[0] is ':' or '$' && Characters.IsName(segment.AsSpan(1)))
                segments[i] = "{" + segment.Substring(1) + "}";
            else if (segment.Length > 2 && segment[0] == '(' && segment[segment.Length - 1] == ')' && Characters.IsName(segment.AsSpan(1, segment.Length - 2)))
                segments[i] = "{" + segment.Substring(1, segment.Length - 2) + "}";
            else if (segment.Length > 2 && LengthOfTag(segment.AsSpan()) == segment.Length)
                segments[i] = "{" + segment.Substring(1, segment.Length - 2) + "}";
        }

        return string.Join("/", segments);
    }

    /// <summary>Returns the length of a name in angle brackets that is a whole segment: <c>&lt;uuid&gt;</c>. Otherwise, 0.</summary>
    public static int LengthOfTag(ReadOnlySpan<char> text)
    {
        int close = text.IndexOf('>');
        return close > 1 && text[0] == '<' && Characters.IsName(text.Slice(1, close - 1)) && (close + 1 == text.Length || text[close + 1] is '/' or '?' or '`' or '*' or '"' or '\'' or '|' or ',' || Characters.IsBlank(text[close + 1]))
            ? close + 1
            : 0;
    }

    private static bool MayHaveOthers(string path)
    {
        for (int i = 0; i < path.Length; i++)
        {
            if (path[i] is ':' or '<' or '$' or '%' or '(' || path[i] >= '\u007f' || Characters.IsBlank(path[i]) || (path[i] == '{' && i + 1 < path.Length && path[i + 1] == '{'))
                return true;
        }

        return false;
    }
}
