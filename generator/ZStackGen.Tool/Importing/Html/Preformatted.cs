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
