using System;
using System.Collections.Generic;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Parsing.Tables;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Assembly.Ledger;

/// <summary>Joins unread lines to runs, so that a lost table is reported once and not row by row.</summary>
internal sealed class UnreadRuns(PageText page, LineLedger ledger)
{
    /// <summary>The maximum number of other lines between two rows of a run: blank lines, bullets, a version on a separate line.</summary>
    private const int LongestGap = 16;

    /// <summary>The maximum number of lines of a broken row before the line that looks like a row.</summary>
    private const int LongestBreak = 3;

    private readonly List<UnreadLines> _runs = [];

    /// <summary>Runs that are prose if the request line of an API follows, because they are tables in its description.</summary>
    private readonly List<(UnreadLines Run, int[] Lines)> _candidates = [];

    /// <summary>The lines of the current run.</summary>
    private readonly List<int> _lines = [];
    private UnreadKind _kind;
    private bool _isOfApi;
    private int _head = -1;

    /// <summary>Records a table header, which becomes part of the run if an unread row follows.</summary>
    public void Head(int line) => _head = line;

    /// <summary>Adds a line of an unread table.</summary>
    /// <param name="line">The line.</param>
    /// <param name="kind"><see cref="UnreadKind.Rows"/> or, for a header, <see cref="UnreadKind.Columns"/>.</param>
    /// <param name="isOfApi">Whether the line cannot belong to a table in a description.</param>
    public void Add(int line, UnreadKind kind, bool isOfApi)
    {
        if (_lines.Count > 0 && (line - _lines[_lines.Count - 1] > LongestGap || kind == UnreadKind.Columns))
            Break();
        if (_lines.Count == 0)
        {
            _kind = kind;
            if (_head >= 0 && line - _head <= LongestGap)
                _lines.Add(_head);
        }

        _head = -1;
        _lines.Add(line);
        _isOfApi |= isOfApi;
    }

    /// <summary>Adds a line that is a separate run.</summary>
    public void AddAlone(int line, UnreadKind kind)
    {
        Break();
        (_kind, _isOfApi) = (kind, true);
        _lines.Add(line);
        Break();
    }

    /// <summary>Ends the current run.</summary>
    public void Break()
    {
        _head = -1;
        if (_lines.Count == 0)
            return;
        TextRange first = page.TrimmedLine(_lines[0]), last = page.TrimmedLine(_lines[_lines.Count - 1]);
        var run = new UnreadLines(_kind, page.Span(new TextRange(first.Start, last.End)), _lines.Count);
        if (_isOfApi)
            Keep(run, _lines);
        else
            _candidates.Add((run, _lines.ToArray()));
        _lines.Clear();
        _isOfApi = false;
    }

    /// <summary>
    /// Processes an element of the model. The preceding runs are unread, unless its request line shows that they are part of a description.
    /// </summary>
    public void Element(bool isRequest)
    {
        Break();
        if (_candidates.Count == 0)
            return;
        foreach ((UnreadLines run, int[] lines) in _candidates)
        {
            if (!isRequest)
                Keep(run, lines);
        }

        _candidates.Clear();
    }

    /// <summary>Returns the runs, in text order.</summary>
    public UnreadLines[] ToArray()
    {
        Element(isRequest: false);
        _runs.Sort(static (a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return _runs.ToArray();
    }

    private void Keep(UnreadLines run, IReadOnlyList<int> lines)
    {
        foreach (int line in lines)
            ledger[line] = LineKind.Unread;
        _runs.Add(run.Kind is UnreadKind.Rows or UnreadKind.Columns ? Widened(run) : run);
    }

    /// <summary>
    /// Extends a run by adjacent lines of the same table that do not look like rows themselves: rows with bars but without a type, and the first
    /// parts of a broken row below a row that was read.
    /// </summary>
    private UnreadLines Widened(UnreadLines run)
    {
        int first = run.Span.StartLine, last = run.Span.EndLine, count = run.Count;
        bool hasBars = page[page.TrimmedLine(last)].IndexOf('|') >= 0;
        int above = first;
        while (above > 0 && ((ledger[above - 1] == LineKind.Prose && hasBars && HasBar(above - 1))
            || (ledger[above - 1] is LineKind.Prose or LineKind.Blank && first - above < LongestBreak)))
            above--;
        // Text that happens to be above a table remains text.
        bool isBelowRow = above > 0 && ledger[above - 1] == LineKind.Element && page[page.TrimmedLine(above - 1)][0] != '#';
        while (above < first && (ledger[above] == LineKind.Blank
            || (!(isBelowRow && hasBars) && !(hasBars && HasBar(above)) && !RowSigns.BeginsWithName(page[page.TrimmedLine(above)]))))
            above++;
        // A stray fence can separate the two parts of a row.
        if (above > 1 && IsFence(above - 1) && ledger[above - 2] is LineKind.Label or LineKind.Prose && page[page.TrimmedLine(above)][0] == '|' && RowSigns.BeginsWithName(page[page.TrimmedLine(above - 2)]))
            above -= 2;
        // The first word of a row can also be a label: url.
        if (above > 0 && ledger[above - 1] == LineKind.Label && hasBars && page[page.TrimmedLine(above)][0] == '|' && RowSigns.BeginsWithName(page[page.TrimmedLine(above - 1)]))
            above--;
        while (first > above)
        {
            if (ledger[--first] is LineKind.Blank or LineKind.Ruler)
                continue;
            count++;
            if (ledger[first] is LineKind.Prose or LineKind.Label)
                ledger[first] = LineKind.Unread;
        }

        for (; hasBars && last + 1 < page.LineCount && ledger[last + 1] == LineKind.Prose && HasBar(last + 1); count++)
            ledger[++last] = LineKind.Unread;
        // A name that was broken in the last column: its first part was read as a name.
        if (first > 0 && ledger[first - 1] == LineKind.Element && page[page.TrimmedLine(first)] is var text && text[0] != '|' && RowSigns.IsLoneName(text))
            first--;
        return new UnreadLines(run.Kind, page.Span(new TextRange(page.TrimmedLine(first).Start, page.TrimmedLine(last).End)), count);
    }

    private bool IsFence(int line) => ledger[line] == LineKind.Ruler && page[page.TrimmedLine(line)][0] is '`' or '~';

    private bool HasBar(int line) => page[page.TrimmedLine(line)].IndexOf('|') >= 0;
}
