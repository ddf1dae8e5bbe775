using System;
using System.Collections.Generic;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Parsing.Headings;
using ZStackGen.Specs.Parsing.Requests;
using ZStackGen.Specs.Parsing.Samples;
using ZStackGen.Specs.Parsing.Tables;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Copies;

/// <summary>
/// Collects the lines of a copied pipe table and restores the information Markdig needs: the start and end of the table, the leading and
/// trailing bars, and the rows that were split over several lines by a list in a cell.
/// </summary>
internal sealed class BrokenRows(PageReading reading, List<CopiedPiece> pieces, HeaderLines headers)
{
    /// <summary>The maximum number of pieces to search for the end of a row after a line without a bar.</summary>
    private const int FarthestEnd = 40;

    private const int LongestBars = 32;

    private readonly PageText _page = reading.Page;
    private readonly MappedText _source = MappedText.Of(reading.Page);
    private readonly List<TextRange> _row = [];

    /// <summary>The rows of the current table, as ranges of <see cref="_text"/>, or of the page if there is no such text.</summary>
    private readonly List<TextRange> _rows = [];

    private MappedText.Builder? _builder;

    /// <summary>The text of the current table; <see langword="null"/> as long as each row is one line of the page.</summary>
    private MappedText.Builder? _text;

    private TableColumns? _columns;

    /// <summary>Adds the table with the header at piece <paramref name="start"/> and returns the index of the piece after it.</summary>
    public int Read(int start, TableColumns columns, TableQueue tables)
    {
        _rows.Clear();
        _text = null;
        _columns = columns;
        int index = start;
        TextRange header = pieces[index].Range;
        int end = header.End;
        index++;
        bool complete = true;
        while (index < pieces.Count && !pieces[index].IsJson)
        {
            TextRange line = pieces[index].Range;
            ReadOnlySpan<char> text = _page[line];
            if (TableColumns.IsDashes(text) && _row.Count == 0)
            {
                // The dashes below the header.
            }
            else if (IsBars(text) && text.Length > LongestBars)
            {
                // Such a long line of bars is damage, and adding it to a row would make the row unreadable.
            }
            else if (headers.At(line) is not null || (complete && IsAboveDashes(index)))
            {
                break;
            }
            else if (IsRowStart(text, !complete))
            {
                Flush();
                _row.Add(line);
                complete = EndsRow(text);
            }
            else if (_row.Count > 0 && Continues(index, complete))
            {
                _row.Add(line);
                complete = complete || EndsRow(text);
            }
            else
            {
                break;
            }

            end = line.End;
            index++;
        }

        if (!complete && index >= pieces.Count)
            reading.Findings.Add(FindingRules.PageCut, _row[_row.Count - 1], "The page ends in the middle of a table row.");
        Flush();
        tables.Add(start, index, new PageTable(_text?.Build() ?? _source, columns, new TextRange(header.Start, end)), _rows);
        return index;
    }

    /// <summary>Gets whether a line is the header of another table, with words that may not be known.</summary>
    private bool IsAboveDashes(int index) =>
        index + 1 < pieces.Count && !pieces[index + 1].IsJson && _page[pieces[index].Range].IndexOf('|') >= 0
        && _page[pieces[index + 1].Range] is var next && next.IndexOf('|') >= 0 && TableColumns.IsDashes(next);

    private void Flush()
    {
        if (_row.Count == 0)
            return;
        if (_text is null && _row.Count > 1)
            CopyRows();
        if (_text is null)
            _rows.Add(_row[0]);
        else
            AddRow(_text);
        _row.Clear();
    }

    /// <summary>Copies the rows so far to a text, because a row of several lines follows.</summary>
    private void CopyRows()
    {
        _text = _builder ??= new MappedText.Builder(_page);
        _text.Clear();
        for (int i = 0; i < _rows.Count; i++)
        {
            int start = _text.Length;
            _text.Take(_rows[i]);
            _rows[i] = new TextRange(start, _text.Length);
        }
    }

