using System;
using System.Collections.Generic;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Parsing.Requests;
using ZStackGen.Specs.Parsing.Tables;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Native;

/// <summary>Determines the element that a table describes: parameters, the response or a structure.</summary>
internal sealed partial class NativePage
{
    /// <summary>The last structures of the previous API, which have neither a table nor a description.</summary>
    private readonly List<StructureDraft> _emptyStructures = [];

    public void Table(PageTable table)
    {
        _text.EndParagraph();
        // A table below the heading lists the elements that are deprecated.
        _deprecation = null;
        var reader = new RowReader(reading, table, RowRules.Links) { AreOptional = _optionalLevel > 0, Stated = _stated };
        // The rows of an API without a request line are reported.
        if (_isBehindApi || (table.Columns.HasLocation && _hasResponse && _api is { Parameters.Count: > 0 }))
            return;
        if (table.Columns.HasLocation)
        {
            if (IsApi)
                reader.Parameters(_api!.Parameters);
            else if (_orphanParameters.IsEmpty)
                _orphanParameters = table.Place;
        }
        else if (IsApi && _stated != default && !_hasResponse)
        {
            reader.Parameters(_api!.Parameters);
            _stated = default;
        }
        else if (IsStructure)
        {
            // A second table lost its heading. Its unread rows are reported.
            if (_structure!.Fields.Count > 0)
                return;
            reader.Fields(_structure.Fields);
            List();
            ReportEmptyStructures();
        }
        else if (IsApi && _part == Part.Parameters)
        {
            ReportLocation(table);
        }
        else if (IsApi && _part == Part.Top && _unplaced is null && _api!.Parameters.Count == 0 && !_hasResponse)
        {
            _unplaced = table;
        }
        else if (IsApi && _part != Part.Other && _api!.Response is not { Count: > 0 })
        {
            _hasResponse = true;
            reader.Fields(_api.Response ??= []);
        }
    }

    /// <summary>Reports headings of structures without a table if a table follows below a level 1 heading that names no type, such as Appendix.</summary>
    private void ReportEmptyStructures()
    {
        if (_part != Part.Top || _structure!.Name is not { } name || (Characters.IsPascalName(name.AsSpan()) && HasSeveralWords(name)))
            return;
        foreach (StructureDraft structure in _emptyStructures)
            reading.Findings.Add(FindingRules.EmptySection, structure.Place, $"The heading {Excerpt.Of(structure.Name ?? Anonymous)} announces a structure, but no field was read below it. The next table is below the heading {Excerpt.Of(name)}.");
        _emptyStructures.Clear();
    }

    /// <summary>Reports a table of parameters without a location column.</summary>
    private void ReportLocation(PageTable table)
    {
        reading.Findings.Add(FindingRules.UnknownColumns, table.Place, "The table is not read: a parameter table needs a location column (path, query or body).");
        reading.Ledger.Claim(table.Place, LineKind.Element);
    }

    /// <summary>Reads the table without a heading: the response, or else parameters, which need a location.</summary>
    private void PlaceTable()
    {
        if (_unplaced is not { } table)
            return;
        _unplaced = null;
        if (_api is { Parameters.Count: 0 } && !_hasResponse && !HasVariable(table))
            new RowReader(reading, table, RowRules.Links).Fields(_api.Response = []);
        else
            ReportLocation(table);
    }

    /// <summary>Determines whether a table has a column for required parameters, or a row with the name of a path variable.</summary>
    private bool HasVariable(PageTable table)
    {
        if (table.Columns[ColumnRole.Required] >= 0 || table.Columns[ColumnRole.Optional] >= 0)
            return true;
        var variables = new HashSet<string>(PathTemplate.Variables(_api!.Urls[0].Path), StringComparer.Ordinal);
        int name = table.Columns[ColumnRole.Name];
        return variables.Count > 0 && table.Rows.Exists(row => name < row.Cells.Length && variables.Contains(CellText.Plain(table[row.Cells[name]])));
    }
}
