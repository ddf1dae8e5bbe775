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
    private readonly Dictionary<int, (PageTable Table, int End)> _byStart = [];

    /// <summary>Adds the table that starts at line (or piece) <paramref name="start"/> and ends before <paramref name="end"/>.</summary>
    public void Add(int start, int end, PageTable table, IReadOnlyList<TextRange> rows)
    {
        foreach (TextRange row in rows)
            _tables.Add(table, row);
        _byStart[start] = (table, end);
    }

    /// <summary>Adds a table whose rows are unchanged lines of the page.</summary>
    public void Add(int start, int end, PageTable table, TextRange[] lines, int firstRow)
    {
        for (int i = firstRow; i < end; i++)
            _tables.Add(table, lines[i]);
        _byStart[start] = (table, end);
    }

    /// <summary>Parses all added rows.</summary>
    public void Parse() => _tables.Parse();

    /// <summary>Returns the table that starts at <paramref name="start"/>, and the end of the table.</summary>
    public PageTable? At(int start, out int end)
    {
        bool found = _byStart.TryGetValue(start, out (PageTable Table, int End) entry);
        end = entry.End;
        return found ? entry.Table : null;
    }
}
