using System;
using System.Collections.Generic;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Parsing.Tables;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Assembly.Ledger;

/// <summary>Joins unread lines to runs, so that a lost table is reported once and not once a row.</summary>
internal sealed class UnreadRuns(PageText page, LineLedger ledger)
{
    /// <summary>Lines of other text that may stand between two rows of a run: blank lines, bullets, a version on a line of its own.</summary>
    private const int LongestGap = 16;

    /// <summary>How many lines a broken row may have above the one that looks like a row.</summary>
    private const int LongestBreak = 3;

    private readonly List<UnreadLines> _runs = [];

    /// <summary>Runs that are prose if the request line of an API follows: a table in its description.</summary>
    private readonly List<(UnreadLines Run, int[] Lines)> _candidates = [];

    /// <summary>The lines of the open run.</summary>
    private readonly List<int> _lines = [];
    private UnreadKind _kind;
    private bool _isOfApi;
    private int _head = -1;

    /// <summary>A table's header that becomes part of the run if an unread row follows.</summary>
    public void Head(int line) => _head = line;

    /// <summary>Takes a line of an unread table.</summary>
    /// <param name="line">The line.</param>
    /// <param name="kind"><see cref="UnreadKind.Rows"/> or, for a header, <see cref="UnreadKind.Columns"/>.</param>
    /// <param name="isOfApi">Whether the line cannot be one of a table in a description.</param>
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

    /// <summary>Takes a line that is a run of its own.</summary>
    public void AddAlone(int line, UnreadKind kind)
    {
        Break();
        (_kind, _isOfApi) = (kind, true);
        _lines.Add(line);
        Break();
    }

    /// <summary>Ends the open run: what stands behind it is something else.</summary>
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

    /// <summary>An element of the model: the runs above it are unread, unless its request line shows that they stand in a description.</summary>
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

    /// <summary>The runs, in text order.</summary>
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
    /// The run with the lines right above and below that are part of the same table though they do not look like rows by themselves: cells
    /// without a type beside rows with bars, and the first halves of a broken row below one that was read.
    /// </summary>
    private UnreadLines Widened(UnreadLines run)
    {
        int first = run.Span.StartLine, last = run.Span.EndLine, count = run.Count;
        bool hasBars = page[page.TrimmedLine(last)].IndexOf('|') >= 0;
        int above = first;
        while (above > 0 && ((ledger[above - 1] == LineKind.Prose && hasBars && HasBar(above - 1))
            || (ledger[above - 1] is LineKind.Prose or LineKind.Blank && first - above < LongestBreak)))
            above--;
        // Text that only happens to stand above a table stays text.
        bool isBelowRow = above > 0 && ledger[above - 1] == LineKind.Element && page[page.TrimmedLine(above - 1)][0] != '#';
        while (above < first && (ledger[above] == LineKind.Blank
            || (!(isBelowRow && hasBars) && !(hasBars && HasBar(above)) && !RowSigns.BeginsWithName(page[page.TrimmedLine(above)]))))
            above++;
        // A stray fence parts the two halves of a row.
        if (above > 1 && IsFence(above - 1) && ledger[above - 2] is LineKind.Label or LineKind.Prose && page[page.TrimmedLine(above)][0] == '|' && RowSigns.BeginsWithName(page[page.TrimmedLine(above - 2)]))
            above -= 2;
        // The first word of a row may be a label's, too: url.
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
        // A name that was broken in the last column: its first half was read as a name.
        if (first > 0 && ledger[first - 1] == LineKind.Element && page[page.TrimmedLine(first)] is var text && text[0] != '|' && RowSigns.IsLoneName(text))
            first--;
        return new UnreadLines(run.Kind, page.Span(new TextRange(page.TrimmedLine(first).Start, page.TrimmedLine(last).End)), count);
    }

    private bool IsFence(int line) => ledger[line] == LineKind.Ruler && page[page.TrimmedLine(line)][0] is '`' or '~';

    private bool HasBar(int line) => page[page.TrimmedLine(line)].IndexOf('|') >= 0;
}
