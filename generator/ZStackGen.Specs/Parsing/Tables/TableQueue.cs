using System.Collections.Generic;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Tables;

/// <summary>
/// The tables of a page, found in a first pass so that Markdig parses them together, and taken in a second one where the page's other
/// pieces say what they are.
/// </summary>
internal sealed class TableQueue
{
    private readonly MarkdownTables _tables = new();
    private readonly Dictionary<int, (PageTable Table, int End)> _byStart = [];

    /// <summary>Takes the table that begins at line (or piece) <paramref name="start"/> and ends before <paramref name="end"/>.</summary>
    public void Add(int start, int end, PageTable table, IReadOnlyList<TextRange> rows)
    {
        foreach (TextRange row in rows)
            _tables.Add(table, row);
        _byStart[start] = (table, end);
    }

    /// <summary>Takes a table whose rows are lines of the page as they are.</summary>
    public void Add(int start, int end, PageTable table, TextRange[] lines, int firstRow)
    {
        for (int i = firstRow; i < end; i++)
            _tables.Add(table, lines[i]);
        _byStart[start] = (table, end);
    }

    /// <summary>Parses what was added.</summary>
    public void Parse() => _tables.Parse();

    /// <summary>The table that begins at <paramref name="start"/>, and where the page goes on behind it.</summary>
    public PageTable? At(int start, out int end)
    {
        bool found = _byStart.TryGetValue(start, out (PageTable Table, int End) entry);
        end = entry.End;
        return found ? entry.Table : null;
    }
}
