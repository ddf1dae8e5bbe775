using System;
using AngleSharp.Dom;

namespace ZStackGen.Tool.Importing.Html;

/// <summary>Converts the content of a table cell to one line: <c>&lt;br&gt;</c> between paragraphs, lists as <c>&lt;ul&gt;&lt;li&gt;</c>.</summary>
internal sealed class CellConverter
{
    private const string Break = "<br>";

    private static readonly string[] s_tags = [Break, "<ul>", "</ul>", "<li>", "</li>"];

    /// <summary>Converts a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="isPlain">Whether to omit emphasis, as in a header.</param>
    /// <returns>The text.</returns>
    public string Convert(IElement cell, bool isPlain)
    {
        var text = new InlineText(isCell: true) { IsPlain = isPlain };
        bool isBroken = false;
        Children(cell, text, ref isBroken);
        return text.Take().Trim();
    }

    private void Children(INode parent, InlineText text, ref bool isBroken)
    {
        foreach (INode node in parent.ChildNodes)
        {
            if (node is IText leaf)
            {
                if (!string.IsNullOrWhiteSpace(leaf.Data))
                    WriteBreak(text, ref isBroken);
                text.Append(leaf.Data);
            }
            else if (node is IElement element && !SiteNavigation.Holds(element) && !HtmlTableReader.IsTable(element))
            {
                Element(element, text, ref isBroken);
            }
        }
    }

    private void Element(IElement element, InlineText text, ref bool isBroken)
    {
        string name = element.LocalName;
        switch (name)
        {
            case "br":
                isBroken = true;
                break;
            case "ul" or "ol" or "menu" or "dir":
                // The reader would take an empty list for a list of values.
                if (string.IsNullOrWhiteSpace(element.TextContent))
                    break;
                isBroken = false;
                text.AppendBreak("<ul>");
                Children(element, text, ref isBroken);
                isBroken = false;
                text.AppendBreak("</ul>");
                break;
            case "li":
                if (string.IsNullOrWhiteSpace(element.TextContent))
                    break;
                isBroken = false;
                text.AppendBreak("<li>");
                Children(element, text, ref isBroken);
                isBroken = false;
                text.AppendBreak("</li>");
                break;
            case "pre" or "listing" or "xmp" or "textarea":
                isBroken = true;
                foreach (string line in Preformatted.Lines(element))
                {
                    WriteBreak(text, ref isBroken);
                    text.Append(line);
                    isBroken = true;
                }

                break;
            default:
                if (BlockElements.Contains(name))
                {
                    isBroken = true;
                    Children(element, text, ref isBroken);
                    isBroken = true;
                    break;
                }

                if (!string.IsNullOrWhiteSpace(element.TextContent) && isBroken && Inline.Is(name))
                    WriteBreak(text, ref isBroken);
                bool isOpen = Inline.Enter(element, text);
                if (isOpen || !Inline.Is(name))
                    Children(element, text, ref isBroken);
                if (isOpen)
                    Inline.Leave(element, text);
                break;
        }
    }

    // A break is written together with the text after it, so there is none at the start or end of the cell or next to list tags.
    private static void WriteBreak(InlineText text, ref bool isBroken)
    {
        if (isBroken && !text.IsEmpty && !Array.Exists(s_tags, text.EndsWith))
            text.AppendBreak(Break);
        isBroken = false;
    }
}
