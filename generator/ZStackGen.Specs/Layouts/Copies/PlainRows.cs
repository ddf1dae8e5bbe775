using System;
using System.Collections.Generic;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Parsing.Headings;
using ZStackGen.Specs.Parsing.Requests;
using ZStackGen.Specs.Parsing.Samples;
using ZStackGen.Specs.Parsing.Tables;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Copies;

/// <summary>Collects the rows of a plain table, including the bullets and versions on the lines after a row.</summary>
internal sealed class PlainRows(PageReading reading, List<CopiedPiece> pieces, TableColumns columns)
{
    private const int FarthestEnd = 40;

    private readonly PageText _page = reading.Page;
    private readonly MappedText.Builder _text = new(reading.Page);
    private readonly List<TextRange[]> _rows = [];
    private readonly List<TextRange> _words = [];
    private readonly List<TextRange> _items = [];
    private PlainRow _row;
    private TextRange _since;
    private bool _inRow;

    /// <summary>Reads the table with the header at piece <paramref name="index"/> and advances the index past the table.</summary>
    public PageTable Read(ref int index)
    {
        TextRange header = pieces[index].Range;
        int end = header.End;
        index++;
        while (index < pieces.Count && !pieces[index].IsJson && Take(index))
        {
            end = pieces[index].Range.End;
            index++;
        }

        if (_inRow && _since.IsEmpty && index >= pieces.Count && columns[ColumnRole.Since] >= 0)
            reading.Findings.Add(FindingRules.PageCut, pieces[index - 1].Range, "The page ends in the middle of a table row.");
        Flush();
        var table = new PageTable(_text.Build(), columns, new TextRange(header.Start, end));
        foreach (TextRange[] cells in _rows)
            table.Rows.Add(new PageRow(cells));
        return table;
    }

    /// <summary>Adds a line to the table.</summary>
    /// <returns><see langword="false"/> if the table ends before the line.</returns>
    private bool Take(int index)
    {
        TextRange line = pieces[index].Range;
        ReadOnlySpan<char> text = _page[line];
        bool open = _inRow && _since.IsEmpty;
        if (IsStop(text))
            return false;
        if (open && VersionText.IsVersion(text))
        {
            _since = line;
            return true;
        }

        if (open && BulletLength(text) is var bullet and > 0)
        {
            _items.Add(_page.Trim(new TextRange(line.Start + bullet, line.End)));
            return true;
        }

        if (PlainRow.Read(_page, line, columns.HasLocation, open) is { } row)
        {
            Flush();
            _row = row;
            _since = row.Since;
            _inRow = true;
            return true;
        }

        if (!open || !EndFollows(index))
            return false;
        int start = line.End;
        while (start > line.Start && !Characters.IsBlank(_page.Text[start - 1]))
            start--;
        if (VersionText.IsVersion(_page.Text.AsSpan(start, line.End - start)))
        {
            _since = new TextRange(start, line.End);
            line = _page.Trim(new TextRange(line.Start, start));
        }

        _words.Add(line);
        return true;
    }

    /// <summary>Returns whether the version of the current row follows, so that a line without a version continues its description.</summary>
    private bool EndFollows(int index)
    {
        for (int i = index; i < pieces.Count && i < index + FarthestEnd && !pieces[i].IsJson; i++)
        {
            TextRange line = pieces[i].Range;
            ReadOnlySpan<char> text = _page[line];
            if (IsStop(text) || (i > index && PlainRow.Read(_page, line, columns.HasLocation, inRow: true) is not null))
                return false;
            int blank = text.LastIndexOf(' ');
            if (VersionText.IsVersion(text.Slice(blank + 1)))
                return true;
        }

        return false;
    }

    private void Flush()
    {
        if (!_inRow)
            return;
        var cells = new TextRange[columns.Count];
        Set(cells, ColumnRole.Name, Put(_row.Name));
        Set(cells, ColumnRole.Type, Put(_row.Type));
        Set(cells, ColumnRole.Location, Put(_row.Location));
        // The bullets of a value list and of a description have the same form, but values are single words.
        bool areValues = columns[ColumnRole.Values] >= 0 && AreWords();
        int start = _text.Length;
        _text.Take(_row.Description);
        foreach (TextRange words in _words)
            PutLine(words, start);
        if (!areValues)
        {
            foreach (TextRange item in _items)
                PutLine(item, start);
        }

        Set(cells, ColumnRole.Description, new TextRange(start, _text.Length));
        _text.Give("\n");
        start = _text.Length;
        if (areValues)
        {
            foreach (TextRange item in _items)
            {
                _text.Take(item);
                _text.Give("\n");
            }
        }

        Set(cells, ColumnRole.Values, new TextRange(start, _text.Length));
        Set(cells, ColumnRole.Since, Put(_since));
        _rows.Add(cells);
        _words.Clear();
        _items.Clear();
        _since = default;
        _inRow = false;
    }

    private TextRange Put(TextRange range)
    {
        int start = _text.Length;
        _text.Take(range);
        var put = new TextRange(start, _text.Length);
        _text.Give("\n");
        return put;
    }

    private void PutLine(TextRange range, int cellStart)
    {
        if (_text.Length > cellStart)
            _text.Give("\n");
        _text.Take(range);
    }

    private void Set(TextRange[] cells, ColumnRole role, TextRange cell)
    {
        if (columns[role] >= 0)
            cells[columns[role]] = cell;
    }

    private bool AreWords()
    {
        foreach (TextRange item in _items)
        {
            if (item.Length > 80 || _page[item].IndexOf(' ') >= 0 || _page[item].IndexOfAny('。', '，', '；') >= 0)
                return false;
        }

        return true;
    }

    private static int BulletLength(ReadOnlySpan<char> text) =>
        text.Length > 1 && text[0] is '•' or '·' or '◦' or '▪' or '●' or '○' or '■' or '-' or '*' && (Characters.IsBlank(text[1]) || text[0] > '\u007f') ? 1 : 0;

    private static bool IsStop(ReadOnlySpan<char> text) =>
        text[0] == '#' || TableColumns.FromBlanks(text) is not null || RequestLine.IsAt(text) || SectionLabels.Of(text) != SectionLabel.None || SdkSample.IsAt(text);
}
