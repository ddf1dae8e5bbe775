using System;
using System.Collections.Generic;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Tables;

/// <summary>
/// The tables of a page. A first pass collects them, so that Markdig parses them together. A second pass uses them, when the other parts of
/// the page determine their meaning.
/// </summary>
internal sealed class TableQueue
{
    private readonly MarkdownTables _tables = new();
    private readonly List<Entry> _entries = [];

    /// <summary>The index of the last result. Tables are mostly requested in text order.</summary>
    private int _last;

    /// <summary>
    /// Adds the table that starts at line (or piece) <paramref name="start"/> and ends before <paramref name="end"/>. Tables are added in text order.
    /// </summary>
    public void Add(int start, int end, PageTable table, IReadOnlyList<TextRange> rows)
    {
        table.Rows.Capacity = rows.Count;
        foreach (TextRange row in rows)
            _tables.Add(table, row);
        Add(new Entry(start, end, table));
    }

    /// <summary>Adds a table whose rows are unchanged lines of the page.</summary>
    public void Add(int start, int end, PageTable table, TextRange[] lines, int firstRow)
    {
        table.Rows.Capacity = Math.Max(0, end - firstRow);
        for (int i = firstRow; i < end; i++)
            _tables.Add(table, lines[i]);
        Add(new Entry(start, end, table));
    }

    /// <summary>Parses all added rows.</summary>
    public void Parse() => _tables.Parse();

    /// <summary>Returns the table that starts at <paramref name="start"/>, and the end of the table.</summary>
    public PageTable? At(int start, out int end)
    {
        int index = IndexOf(start);
        end = index < 0 ? 0 : _entries[index].End;
        return index < 0 ? null : _entries[index].Table;
    }

    private void Add(Entry entry)
    {
        if (_entries.Count > 0 && entry.Start <= _entries[_entries.Count - 1].Start)
            throw new InvalidOperationException("Tables must be added in text order.");
        _entries.Add(entry);
    }

    private int IndexOf(int start)
    {
        int low = 0, high = _entries.Count - 1;
        if (_last <= high && _entries[_last].Start <= start)
        {
            // The next table starts after the requested line in most cases.
            low = _last;
            if (low == high || start < _entries[low + 1].Start)
                high = low;
        }

        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (_entries[middle].Start <= start)
                low = middle;
            else
                high = middle - 1;
        }

        if (low > high || _entries[low].Start != start)
            return -1;
        _last = low;
        return low;
    }

    private readonly record struct Entry(int Start, int End, PageTable Table);
}
