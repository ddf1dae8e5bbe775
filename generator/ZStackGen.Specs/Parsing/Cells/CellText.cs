using System;
using System.Collections.Generic;
using System.Text;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Cells;

/// <summary>Converts the markup of a cell or a line to text.</summary>
internal static class CellText
{
    /// <summary>
    /// Returns the text of a cell with resolved escapes and entities, with <c>&lt;br&gt;</c> and list items as line breaks, without invisible marks
    /// and repeated blanks;
    /// <see langword="null"/> if it is empty. Backticks, emphasis and links are kept, because the author wrote them.
    /// </summary>
    public static string? Description(ReadOnlySpan<char> cell)
    {
        cell = Trim(cell);
        if (cell.IsEmpty)
            return null;
        if (IsSimple(cell))
            return cell.ToString();
        var output = new StringBuilder(cell.Length);
        for (int i = 0; i < cell.Length; i++)
        {
            char c = cell[i];
            if (c == '\\' && i + 1 < cell.Length && IsPunctuation(cell[i + 1]))
                output.Append(cell[++i]);
            else if (c == '`' && cell.Slice(i + 1).IndexOf('`') is var code and >= 0)
            {
                // Code is kept unchanged, except for escaped bars: a bar needs its backslash even in code.
                for (int inside = i; inside < i + code + 2; inside++)
                {
                    if (cell[inside] != '\\' || cell[inside + 1] != '|')
                        output.Append(cell[inside]);
                }

                i += code + 1;
            }
            else if (c == '<' && TagEnd(cell, i, out bool breaks) is var end and > 0)
            {
                if (breaks && output.Length > 0)
                    Break(output);
                i = end - 1;
            }
            else if (c == '&' && Entity(cell.Slice(i), out int length) is { } decoded)
            {
                AppendDecoded(decoded, output);
                i += length - 1;
            }
            else if (c is '\n' or '\r')
                Break(output);
            else if (Characters.IsBlank(c))
                AppendBlank(c, output);
            else
                output.Append(c);
        }

        int written = output.Length;
        while (written > 0 && output[written - 1] is ' ' or '\n')
            written--;
        return written == 0 ? null : output.ToString(0, written);
    }

    /// <summary>Returns the text of a name or type cell without markup, links and invisible marks.</summary>
    public static string Plain(ReadOnlySpan<char> cell)
    {
        cell = Trim(cell);
        bool simple = true, tag = false;
        foreach (char c in cell)
        {
            simple &= Characters.IsNamePart(c) || c is '<' or '>' or ',' or '.' or ' ';
            tag |= c == '<';
        }

        // The brackets of a generic type are no tag, but a line break at the end of a cell is.
        if (simple && !(tag && cell.IndexOf("<br".AsSpan(), StringComparison.OrdinalIgnoreCase) >= 0))
            return cell.ToString();
        var output = new StringBuilder(cell.Length);
        AppendPlain(cell, output);
        return output.ToString().Trim();
    }

    /// <summary>
    /// Returns the text of a header, label or location cell: like <see cref="Plain"/>, but without surrounding brackets, colons or quotes.
    /// </summary>
    public static string Words(ReadOnlySpan<char> cell)
    {
        ReadOnlySpan<char> text = Plain(cell).AsSpan();
        int start = 0, end = text.Length;
        while (start < end && IsWrapping(text[start]))
            start++;
        while (end > start && IsWrapping(text[end - 1]))
            end--;
        return text.Slice(start, end - start).ToString();
    }

