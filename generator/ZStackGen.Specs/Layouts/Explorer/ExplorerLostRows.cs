using System;
using System.Collections.Generic;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Parsing.Tables;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Explorer;

/// <summary>
/// Finds rows that do not start a line, for the names in the curl call: a row after another row on the same line, or a row split inside its
/// type. The call is complete, so each of its names has a row on the page.
/// </summary>
internal sealed class ExplorerLostRows
{
    /// <summary>The maximum number of compared characters, far more than any page needs; it keeps the run time linear for damaged pages.</summary>
    private const long MostComparisons = 4_000_000;

    /// <summary>The maximum number of lines between a name and the rest of its row.</summary>
    private const int LongestBreak = 3;

    private readonly PageText _page;
    private readonly List<TextRange> _lines = [];
    private readonly HashSet<string> _known;
    private readonly List<string> _lost = [];
    private readonly List<TextRange> _rows = [];
    private readonly Dictionary<string, TextRange> _places = new(StringComparer.Ordinal);

    /// <param name="page">The page.</param>
    /// <param name="outline">The API's lines.</param>
    /// <param name="names">The names of the path and the call.</param>
    public ExplorerLostRows(PageText page, ExplorerOutline outline, IReadOnlyList<string> names)
    {
        _page = page;
        _known = new HashSet<string>(names, StringComparer.Ordinal);
        long length = 0;
        foreach (ExplorerLine line in outline.Lines)
        {
            if (line.Section is not (ExplorerSection.PathParameters or ExplorerSection.QueryParameters or ExplorerSection.BodyFields))
                continue;
            _lines.Add(line.Place);
            length += line.Place.Length;
        }

        if (length * names.Count > MostComparisons)
        {
            _lines.Clear();
            return;
        }

        foreach (string name in _known)
        {
            if (name.Length > 1 && !StartsLine(name))
                _lost.Add(name);
        }

        foreach (string name in _lost)
        {
            if (Find(name) is { IsEmpty: false } line)
                _places.Add(name, line);
        }
    }

    /// <summary>Returns whether a row is only the rest of a split row: its name is not in the call, and a lost name is directly above it.</summary>
    public bool IsRest(ExplorerRow row)
    {
        if (_places.Count == 0 || _known.Contains(row.Name))
            return false;
        int line = _page.LineOf(row.NamePlace.Start);
        foreach (TextRange place in _places.Values)
        {
            if (_page.LineOf(place.Start) is var above && above < line && line - above <= LongestBreak)
                return true;
        }

        return false;
    }

    /// <summary>Returns a line without the decoration at its start.</summary>
    public TextRange Bare(TextRange line)
    {
        if (line.IsEmpty || Characters.IsAsciiLetter(_page.Text[line.Start]))
            return line;
        var bare = new TextRange(line.Start + CellMarks.Length(_page[line]), line.End);
        // An underscore may be part of a name.
        return _page.Text[line.Start] == '_' && !BeginsLostRow(bare, withType: false) ? line : bare;
    }

    /// <summary>Returns the rows of a line, in most cases one. The list is valid until the next call.</summary>
    public IReadOnlyList<TextRange> Rows(TextRange line)
    {
        line = Bare(line);
        List<TextRange> rows = _rows;
        rows.Clear();
        int from = line.Start;
        if (_lost.Count > 0)
        {
            for (int at = from + 1; at < line.End; at++)
            {
                if (!BeginsLostRow(new TextRange(at, line.End), withType: true))
                    continue;
                rows.Add(new TextRange(from, at));
                from = at;
            }
        }

        rows.Add(new TextRange(from, line.End));
        return rows;
    }

    /// <summary>Returns the line that contains a name as a word or starts with it; otherwise, an empty range.</summary>
    public TextRange Find(string name)
    {
        foreach (TextRange line in _lines)
        {
            ReadOnlySpan<char> text = _page[line];
            for (int from = 0; text.Slice(from).IndexOf(name.AsSpan(), StringComparison.Ordinal) is var at and >= 0; from += at + 1)
            {
                bool begins = from + at == 0 || !Characters.IsNamePart(text[from + at - 1]);
                int behind = from + at + name.Length;
                if (begins && (behind == text.Length || !Characters.IsLower(text[behind])))
                    return line;
            }
        }

        return default;
    }

    private bool StartsLine(string name)
    {
        foreach (TextRange line in _lines)
        {
            if (Begins(Bare(line), name))
                return true;
        }

        return false;
    }

    private bool BeginsLostRow(TextRange range, bool withType)
    {
        foreach (string name in _lost)
        {
            if (Begins(range, name) && (!withType || HasType(range.Start + name.Length, range.End)))
                return true;
        }

        return false;
    }

    private bool Begins(TextRange line, string name) =>
        line.Length > name.Length && string.CompareOrdinal(_page.Text, line.Start, name, 0, name.Length) == 0
        && !GluedRowSigns.IsTypeBegin(_page[new TextRange(line.Start + name.Length, line.End)])
        && (!Characters.IsLower(_page.Text[line.Start + name.Length]) || HasType(line.Start + name.Length, line.End));

    private bool HasType(int at, int end)
    {
        ReadOnlySpan<char> rest = _page[new TextRange(at, end)];
        return GluedRowSigns.TypeAt(rest, 0, rest.Length) > 0;
    }
}
