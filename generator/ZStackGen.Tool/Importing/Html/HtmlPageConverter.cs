using System;
using System.Collections.Generic;
using System.Text;
using System.Threading;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ZStackGen.Tool.Importing.Html;

/// <summary>
/// Converts an HTML page to text for the reader: headings, pipe tables with their empty cells, fences, lists, remarks. Navigation and other
/// parts of the site are left out.
/// </summary>
internal sealed class HtmlPageConverter
{
    private readonly SplitSample _sample = new();
    private readonly PageLines _lines = new();
    private readonly InlineText _text = new(isCell: false);
    private readonly CellConverter _cells;
    private readonly CancellationToken _cancellationToken;
    private TextPosition _position = new(1, 1);
    private int _listDepth;

    private HtmlPageConverter(CancellationToken cancellationToken)
    {
        _cancellationToken = cancellationToken;
        _cells = new CellConverter();
    }

    /// <summary>Converts a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The text of the page.</returns>
    public static ConvertedPage Convert(IHtmlDocument document, CancellationToken cancellationToken)
    {
        if (document.Body is not { } body)
            return new ConvertedPage("", []);
        IElement root = Root(body);
        // A browser shows a text file, such as a Markdown page, as one preformatted block.
        if (root.QuerySelector("table,[role=table],[role=grid],h1,h2,h3,h4,h5,h6,p,li") is null && root.QuerySelectorAll("pre") is [IElement only])
            return Raw(only);
        var converter = new HtmlPageConverter(cancellationToken);
        if (root.QuerySelector("h1,h2,h3,h4,h5,h6") is null)
            converter.AddTitle(body);
        converter.Children(root);
        converter.Flush();
        return converter._lines.ToPage();
    }

    /// <summary>Returns the element with the document's content, if the page marks it.</summary>
    private static IElement Root(IElement body)
    {
        IHtmlCollection<IElement> mains = body.QuerySelectorAll("main,[role=main]");
        return mains.Length > 0 && !HoldsContent(body, mains[0]) ? mains[0] : body;
    }

    /// <summary>Gets whether there are tables or samples outside of <paramref name="main"/>.</summary>
    private static bool HoldsContent(IElement body, IElement main)
    {
        foreach (IElement element in body.QuerySelectorAll(SiteNavigation.Content))
        {
            if (!main.Contains(element))
                return true;
        }

        return false;
    }

    private static ConvertedPage Raw(IElement pre)
    {
        var lines = new PageLines();
        TextPosition position = PositionOf(pre, new TextPosition(1, 1));
        foreach (string line in Preformatted.Lines(pre))
        {
            lines.Add(line, position);
            position = position with { Line = position.Line + 1, Column = 1 };
        }

        return lines.ToPage();
    }

    private static TextPosition PositionOf(IElement element, TextPosition otherwise) =>
        element.SourceReference is { Position: { Line: > 0 } position } ? new TextPosition(position.Line, position.Column) : otherwise;

    // Some pages have their title only in the header of the site.
    private void AddTitle(IElement body)
    {
        if (body.QuerySelector("h1") is { } title)
            Heading(title);
    }

    private void Children(INode parent)
    {
        foreach (INode node in parent.ChildNodes)
        {
            if (!SplitSample.Continues(node))
                EndSample();
            if (node is IText text)
                _text.Append(text.Data);
            else if (node is IElement element && !SiteNavigation.Holds(element))
                Element(element);
        }

        EndSample();
    }

    private void Element(IElement element)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        string name = element.LocalName;
        if (SiteNavigation.IsHeader(element))
        {
            foreach (IElement heading in element.QuerySelectorAll("h1,h2,h3,h4,h5,h6"))
                Heading(heading);
            return;
        }

        if (SiteNavigation.IsNote(element))
        {
            Indented(element, "> ");
            return;
        }

        if (HeadingElements.LevelOf(element) > 0)
        {
            Heading(element);
            return;
        }

        if (HtmlTableReader.IsTable(element))
        {
            Table(element);
            return;
        }

        if (CodeElements.Contains(element))
        {
            Fence(element);
            return;
        }

