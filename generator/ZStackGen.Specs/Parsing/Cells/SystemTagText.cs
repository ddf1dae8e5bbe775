using System;
using System.Text;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Cells;

/// <summary>
/// Finds a system tag in a line: <c>staticIp::&lt;l3NetworkUuid&gt;::&lt;ip&gt;</c>, <c>`driver::{name}`</c>. Parts are separated by two colons.
/// A part in angle brackets or braces, or with the prefix <c>$</c>, is a variable.
/// </summary>
internal static class SystemTagText
{
    private const int LongestTag = 512;

    /// <summary>Returns the tag with its variables in braces; <see langword="null"/> if the line contains none.</summary>
    /// <param name="line">The line.</param>
    /// <param name="place">The range of the tag in the line.</param>
    public static string? Find(ReadOnlySpan<char> line, out TextRange place)
    {
        int from = 0;
        place = default;
        while (true)
        {
            int at = line.Slice(from).IndexOf("::".AsSpan());
            if (at < 0)
                return null;
            at += from;
            int start = at;
            while (start > 0 && Characters.IsNamePart(line[start - 1]))
                start--;
            if (start < at && Characters.IsAsciiLetter(line[start]) && (start == 0 || line[start - 1] is not (':' or '/' or '.' or '"')))
            {
                int end = start;
                string? tag = Read(line, ref end);
                // Words in quotation marks without a variable are an example in a sentence.
                if (tag is not null && !(start > 0 && line[start - 1] is '“' or '‘' or '\'' or '「' or '『' && tag.IndexOf('{') < 0))
                {
                    place = new TextRange(start, end);
                    return tag;
                }
            }

            from = at + 2;
        }
    }

    private static string? Read(ReadOnlySpan<char> line, ref int at)
    {
        var tag = new StringBuilder();
        int parts = 0;
        while (tag.Length < LongestTag)
        {
            int before = at;
            if (!Part(line, ref at, tag))
            {
                at = before;
                break;
            }

            parts++;
            if (!line.Slice(at).StartsWith("::".AsSpan()))
                break;
            tag.Append("::");
            at += 2;
        }

        return parts < 2 || tag[tag.Length - 1] == ':' ? null : tag.ToString();
    }

    private static bool Part(ReadOnlySpan<char> line, ref int at, StringBuilder tag)
    {
        if (at >= line.Length)
            return false;
        char open = line[at];
        char close = open switch { '<' => '>', '{' => '}', '《' => '》', '＜' => '＞', '\\' => '\0', _ => ' ' };
        if (close == '\0')
        {
            at++;
            return Part(line, ref at, tag);
        }

        if (close != ' ')
        {
            int length = line.Slice(at + 1).IndexOf(close);
            if (length is <= 0 or > 64)
                return false;
            string name = Name(line.Slice(at + 1, length));
            if (name.Length == 0)
                return false;
            tag.Append('{').Append(name).Append('}');
            at += length + 2;
            return true;
        }

        bool variable = open == '$';
        int start = variable ? at + 1 : at;
        int end = start;
        while (end < line.Length && (Characters.IsNamePart(line[end]) || line[end] is '-' or '.' or '/' || (line[end] == ':' && end + 1 < line.Length && line[end + 1] != ':' && line[end - 1] != ':')))
            end++;
        while (end > start && line[end - 1] is '.' or ':' or '/')
            end--;
        if (end == start)
            return false;
        string text = line.Slice(start, end - start).ToString();
        tag.Append(variable ? "{" + text + "}" : text);
        at = end;
        return true;
    }

    /// <summary>Returns the name of a variable: the name characters of the text in the brackets.</summary>
    private static string Name(ReadOnlySpan<char> text)
    {
        var name = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (Characters.IsNamePart(c))
                name.Append(c);
            else if (Characters.IsBlank(c) || c is '-')
                name.Append('_');
        }

        return name.Length > 0 && !Characters.IsAsciiDigit(name[0]) ? name.ToString() : "";
    }
}
