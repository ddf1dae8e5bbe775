using System;
using System.Collections.Generic;
using System.Text;
using AngleSharp.Dom;

namespace ZStackGen.Tool.Importing.Html;

/// <summary>Reads preformatted text: samples, request lines, commands.</summary>
internal static class Preformatted
{
    /// <summary>Gets the lines of an element.</summary>
    /// <param name="element">The element.</param>
    /// <returns>The lines, without blank lines at the start and the end and without line numbers.</returns>
    public static List<string> Lines(IElement element)
    {
        var text = new StringBuilder();
        if (CodeElements.IsFrame(element))
            AppendLines(element, text);
        else if (CodeElements.IsScript(element))
            text.Append(WithoutSection(element.TextContent));
        else
            Append(element, text);
        List<string> lines = [.. text.ToString().ReplaceLineEndings("\n").Split('\n')];
        for (int i = 0; i < lines.Count; i++)
            lines[i] = lines[i].Replace('\u00a0', ' ').TrimEnd();
        while (lines.Count > 0 && lines[^1].Length == 0)
            lines.RemoveAt(lines.Count - 1);
        int blank = 0;
        while (blank < lines.Count && lines[blank].Length == 0)
            blank++;
        lines.RemoveRange(0, blank);
        return lines;
    }

    // The frame also holds line numbers, a text area for the keyboard, and lines that only measure the font.
    private static void AppendLines(IElement frame, StringBuilder text)
    {
        foreach (IElement line in frame.QuerySelectorAll(CodeElements.Lines))
            text.Append(line.TextContent.AsSpan().TrimEnd("\r\n\u200b")).Append('\n');
    }

    private static string WithoutSection(string script)
    {
        const string Start = "<![CDATA[", End = "]]>";
        string trimmed = script.Trim();
        return trimmed.StartsWith(Start, StringComparison.Ordinal) && trimmed.EndsWith(End, StringComparison.Ordinal) ? trimmed[Start.Length..^End.Length] : script;
    }

    private static void Append(INode parent, StringBuilder text)
    {
        foreach (INode node in parent.ChildNodes)
        {
            if (node is IText leaf)
            {
                text.Append(leaf.Data);
            }
            else if (node is IElement { LocalName: "br" })
            {
                text.Append('\n');
            }
            else if (node is IElement element && !SiteNavigation.Holds(element))
            {
                // Some sites put every line of a sample into a separate element.
                bool isLine = BlockElements.Contains(element.LocalName);
                if (isLine && text.Length > 0 && text[^1] != '\n')
                    text.Append('\n');
                Append(element, text);
                if (isLine && text.Length > 0 && text[^1] != '\n')
                    text.Append('\n');
            }
        }
    }
}