    private void AddRow(MappedText.Builder text)
    {
        int start = text.Length;
        if (_page.Text[_row[0].Start] != '|')
            text.Give("|");
        for (int i = 0; i < _row.Count; i++)
        {
            if (i > 0)
            {
                text.Give(" ");
                // A bullet is part of the cell. Any other line that is not read is reported, because it can be a row.
                ReadOnlySpan<char> line = _page[_row[i]];
                if (line.Length > 2 && line[0] is '-' or '*' or '•' && line[1] == ' ' && RowSigns.OfBars(line.Slice(2)) is { HasType: false, HasLocation: false })
                    reading.Ledger.Claim(_row[i], LineKind.Prose);
            }

            text.Take(_row[i]);
        }

        if (_page.Text[_row[_row.Count - 1].End - 1] != '|')
            text.Give("|");
        _rows.Add(new TextRange(start, text.Length));
    }

    /// <summary>Returns whether a line starts a row: a name, a type and, in a parameter table, a location.</summary>
    private bool IsRowStart(ReadOnlySpan<char> text, bool inRow)
    {
        if (text[0] == '|')
            text = CellText.Trim(text.Slice(1));
        int bar = text.IndexOf('|');
        if (bar is <= 0 or > 160)
            return false;
        ReadOnlySpan<char> name = text.Slice(0, bar);
        OptionalMarker.TakeFromName(ref name);
        name = CellText.Trim(name);
        foreach (char c in name)
        {
            if (!Characters.IsNamePart(c) && c is not ('.' or '-' or '*' or '$' or '`') && !Characters.IsInvisible(c))
                return false;
        }

        if (name.IsEmpty || VersionText.IsVersion(name))
            return false;
        text = text.Slice(bar + 1);
        bar = text.IndexOf('|');
        ReadOnlySpan<char> type = CellText.Trim(bar < 0 ? text : text.Slice(0, bar));
        if (type.Length is 0 or > 160 || Characters.IsAsciiDigit(type[0]))
            return !inRow && bar >= 0;
        // Inside an unfinished row, only a line with all features of a row starts a new row.
        if (!inRow)
            return true;
        if (_columns is { HasLocation: false })
            return TypeWords.IsPlausible(type.ToString());
        if (bar < 0)
            return false;
        text = CellText.Trim(text.Slice(bar + 1));
        LocationCell.WordLength(text, out StatedLocation location);
        return location != StatedLocation.Unknown;
    }

    /// <summary>Returns whether a line continues the current row.</summary>
    private bool Continues(int index, bool complete)
    {
        ReadOnlySpan<char> text = _page[pieces[index].Range];
        if (complete)
            return IsBars(text);
        if (text[0] == '|' || BeginsWithVersion(text))
            return true;
        if (IsStop(text))
            return false;
        // A line without a bar belongs to the row only if the end of the row follows.
        for (int i = index; i < pieces.Count && i < index + FarthestEnd && !pieces[i].IsJson; i++)
        {
            ReadOnlySpan<char> later = _page[pieces[i].Range];
            if (i > index && (IsStop(later) || IsRowStart(later, inRow: true)))
                return false;
            if (later[0] == '|' || BeginsWithVersion(later) || EndsRow(later))
                return true;
        }

        return false;
    }

    /// <summary>Returns whether a line ends with a version, as the last line of a row does.</summary>
    private static bool EndsRow(ReadOnlySpan<char> text)
    {
        int end = text.Length;
        while (end > 0 && (text[end - 1] == '|' || Characters.IsBlank(text[end - 1])))
            end--;
        text = text.Slice(0, end);
        int bar = text.LastIndexOf('|');
        return VersionText.IsVersion(CellText.Trim(text.Slice(bar + 1)));
    }

    private static bool BeginsWithVersion(ReadOnlySpan<char> text)
    {
        int bar = text.IndexOf('|');
        return bar > 0 && bar < 24 && VersionText.IsVersion(CellText.Trim(text.Slice(0, bar)));
    }

    private static bool IsStop(ReadOnlySpan<char> text) =>
        text[0] == '#' || TableColumns.FromBars(text) is not null || RequestLine.IsAt(text) || SectionLabels.Of(text) != SectionLabel.None || SdkSample.IsAt(text);

    private static bool IsBars(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (c != '|' && !Characters.IsBlank(c))
                return false;
        }

        return true;
    }
}
