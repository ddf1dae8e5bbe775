using System;
using System.Collections.Generic;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Parsing.Headings;
using ZStackGen.Specs.Parsing.Samples;
using ZStackGen.Specs.Parsing.Tables;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Assembly.Ledger;

/// <summary>
/// The ledger stage: accounts for every line of a page after reading. A line contains an element of the model, or is text of a known kind,
/// or is unread. The stage depends on no layout; it uses only the text and the positions of the elements.
/// </summary>
internal sealed partial class LineAccounting
{
    /// <summary>The maximum length of a row that was cut off inside its type.</summary>
    private const int LongestCut = 80;

    private readonly PageText _page;
    private readonly LineLedger _ledger;
    private readonly ClaimedLines _claims;
    private readonly UnreadRuns _runs;
    private readonly SectionLedger _sections;
    private readonly RequestLedger _requests;
    private readonly TableShape _table;
    private readonly TextRange[] _lines;

    /// <summary>True if the current rows are below the header of a table that was not read.</summary>
    private bool _inTable, _isTableOfApi;

    /// <summary>True if the current line is below a row with bars that was read, with only blank lines and rulers between them.</summary>
    private bool _isBelowRow;
    private bool _inHtml;

    /// <summary>The last line that is neither empty nor a ruler; -1 before the first line.</summary>
    private int _previous = -1;
    private readonly bool _isNothingRead;

    private LineAccounting(PageReading reading, IReadOnlyList<ElementLocations.Entry> places, IReadOnlyList<ApiModel?> apis, IReadOnlyList<StructureModel> types)
    {
        _page = reading.Page;
        _ledger = reading.Ledger;
        _claims = new ClaimedLines(reading, places);
        _runs = new UnreadRuns(_page, _ledger);
        _sections = new SectionLedger(reading, apis, types, _runs);
        _requests = new RequestLedger(apis);
        _table = new TableShape(_page);
        _lines = _page.TrimmedLines();
        _isNothingRead = places.Count == 0;
    }

    /// <summary>Determines the kind of every line and reports the unread lines.</summary>
    /// <param name="reading">The page.</param>
    /// <param name="places">The positions of all elements of the model.</param>
    /// <param name="apis">The API of each draft; <see langword="null"/> for an omitted draft.</param>
    /// <param name="types">The types of the page.</param>
    /// <returns>The unread lines, as runs.</returns>
    public static UnreadLines[] Run(PageReading reading, IReadOnlyList<ElementLocations.Entry> places, IReadOnlyList<ApiModel?> apis, IReadOnlyList<StructureModel> types)
    {
        UnreadLines[] unread = new LineAccounting(reading, places, apis, types).Run();
        if (unread.Length > 0)
            new UnreadReport(reading).Add(unread);
        return unread;
    }

    private UnreadLines[] Run()
    {
        for (int i = 0; i < _lines.Length; i++)
        {
            TextRange line = _lines[i];
            if (line.IsEmpty)
            {
                _ledger[i] = LineKind.Blank;
            }
            else if (_ledger[i] == LineKind.Element)
            {
                Element(i, _page[line], _page[line].IndexOf('|') >= 0);
            }
            else if (_ledger[i] is LineKind.Unread or LineKind.Sample)
            {
                bool hasBars = _page[line].IndexOf('|') >= 0;
                Other(i, _page[line], hasBars);
                _isBelowRow &= _ledger[i] is LineKind.Ruler or LineKind.Unread || hasBars;
                if (_ledger[i] is LineKind.Prose or LineKind.Sample)
                    _sections.Text();
            }

            if (_ledger[i] is not (LineKind.Blank or LineKind.Ruler))
                _previous = i;
        }

        _sections.Finish();
        return _runs.ToArray();
    }

    private void Element(int line, ReadOnlySpan<char> text, bool hasBars)
    {
        bool isRequest = _claims.IsRequest(line);
        _runs.Element(isRequest);
        _sections.Element(line, isRequest);
        _inTable = _inHtml = false;
        _isBelowRow = !isRequest && hasBars;
        if (isRequest && _requests.ContainsUnread(text))
            _runs.AddAlone(line, UnreadKind.Request);
        int behind = _claims.EndOn(line) - _lines[line].Start;
        if (behind <= 0 && !isRequest && hasBars && !IsAboveRow(line, out _))
            (_inTable, _isTableOfApi) = TableHead.Of(text) is { IsTable: true } head ? (true, head.IsOfApi) : (false, false); // a structure without rows
        if (behind <= 0 || text[0] is '"' || text.StartsWith("curl".AsSpan(), StringComparison.Ordinal))
            return;
        ReadOnlySpan<char> rest = text.Slice(Math.Min(behind, text.Length));
        if (_claims.OnExplorer && line + 1 < _lines.Length && GluedRowSigns.IsCutMark(text, _page[_lines[line + 1]]))
        {
            _runs.AddAlone(line, UnreadKind.Rows);
            return;
        }

        if (_claims.OnExplorer && !_claims.IsGlued(line)
            && (GluedRowSigns.IsCutName(text, behind) || IsGluedCut(line, text.Slice(CellMarks.Length(text)))))
        {
            _runs.AddAlone(line, UnreadKind.Rows);
            return;
        }

        bool hasAnother = _claims.IsGlued(line) ? GluedRowSigns.HasAnother(rest)
            : (hasBars && RowSigns.HasAnother(rest) && !_table.IsComplete(text)) || ((!hasBars || _claims.IsPlain(line)) && RowSigns.HasAnotherPlain(rest, line + 1 < _lines.Length ? _page[_lines[line + 1]] : default));
        if (hasAnother || (hasBars && _claims.Names(line) is > 1 and < byte.MaxValue && RowSigns.CountTypes(text) > _claims.Names(line)))
            _runs.AddAlone(line, UnreadKind.GluedRow);
    }

