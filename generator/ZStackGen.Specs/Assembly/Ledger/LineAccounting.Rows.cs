using System;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Parsing.Tables;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Assembly.Ledger;

// Recognizes unread rows by their line and the lines around it.
internal sealed partial class LineAccounting
{
    /// <summary>Determines whether the rows from a line on begin with names as fields have them: <c>| rootDiskSize | The size. |</c>.</summary>
    private bool HoldsNames(int line)
    {
        int first = line;
        while (line < _lines.Length && !_lines[line].IsEmpty && _page[_lines[line]].IndexOf('|') >= 0)
        {
            ReadOnlySpan<char> cell = _page[_lines[line]].TrimStart('|');
            int bar = cell.IndexOf('|');
            cell = CellMarks.Bare(bar < 0 ? cell : cell.Slice(0, bar));
            if (cell.IsEmpty || !Characters.IsName(cell) || !Characters.IsLower(cell[0]))
                return false;
            line++;
        }

        return line > first;
    }

    /// <summary>Determines whether the next line, or the line after a line of dashes, contains an element that is not a request line.</summary>
    private bool IsAboveRow(int line, out bool hasDashes)
    {
        int next = line + 1;
        hasDashes = next < _lines.Length && !_lines[next].IsEmpty && _ledger[next] != LineKind.Element && TableColumns.IsDashes(_page[_lines[next]]);
        if (hasDashes)
            next++;
        return next < _lines.Length && _ledger[next] == LineKind.Element && !_claims.IsRequest(next);
    }

    private bool IsRow(int line, ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> words = text.Slice(CellMarks.Length(text));
        if (words.IsEmpty || words[0] > '\u007f')
            return false;
        if (_claims.OnExplorer && IsGluedCut(line, words))
            return true;
        return RowSigns.IsPlain(words) || GluedRowSigns.IsRow(words, _claims.OnExplorer) || IsCut(line, text) || SeparatedRowSigns.IsRow(text[0] is '<' or '&' ? text : words);
    }

    /// <summary>
    /// Determines whether a line belongs to a row with its cells on several lines, also with blank lines between them.
    /// </summary>
    private bool IsSpreadRow(int line, ReadOnlySpan<char> text) =>
        SpreadRowSigns.IsRow(text, _previous < 0 ? default : _page[_lines[_previous]])
        || (!_claims.OnExplorer && line + 2 < _lines.Length && _lines[line + 1].IsEmpty && RowSigns.IsType(_page[_lines[line + 2]]) && text.IndexOf('|') < 0 && RowSigns.BeginsWithName(text) && RowSigns.IsName(text));

    private bool IsGluedCut(int line, ReadOnlySpan<char> words) =>
        words.Length < LongestCut && words.IndexOf(' ') < 0 && line + 1 < _lines.Length && GluedRowSigns.IsCut(words, _page[_lines[line + 1]]);

    /// <summary>Processes a row with bars on an explorer page. Rows of the explorer normally have no bars.</summary>
    private bool IsRowWithBars(int line, ReadOnlySpan<char> text)
    {
        string bare = text.ToString().Replace("|", "").Trim();
        if (bare.Length == 0 || !IsRow(line, bare.AsSpan()))
            return false;
        _sections.Unread();
        _runs.Add(line, UnreadKind.Rows, isOfApi: true);
        return true;
    }

    private bool IsCut(int line, ReadOnlySpan<char> text) =>
        (text[0] == '|' && line > 0 && _ledger[line - 1] == LineKind.Element && RowSigns.IsLoneName(text)) ||
        // A row that was split after its name: "Normal", "| StateType | 3.7 |".
        (line > 0 && line + 1 < _lines.Length && _ledger[line - 1] is LineKind.Ruler or LineKind.Element && _page[_lines[line - 1]].IndexOf('|') >= 0
            && !_lines[line + 1].IsEmpty && _page[_lines[line + 1]][0] == '|' && Characters.IsPascalName(CellMarks.Bare(text))) ||
        line + 1 < _lines.Length && !_lines[line + 1].IsEmpty && RowSigns.IsCut(text, _page[_lines[line + 1]], _ledger[line + 1] == LineKind.Element);
}
