using System;
using System.Collections.Generic;
using ZStackGen.Specs.Parsing.Tables;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Explorer;

/// <summary>Makes rows of the lines of an explorer page; whether a bullet begins a row is the layout's to say.</summary>
/// <param name="page">The page.</param>
/// <param name="outline">The API's lines.</param>
/// <param name="names">The names of the path and the call.</param>
/// <param name="lost">The rows that begin no line.</param>
internal sealed class ExplorerRows(PageText page, ExplorerOutline outline, IReadOnlyList<string> names, ExplorerLostRows lost)
{
    private readonly ExplorerRowSplitter _request = new(page.Text, names);
    private ExplorerRowSplitter? _response;
    private readonly List<ExplorerRow> _open = [];
    private ExplorerRow? _last;

    /// <summary>The rows that begin no line.</summary>
    public ExplorerLostRows Lost => lost;

    /// <summary>The rows that are inside no other, in page order.</summary>
    public List<ExplorerRow> Top { get; } = [];

    /// <summary>Takes a line as a row; <see langword="false"/> when it is none.</summary>
    /// <param name="line">The line with its section and indent.</param>
    /// <param name="content">The line without its bullet.</param>
    /// <param name="isRow">Whether a bullet says that it is a row.</param>
    public bool Add(ExplorerLine line, TextRange content, bool isRow)
    {
        ExplorerRowSplitter splitter = line.Section == ExplorerSection.Responses
            ? _response ??= new ExplorerRowSplitter(page.Text, ExplorerKnownNames.OfResponse(outline))
            : _request;
        if (splitter.Split(content, isRow) is not { } parts)
            return false;

        // The row goes on in the next line: its name is lost, and reported as such.
        if (!isRow && GluedRowSigns.IsTypeBegin(page[parts.Type]))
            return false;

        // A table of responses in a flat copy would have its mark; without one the line is prose.
        if (!isRow && line.Section == ExplorerSection.Responses && !parts.IsRequired)
            return false;
        var row = new ExplorerRow
        {
            Section = line.Section,
            Name = page.Text.Substring(content.Start, parts.NameEnd - content.Start),
            NamePlace = new TextRange(content.Start, parts.NameEnd),
            Type = parts.Type.IsEmpty ? null : page.Text.Substring(parts.Type.Start, parts.Type.Length),
            TypePlace = parts.Type,
            IsRequired = parts.IsRequired,
            Indent = line.Indent,
        };
        Describe(row, new TextRange(parts.Description, content.End));
        while (_open.Count > 0 && (_open[_open.Count - 1].Section != row.Section || _open[_open.Count - 1].Indent >= row.Indent))
            _open.RemoveAt(_open.Count - 1);
        (_open.Count > 0 ? _open[_open.Count - 1].Children : Top).Add(row);
        _open.Add(row);
        _last = row;
        return true;
    }

    /// <summary>Takes a line as (a further line of) the last row's description.</summary>
    public void Describe(ExplorerLine line)
    {
        if (_last is not null && _last.Section == line.Section)
            Describe(_last, line.Place);
    }

    private void Describe(ExplorerRow row, TextRange text)
    {
        if (text.IsEmpty)
            return;
        if (row.Description.Length > 0)
            row.Description.Append('\n');
        row.Description.Append(page.Text, text.Start, text.Length);
    }
}
