using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace ZStackGen.Generator.Emission;

/// <summary>
/// Writes text of a page into an XML documentation comment. Each element stays on one line, so that no text can leave its comment;
/// markup characters are escaped, code spans become <c>&lt;c&gt;</c>, line breaks become paragraphs, invisible characters go.
/// </summary>
internal static class XmlDoc
{
    private const int MaxLength = 2000;

    /// <summary>Appends a description.</summary>
    public static void AppendText(StringBuilder target, string text)
    {
        int end = Math.Min(text.Length, MaxLength);
        bool isCode = false;
        bool isSpacePending = false;
        bool isBreakPending = false;
        bool any = false;
        for (int i = 0; i < end; i++)
        {
            char c = text[i];
            if (c is '\n' or '\r' or '\u2028' or '\u2029' or '\u0085')
            {
                isBreakPending = any;
                continue;
            }

            if (c is ' ' or '\t' or '\u00a0' or '\u3000' or '\f' or '\v')
            {
                isSpacePending = any;
                continue;
            }

            if (IsInvisible(c))
                continue;
            if (char.IsSurrogate(c) && !(char.IsHighSurrogate(c) && i + 1 < end && char.IsLowSurrogate(text[i + 1])))
                continue;
            if (isBreakPending)
            {
                Close(target, ref isCode);
                target.Append("<para/>");
            }
            else if (isSpacePending)
            {
                target.Append(' ');
            }

            isBreakPending = false;
            isSpacePending = false;
            any = true;
            if (c == '`' && (isCode || ClosesLater(text, i, end)))
            {
                target.Append(isCode ? "</c>" : "<c>");
                isCode = !isCode;
                continue;
            }

            if (char.IsHighSurrogate(c))
                target.Append(c).Append(text[++i]);
            else
                AppendEscaped(target, c);
        }

        Close(target, ref isCode);
        if (end < text.Length)
            target.Append('…');
    }

    /// <summary>Appends a short text (a value, a path) in a code element.</summary>
    public static void AppendCode(StringBuilder target, string text)
    {
        target.Append("<c>");
        foreach (char c in text)
        {
            if (!IsInvisible(c) && !char.IsSurrogate(c) && c is not ('\n' or '\r' or '\u2028' or '\u2029' or '\u0085'))
                AppendEscaped(target, c);
        }

        target.Append("</c>");
    }

    /// <summary>Appends the allowed values.</summary>
    public static void AppendValues(StringBuilder target, IEnumerable<string> values)
    {
        string separator = "Allowed: ";
        foreach (string value in values)
        {
            AppendCode(target.Append(separator), value);
            separator = ", ";
        }

        target.Append('.');
    }

    private static bool ClosesLater(string text, int open, int end)
    {
        for (int i = open + 1; i < end && text[i] is not ('\n' or '\r'); i++)
        {
            if (text[i] == '`')
                return i > open + 1;
        }

        return false;
    }

    private static void Close(StringBuilder target, ref bool isCode)
    {
        if (isCode)
            target.Append("</c>");
        isCode = false;
    }

    private static void AppendEscaped(StringBuilder target, char c)
    {
        switch (c)
        {
            case '<':
                target.Append("&lt;");
                break;
            case '>':
                target.Append("&gt;");
                break;
            case '&':
                target.Append("&amp;");
                break;
            default:
                target.Append(c);
                break;
        }
    }

    private static bool IsInvisible(char c) =>
        c < ' ' || c is '\ufffe' or '\uffff' || (c > '~' && CharUnicodeInfo.GetUnicodeCategory(c)
            is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse);
}
