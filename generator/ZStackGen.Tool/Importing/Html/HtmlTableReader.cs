using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using AngleSharp.Dom;

namespace ZStackGen.Tool.Importing.Html;

/// <summary>Reads the rows of a table element.</summary>
internal static class HtmlTableReader
{
    /// <summary>Returns true if an element is a table. Its parts can be marked only by their roles.</summary>
    /// <param name="element">The element.</param>
    public static bool IsTable(IElement element) =>
        element.LocalName == "table" || (element.GetAttribute("role") is "table" or "grid" or "treegrid" && element.QuerySelector("[role=row]") is not null);

    /// <summary>Gets whether a table contains data and is not used for page layout.</summary>
    /// <param name="table">The table.</param>
    /// <returns><see langword="true"/> for data.</returns>
    public static bool IsData(IElement table)
    {
        if (table.GetAttribute("role") is "presentation" or "none")
            return false;
        bool hasSeveral = false, hasHeader = false;
        foreach ((IElement row, bool isHead) in Rows(table))
        {
            int cells = 0;
            foreach (IElement cell in Cells(row))
            {
                cells++;
                hasHeader |= isHead || IsHeader(cell);
                if (cell.QuerySelector("h1,h2,h3,h4,h5,h6") is not null)
                    return false;
            }

            hasSeveral |= cells > 1;
        }

        return hasSeveral && (hasHeader || table.QuerySelector(SiteNavigation.Content) is null);
    }

    /// <summary>Reads a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="cells">The converter for the cells.</param>
    /// <param name="position">Returns the place of a row.</param>
    /// <returns>The grid.</returns>
    public static HtmlTable Read(IElement table, CellConverter cells, Func<IElement, TextPosition> position)
    {
        var grid = new HtmlTable();
        IElement? group = null;
        foreach ((IElement row, bool isHead) in Rows(table))
        {
            if (group != row.ParentElement)
                grid.EndGroup();
            group = row.ParentElement;
            List<HtmlTable.Cell> converted = [.. Cells(row).Select(cell =>
                new HtmlTable.Cell(cells.Convert(cell, isHead || IsHeader(cell)), IsHeader(cell), Span(cell, "colspan"), Span(cell, "rowspan")))];
            grid.Add(converted, isHead || (converted.Count > 1 && converted.TrueForAll(static cell => cell.IsHeader)), position(row));
        }

        return grid;
    }

    /// <summary>Gets the tables inside a table's cells.</summary>
    /// <param name="table">The table.</param>
    /// <returns>The tables, each with the text of its row's first cell if that is a name.</returns>
    public static IEnumerable<(string Label, IElement Table)> Nested(IElement table)
    {
        foreach ((IElement row, _) in Rows(table))
        {
            foreach (IElement cell in Cells(row))
            {
                foreach (IElement inner in cell.QuerySelectorAll("table,[role=table],[role=grid],[role=treegrid]"))
                {
                    if (!IsTable(inner) || Owner(inner) != table)
                        continue;
                    string label = InlineText.Collapse(row.Children[0].TextContent).Split(' ')[0];
                    yield return (label.All(static c => char.IsAsciiLetterOrDigit(c) || c == '_') ? label : "", inner);
                }
            }
        }
    }

    private static IElement? Owner(IElement table)
    {
        IElement? above = table.ParentElement;
        while (above is not null && !IsTable(above))
            above = above.ParentElement;
        return above;
    }

    private static IEnumerable<(IElement Row, bool IsHead)> Rows(IElement table)
    {
        bool isMarked = table.LocalName != "table";
        foreach (IElement child in table.Children)
        {
            if (isMarked)
            {
                foreach (IElement row in MarkedRows(child))
                    yield return (row, false);
            }
            else if (child.LocalName == "tr")
            {
                yield return (child, false);
            }
            else if (child.LocalName is "thead" or "tbody" or "tfoot")
            {
                foreach (IElement row in child.Children)
                {
                    if (row.LocalName == "tr")
                        yield return (row, child.LocalName == "thead");
                }
            }
        }
    }

    // The rows can be in groups and in elements for the layout.
    private static IEnumerable<IElement> MarkedRows(IElement element)
    {
        if (element.GetAttribute("role") == "row")
            return [element];
        return IsTable(element) ? [] : element.Children.SelectMany(MarkedRows);
    }

    private static IEnumerable<IElement> Cells(IElement row) => row.Children.Where(static cell =>
        cell.LocalName is "td" or "th" || cell.GetAttribute("role") is "cell" or "gridcell" or "columnheader" or "rowheader");

    private static bool IsHeader(IElement cell) => cell.LocalName == "th" || cell.GetAttribute("role") is "columnheader" or "rowheader";

    // "rowspan=0" extends to the end of the group.
    private static int Span(IElement cell, string attribute) =>
        cell.GetAttribute(attribute) is { } text && int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int span)
            ? span == 0 && attribute == "rowspan" ? int.MaxValue : Math.Max(span, 1)
            : 1;
}