    /// <summary>Returns the address of the first link in a cell; empty if there is none.</summary>
    public static ReadOnlySpan<char> LinkAddress(ReadOnlySpan<char> cell)
    {
        int at = cell.IndexOf("](".AsSpan());
        if (at < 0)
            return default;
        cell = cell.Slice(at + 2);
        if (cell.Length > 0 && cell[0] == '<')
        {
            int close = cell.IndexOf('>');
            return close < 0 ? default : cell.Slice(1, close - 1);
        }

        int end = cell.IndexOf(')');
        return end < 0 ? default : cell.Slice(0, end);
    }

    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        int start = 0, end = text.Length;
        while (start < end && Characters.IsBlank(text[start]))
            start++;
        while (end > start && Characters.IsBlank(text[end - 1]))
            end--;
        return text.Slice(start, end - start);
    }

    private static void AppendPlain(ReadOnlySpan<char> cell, StringBuilder output)
    {
        int lone = LoneStar(cell);
        // Brackets around the whole cell are decoration. Other brackets belong to a link or to an array type.
        bool wrapped = cell.Length > 2 && cell[0] == '[' && cell.IndexOf(']') == cell.Length - 1;
        for (int i = 0; i < cell.Length; i++)
        {
            char c = cell[i];
            if (c == '\\' && i + 1 < cell.Length && IsPunctuation(cell[i + 1]))
                output.Append(cell[++i]);
            else if (c == ']' && i + 1 < cell.Length && cell[i + 1] == '(')
            {
                // Keeps the text of the link and removes its address.
                int close = cell.Slice(i).IndexOf(')');
                i = close < 0 ? cell.Length : i + close;
            }
            else if (c == '[' && (wrapped || OpensLink(cell.Slice(i))))
                continue;
            else if (c == ']' && wrapped)
                continue;
            else if (c == '`' || (c == '*' && i != lone) || Characters.IsInvisible(c) || (c == '_' && IsUnderscoreEmphasis(cell, i)))
                continue;
            else if (c == '~' && i + 1 < cell.Length && cell[i + 1] == '~')
                i++;
            else if (c == '<' && TagEnd(cell, i, out bool breaks) is var end and > 0)
            {
                if (breaks)
                    output.Append(' ');
                i = end - 1;
            }
            else if (c == '&' && Entity(cell.Slice(i), out int length) is { } character)
            {
                output.Append(character);
                i += length - 1;
            }
            else if (c is >= '\uff01' and <= '\uff5e')
                output.Append((char)(c - 0xfee0));
            else
                output.Append(Characters.IsBlank(c) ? ' ' : c);
        }
    }

    /// <summary>Determines whether a bracket opens the text of a link, so that an address follows its closing bracket.</summary>
    private static bool OpensLink(ReadOnlySpan<char> text)
    {
        int close = text.IndexOf(']');
        return close > 0 && close + 1 < text.Length && text[close + 1] == '(';
    }

    /// <summary>Determines whether an underscore is emphasis: at the start or end of the cell, with a matching underscore at the other end.</summary>
    private static bool IsUnderscoreEmphasis(ReadOnlySpan<char> cell, int at)
    {
        int from = 0;
        while (from < cell.Length && cell[from] == '_')
            from++;
        int to = cell.Length;
        while (to > from && cell[to - 1] == '_')
            to--;
        return from > 0 && from == cell.Length - to && (at < from || at >= to);
    }

    /// <summary>Returns the length of the entity at the start of <paramref name="text"/>; 0 if there is none.</summary>
    public static int EntityLength(ReadOnlySpan<char> text) => Entity(text, out int length) is null ? 0 : length;

    /// <summary>Returns the character of an entity at the start of <paramref name="text"/>.</summary>
    private static string? Entity(ReadOnlySpan<char> text, out int length)
    {
        int end = text.Slice(0, Math.Min(text.Length, 10)).IndexOf(';');
        length = end + 1;
        if (end < 2)
            return null;
        for (int i = 1; i < end; i++)
        {
            if (!Characters.IsAsciiLetter(text[i]) && !Characters.IsAsciiDigit(text[i]) && !(i == 1 && text[i] == '#'))
                return null;
        }

        string entity = text.Slice(0, length).ToString();
        string decoded = System.Net.WebUtility.HtmlDecode(entity);
        return decoded == entity ? null : decoded == "\u00a0" ? " " : decoded;
    }

    /// <summary>Appends the character of an entity. An entity of a blank is a blank: a line break or a bar in an entity has no meaning.</summary>
    private static void AppendDecoded(string decoded, StringBuilder output)
    {
        foreach (char c in decoded)
        {
            if (Characters.IsBlank(c))
                AppendBlank(c, output);
            else
                output.Append(c);
        }
    }

    private static void AppendBlank(char blank, StringBuilder output)
    {
        if (!Characters.IsInvisible(blank) && output.Length > 0 && output[output.Length - 1] is not (' ' or '\n'))
            output.Append(' ');
    }

    private static bool IsWrapping(char c) =>
        Characters.IsBlank(c) || c is '(' or ')' or '[' or ']' or '（' or '）' or '【' or '】' or '「' or '」' or '"' or '\'' or '“' or '”' or '‘' or '’' or ':' or '：' or '*' or '#';

    /// <summary>
    /// Returns the position of an asterisk that is not emphasis: the only one in the cell, inside a word. It is a typing error that the author should
    /// see.
    /// Returns -1 if there is none.
    /// </summary>
    private static int LoneStar(ReadOnlySpan<char> cell)
    {
        int star = cell.IndexOf('*');
        return star > 0 && star + 1 < cell.Length && cell.LastIndexOf('*') == star
            && Characters.IsNamePart(cell[star - 1]) && Characters.IsNamePart(cell[star + 1]) ? star : -1;
    }

    private static bool IsSimple(ReadOnlySpan<char> cell)
    {
        bool lastBlank = false;
        foreach (char c in cell)
        {
            bool blank = c == ' ';
            if (c is '\\' or '<' or '&' or '\n' or '\r' || (blank && lastBlank) || (!blank && Characters.IsBlank(c)))
                return false;
            lastBlank = blank;
        }

        return true;
    }

    private static void Break(StringBuilder output)
    {
        while (output.Length > 0 && output[output.Length - 1] == ' ')
            output.Length--;
        if (output.Length > 0 && output[output.Length - 1] != '\n')
            output.Append('\n');
    }

    /// <summary>Returns the end of the HTML tag at <paramref name="at"/> if documentation uses it; otherwise, 0.</summary>
    private static int TagEnd(ReadOnlySpan<char> text, int at, out bool breaks)
    {
        breaks = false;
        ReadOnlySpan<char> rest = text.Slice(at, Math.Min(40, text.Length - at));
        int close = rest.IndexOf('>');
        if (close < 0)
            return 0;
        ReadOnlySpan<char> tag = rest.Slice(1, close - 1);
        if (tag.Length > 0 && tag[0] == '/')
            tag = tag.Slice(1);
        int length = 0;
        while (length < tag.Length && Characters.IsAsciiLetter(tag[length]))
            length++;
        tag = tag.Slice(0, length);
        foreach (string known in s_tags)
        {
            if (tag.Equals(known.AsSpan(), StringComparison.OrdinalIgnoreCase))
            {
                breaks = known is "br" or "li" or "ul" or "ol" or "p" or "div";
                return at + close + 1;
            }
        }

        return 0;
    }

    private static bool IsPunctuation(char c) => c is > ' ' and < '\u007f' && !Characters.IsAsciiLetter(c) && !Characters.IsAsciiDigit(c);

    private static readonly string[] s_tags = ["br", "li", "ul", "ol", "p", "div", "code", "b", "strong", "em", "i", "span", "a", "font"];
}