        switch (name)
        {
            case "br":
                Flush();
                break;
            case "hr":
                Block(element);
                _lines.Add("---", PositionOf(element, _position));
                _lines.Part();
                break;
            case "ul" or "ol" or "menu" or "dir":
                List(element);
                break;
            case "p" or "dl" or "dt" or "dd" or "figure" or "caption" or "legend" or "summary":
                Block(element);
                Children(element);
                Block(element);
                break;
            default:
                if (Inline.Enter(element, _text))
                {
                    Children(element);
                    Inline.Leave(element, _text);
                }
                else if (!Inline.Is(name))
                {
                    Boundary(element, name);
                }

                break;
        }
    }

    // A block without a margin, or an inline element such as a span.
    private void Boundary(IElement element, string name)
    {
        bool isBlock = BlockElements.Contains(name);
        if (isBlock)
            Flush();
        TextPosition outer = _position;
        if (isBlock || _text.IsEmpty)
            _position = PositionOf(element, _position);
        if (AnchorOf(element) is { } anchor)
        {
            Flush();
            _text.AppendBreak($"<a name=\"{anchor}\">");
        }

        Children(element);
        if (isBlock)
            Flush();
        _position = outer;
    }

    /// <summary>Returns the name of an anchor that links a table to the row that refers to it.</summary>
    private static string? AnchorOf(IElement element) =>
        element.LocalName == "a" && !element.HasAttribute("href") && (element.GetAttribute("name") ?? element.Id) is { } name
        && name.StartsWith("org.zstack", StringComparison.Ordinal) && !name.AsSpan().ContainsAny("\"<>\n") ? name : null;

    private void Heading(IElement element)
    {
        if (element.QuerySelector(SiteNavigation.Content) is not null)
        {
            Children(element);
            return;
        }

        Block(element);
        _text.IsPlain = true;
        Children(element);
        _text.IsPlain = false;
        string text = _text.Take().Replace('\n', ' ').TrimEnd('¶', '§', ' ');
        if (text.Length == 0)
            text = ButtonText(element);
        if (text.Length > 0)
        {
            _lines.Add($"{new string('#', HeadingElements.LevelOf(element))} {text}", PositionOf(element, _position));
        }

        _lines.Part();
    }

    // In an accordion, the whole heading is a button. Beside other text, a button is a tool.
    private static string ButtonText(IElement heading) =>
        heading.QuerySelector("button") is { } button ? InlineText.Collapse(button.TextContent) : "";

    private void Fence(IElement element)
    {
        Block(element);
        List<string> lines = Preformatted.Lines(element);
        TextPosition position = PositionOf(element, _position);
        if (element.LocalName != "pre")
        {
            WriteFence(lines, position);
            return;
        }

        _sample.Add(lines, position);
        if (!_sample.IsOpen)
            EndSample();
    }

    private void EndSample()
    {
        if (_sample.Take() is { } sample)
            WriteFence(sample.Lines, sample.Position);
    }

    private void WriteFence(List<string> lines, TextPosition position)
    {
        if (lines.Count == 0)
            return;
        string fence = "```";
        while (lines.Exists(line => line.TrimStart().StartsWith(fence, StringComparison.Ordinal)))
            fence += "`";
        _lines.Add(fence, position);
        for (int i = 0; i < lines.Count; i++)
            _lines.Add(lines[i], i == 0 ? position : new TextPosition(position.Line + i, 1));
        _lines.Add(fence, position);
        _lines.Part();
    }

    private void List(IElement list)
    {
        Block(list);
        if (_listDepth == 0 && SiteNavigation.IsLinkList(list))
            return;
        string prefix = _lines.Prefix;
        if (_listDepth++ > 0)
            _lines.Prefix = prefix + "  ";
        foreach (INode child in list.ChildNodes)
        {
            if (child is not IElement item || SiteNavigation.Holds(item))
                continue;
            if (item.LocalName is "ul" or "ol")
                List(item);
            else
                Item(item);
        }

        Flush();
        _lines.Prefix = prefix;
        _listDepth--;
        Block(list);
    }

    private void Item(IElement item)
    {
        Flush();
        TextPosition outer = _position;
        _position = PositionOf(item, _position);
        _text.AppendBreak("- ");
        Children(item);
        Flush();
        _position = outer;
    }

    private void Indented(IElement element, string mark)
    {
        Block(element);
        string prefix = _lines.Prefix;
        _lines.Prefix = prefix + mark;
        Children(element);
        Flush();
        _lines.Prefix = prefix;
        _lines.Part();
    }

    private void Table(IElement element)
    {
        if (!HtmlTableReader.IsData(element))
        {
            Block(element);
            Children(element);
            Block(element);
            return;
        }

        Block(element);
        if (element.QuerySelector("caption") is { } caption)
        {
            Children(caption);
            Flush();
        }

        HtmlTable table = HtmlTableReader.Read(element, _cells, cell => PositionOf(cell, PositionOf(element, _position)));
        if (table.IsPropertyList)
            table.WriteProperties(_lines);
        else
            table.Write(_lines);
        // A table in a cell describes the cell's row. It is written below, under the name of the row.
        foreach ((string label, IElement inner) in HtmlTableReader.Nested(element))
        {
            _lines.Part();
            if (label.Length > 0)
                _lines.Add("#" + label, PositionOf(inner, _position));
            Table(inner);
        }
    }

    /// <summary>Ends the paragraph with a blank line.</summary>
    private void Block(IElement element)
    {
        Flush();
        _lines.Part();
        _position = PositionOf(element, _position);
    }

    /// <summary>Writes the paragraph.</summary>
    private void Flush()
    {
        string text = _text.Take().Trim();
        if (text.Length == 0 || text == "-")
            return;
        if (!text.Contains('\n', StringComparison.Ordinal))
        {
            _lines.Add(text, _position);
            return;
        }

        if (!LineText.IsByLines(text))
        {
            _lines.Add(text.Replace('\n', ' '), _position);
            return;
        }

        TextPosition position = _position;
        foreach (string line in text.Split('\n'))
        {
            _lines.Add(line.Trim(), position);
            position = new TextPosition(position.Line + 1, 1);
        }
    }
}
