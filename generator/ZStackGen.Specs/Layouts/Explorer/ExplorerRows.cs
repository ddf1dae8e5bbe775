using System;
using System.Collections.Generic;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Parsing.Tables;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Explorer;

/// <summary>Creates rows from the lines of an explorer page; the layout decides whether a bullet starts a row.</summary>
/// <param name="page">The page.</param>
/// <param name="outline">The API's lines.</param>
/// <param name="names">The names of the path and the call.</param>
/// <param name="lost">The rows that do not start a line.</param>
internal sealed class ExplorerRows(PageText page, ExplorerOutline outline, IReadOnlyList<string> names, ExplorerLostRows lost)
{
    private readonly ExplorerRowSplitter _request = new(page.Text, names);
    private ExplorerRowSplitter? _response;
    private readonly List<ExplorerRow> _open = [];
    private ExplorerRow? _last;

    /// <summary>Gets the rows that do not start a line.</summary>
    public ExplorerLostRows Lost => lost;

    /// <summary>Gets the top-level rows, in page order.</summary>
    public List<ExplorerRow> Top { get; } = [];

    /// <summary>Adds a line as a row.</summary>
    /// <param name="line">The line with its section and indent.</param>
    /// <param name="content">The line without its bullet.</param>
    /// <param name="isRow">Whether the line has a bullet and is therefore a row.</param>
    /// <returns><see langword="false"/> if the line is not a row.</returns>
    public bool Add(ExplorerLine line, TextRange content, bool isRow)
    {
        ExplorerRowSplitter splitter = line.Section == ExplorerSection.Responses
            ? _response ??= new ExplorerRowSplitter(page.Text, ExplorerKnownNames.OfResponse(outline))
            : _request;
        if (splitter.Split(content, isRow) is not { } parts)
            return false;

        // The row continues on the next line; its name cannot be read and is reported.
        if (!isRow && GluedRowSigns.IsTypeBegin(page[parts.Type]))
            return false;

        // A response row in a flat copy has the required mark; without the mark the line is text.
        if (!isRow && line.Section == ExplorerSection.Responses && !parts.IsRequired)
            return false;
        var row = new ExplorerRow
        {
            Section = line.Section,
            Name = page.Text.Substring(content.Start, parts.NameEnd - content.Start),
            NamePlace = new TextRange(content.Start, parts.NameEnd),
            Type = parts.Type.IsEmpty ? null : TypeWords.Intern(page[parts.Type]) ?? page[parts.Type].ToString(),
            TypePlace = parts.Type,
            IsRequired = parts.IsRequired,
            Indent = line.Indent,
        };
        Describe(row, new TextRange(parts.Description, content.End));
        while (_open.Count > 0 && (_open[_open.Count - 1].Section != row.Section || _open[_open.Count - 1].Indent >= row.Indent))
            _open.RemoveAt(_open.Count - 1);
        if (_open.Count > 0)
            _open[_open.Count - 1].Add(row);
        else
            Top.Add(row);
        _open.Add(row);
        _last = row;
        return true;
    }

    /// <summary>Adds a line to the description of the last row.</summary>
    public void Describe(ExplorerLine line)
    {
        if (_last is not null && _last.Section == line.Section)
            Describe(_last, line.Place);
    }

    private void Describe(ExplorerRow row, TextRange text)
    {
        if (!text.IsEmpty)
            row.Describe(page.Text.Substring(text.Start, text.Length));
    }
}