    private void Other(int line, ReadOnlySpan<char> text, bool hasBars)
    {
        char first = text[0];
        bool isSample = _ledger[line] == LineKind.Sample;
        if ((first is '{' or '}' or ']' || (first == '"' && (text[text.Length - 1] is ',' or '{' or '[' || text.IndexOf(':') > 0))) && !hasBars)
        {
            _ledger[line] = LineKind.Sample;
            return;
        }

        _ledger[line] = LineKind.Prose;
        if (first == '<' && Html(line, text))
            return;
        if (hasBars && !IsCode(text) && !(_claims.OnExplorer && IsRowWithBars(line, text)))
        {
            Bars(line, text);
            return;
        }

        if (first is '`' or '~' && text.Length >= 3 && text[1] == first && text[2] == first)
        {
            _ledger[line] = LineKind.Ruler;
        }
        else if (_requests.IsUnread(_page, _lines, line))
        {
            _sections.Unread();
            _runs.AddAlone(line, UnreadKind.Request);
        }
        else if (_sections.Take(line, text))
        {
            _ledger[line] = LineKind.Label;
            _inTable = false;
        }
        else if (IsRow(line, text) || IsSpreadRow(line, text))
        {
            _sections.Unread();
            _runs.Add(line, UnreadKind.Rows, isOfApi: true);
        }
        else if (isSample || SdkSample.IsAt(text) || text.StartsWith("curl ".AsSpan(), StringComparison.Ordinal))
        {
            _ledger[line] = LineKind.Sample;
        }
        else if (IsRuler(text))
        {
            _ledger[line] = LineKind.Ruler;
        }
        else if (!_sections.HasElement && (text.Length <= 24 || text.IndexOf('>') > 0) && Boilerplate.IsDescription(text))
        {
            _ledger[line] = LineKind.Navigation;
        }
    }

    /// <summary>
    /// Processes a line with bars that contains no name of the model: a header, a ruler, a continuation of a row, or an unread row.
    /// </summary>
    private void Bars(int line, ReadOnlySpan<char> text)
    {
        if (IsRuler(text))
        {
            _ledger[line] = LineKind.Ruler;
            return;
        }

        // In most cases, the header of a table whose rows are in the model.
        if (IsAboveRow(line, out bool hasDashes) && (hasDashes || TableColumns.FromBars(text) is not null))
        {
            _ledger[line] = LineKind.Label;
            _runs.Break();
            if (hasDashes)
                _table.Begin(_lines[line]);
            else
                _table.End();
            return;
        }

        if (IsSpreadRow(line, text))
        {
            _sections.Unread();
            _runs.Add(line, UnreadKind.Rows, isOfApi: true);
            return;
        }

        TableHead head = TableHead.Of(text);
        RowSigns.Cells cells = RowSigns.OfBars(text);
        if (_isNothingRead && hasDashes && line + 2 < _lines.Length && HoldsNames(line + 2))
        {
            _runs.Add(line, UnreadKind.Columns, isOfApi: true);
            (_inTable, _isTableOfApi) = (true, true);
        }
        else if (head.IsTable || (head.MayBeTable && !cells.IsRow && (_sections.HasElement || _isNothingRead)))
        {
            _inTable = true;
            _isTableOfApi = head.IsOfApi;
            _ledger[line] = LineKind.Label;
            if (head.IsTable && TableColumns.FromBars(text) is null)
                _runs.Add(line, UnreadKind.Columns, head.IsOfApi);
            else
                _runs.Head(line);
            _sections.Unread();
        }
        else if (hasDashes)
        {
            // The header of a table with other content, unless its first row has cells that only a row of an API has.
            _inTable = (head.HasName || head.IsOfApi) && line + 2 < _lines.Length && RowSigns.OfBars(_page[_lines[line + 2]]) is { Filled: >= 2 } below && (below.HasType || below.HasLocation || below.HasVersion || below.IsLikeRow);
            _isTableOfApi = _isBelowRow = false;
        }
        else if (cells.IsRow || (_isBelowRow && (cells.IsLikeRow || (cells.HasName && cells.Filled >= 2) || RowSigns.IsLoneName(text))) || (_inTable && cells.Filled >= 2 && (_isTableOfApi || cells.HasName || cells.HasType || cells.Names > 0)) || IsCut(line, text) || (text[0] != '|' && RowSigns.IsPlain(text)))
        {
            _sections.Unread();
            _runs.Add(line, UnreadKind.Rows, cells.IsOfApi || (_inTable && _isTableOfApi));
        }
    }

    /// <summary>Processes a line of an HTML table, which no text layout reads.</summary>
    private bool Html(int line, ReadOnlySpan<char> text)
    {
        bool opens = text.StartsWith("<table".AsSpan(), StringComparison.OrdinalIgnoreCase);
        if (!opens && !_inHtml)
            return false;
        _inHtml = text.IndexOf("</table".AsSpan(), StringComparison.OrdinalIgnoreCase) < 0;
        _sections.Unread();
        _runs.Add(line, UnreadKind.Rows, isOfApi: false);
        return true;
    }

    /// <summary>Determines whether the line is part of a curl call or a shell command, in which a bar is a pipe.</summary>
    private static bool IsCode(ReadOnlySpan<char> text) =>
        text.StartsWith("curl ".AsSpan(), StringComparison.Ordinal) || text.StartsWith("-H ".AsSpan(), StringComparison.Ordinal);

    private static bool IsRuler(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (c is not ('-' or '|' or ':' or '=' or '*' or '_' or '\\') && !Characters.IsBlank(c))
                return false;
        }

        return true;
    }
}
