using System;
using System.Text;

namespace ZStackGen.Generator.CSharp;

/// <summary>
/// A description in an XML documentation comment. It stays on one line, so that no text can leave its comment. Markup characters are
/// escaped, code spans become <c>&lt;c&gt;</c>, line breaks become paragraphs, and invisible characters and the marks of Markdown are removed.
/// </summary>
/// <param name="description">The text.</param>
internal readonly struct XmlText(string description) : ICodePart
{
    private const int MaxLength = 2000;

    /// <inheritdoc/>
    public void AppendTo(StringBuilder target)
    {
        // Cut first, so that no text takes more than a constant time.
        string text = MarkdownMarks.Remove(description.Length > MaxLength ? description.Substring(0, MaxLength) : description);
        int end = text.Length;
        bool isCode = false;
        bool isSpacePending = false;
        bool isBreakPending = false;
        bool any = false;
        for (int i = 0; i < end; i++)
        {
            char c = text[i];
            if (XmlCharacters.IsLineBreak(c))
            {
                isBreakPending = any;
                continue;
            }

            if (c is ' ' or '\t' or '\u00a0' or '\u3000' or '\f' or '\v')
            {
                isSpacePending = any;
                continue;
            }

            if (XmlCharacters.IsInvisible(c))
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
            if (c == '`' && (isCode || ClosesLater(text, i)))
            {
                target.Append(isCode ? "</c>" : "<c>");
                isCode = !isCode;
                continue;
            }

            if (char.IsHighSurrogate(c))
                target.Append(c).Append(text[++i]);
            else
                XmlCharacters.AppendEscaped(target, c);
        }

        Close(target, ref isCode);
        if (description.Length > MaxLength)
            target.Append('…');
    }

    /// <summary>Determines whether a code span that starts at <paramref name="open"/> ends on the same line.</summary>
    private static bool ClosesLater(string text, int open)
    {
        for (int i = open + 1; i < text.Length && text[i] is not ('\n' or '\r'); i++)
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
}
