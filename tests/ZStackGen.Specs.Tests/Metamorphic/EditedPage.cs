using System;
using System.Collections.Generic;
using System.Linq;

namespace ZStackGen.Specs.Tests;

/// <summary>A page during mutations. It records the lines that were changed and the kinds of facts that were removed.</summary>
internal sealed class EditedPage
{
    private readonly List<(string Text, bool Touched)> _lines;

    public EditedPage(string text, Random random)
    {
        _lines = [.. text.ReplaceLineEndings("\n").Split('\n').Select(line => (line, false))];
        Random = random;
    }

    public Random Random { get; }

    /// <summary>Gets the kinds of facts that the mutation removes, so that no reader can find them.</summary>
    public HashSet<string> Removed { get; } = new(StringComparer.Ordinal);

    public int Count => _lines.Count;

    public string Text => string.Join('\n', _lines.Select(line => line.Text));

    public bool IsChanged => _lines.Exists(line => line.Touched);

    public string this[int line]
    {
        get => _lines[line].Text;
        set
        {
            if (value != _lines[line].Text)
                _lines[line] = (value, true);
        }
    }

    public void Insert(int line, params string[] texts) => _lines.InsertRange(line, texts.Select(text => (text, true)));

    public void Remove(int line, int count = 1)
    {
        _lines.RemoveRange(line, count);
        foreach (int beside in (int[])[line - 1, line])
        {
            if (beside >= 0 && beside < _lines.Count)
                _lines[beside] = (_lines[beside].Text, true);
        }
    }

    /// <summary>Replaces lines by other lines.</summary>
    public void Replace(int start, int end, IEnumerable<string> texts)
    {
        _lines.RemoveRange(start, end - start);
        Insert(start, [.. texts]);
    }

    /// <summary>Changes each line, outside of fences only if <paramref name="inFences"/> is <see langword="false"/>.</summary>
    public void Each(Func<string, string> change, bool inFences = false)
    {
        bool fence = false;
        for (int i = 0; i < Count; i++)
        {
            bool isFence = this[i].TrimStart().StartsWith("```", StringComparison.Ordinal);
            if (isFence)
                fence = !fence;
            if (inFences || (!isFence && !fence))
                this[i] = change(this[i]);
        }
    }

    /// <summary>Determines whether a changed line is at most two lines away from a range of lines.</summary>
    public bool IsTouched(int start, int end)
    {
        // A changed line can have become several lines.
        List<bool> touched = [.. _lines.SelectMany(line => line.Text.Split('\n').Select(_ => line.Touched))];
        return touched.Skip(start - 2).Take(Math.Min(start, 2) + end - start + 3).Contains(true);
    }

    /// <summary>Returns the tables with bars: the header's line, and the line after the last row.</summary>
    public List<(int Start, int End)> Tables()
    {
        var tables = new List<(int, int)>();
        for (int i = 0; i + 1 < Count; i++)
        {
            if (!this[i].Contains('|', StringComparison.Ordinal) || !IsDashes(this[i + 1]))
                continue;
            int end = i + 2;
            while (end < Count && this[end].TrimStart().StartsWith('|'))
                end++;
            if (end > i + 2 && !IsShifted(i, end))
                tables.Add((i, end));
            i = end - 1;
        }

        return tables;
    }

    /// <summary>Returns the cells of the header and the rows of a table. Each row has at least as many cells as the header.</summary>
    public List<List<string>> Rows(int start, int end)
    {
        List<List<string>> rows = [.. Enumerable.Range(start, end - start).Where(i => i != start + 1).Select(i => Cells(this[i]))];
        foreach (List<string> row in rows)
            row.AddRange(Enumerable.Repeat("", Math.Max(0, rows[0].Count - row.Count)));
        return rows;
    }

    /// <summary>Returns one of the tables, or <see langword="null"/> if there is none.</summary>
    public (int Start, int End)? AnyTable() => Tables() is { Count: > 0 } tables ? tables[Random.Next(tables.Count)] : null;

    /// <summary>Returns the lines of headings outside of fences.</summary>
    public List<int> Headings()
    {
        var headings = new List<int>();
        bool fence = false;
        for (int i = 0; i < Count; i++)
        {
            if (this[i].TrimStart().StartsWith("```", StringComparison.Ordinal))
                fence = !fence;
            else if (!fence && this[i].StartsWith('#') && this[i].TrimStart('#').StartsWith(' '))
                headings.Add(i);
        }

        return headings;
    }

    /// <summary>Returns the lines of each fenced block, from the opening to the line after the closing fence.</summary>
    public List<(int Start, int End)> Fences()
    {
        var fences = new List<(int, int)>();
        int start = -1;
        for (int i = 0; i < Count; i++)
        {
            if (!this[i].TrimStart().StartsWith("```", StringComparison.Ordinal))
                continue;
            // A stray fence of a manual: which lines are samples is not certain.
            if (this[i].TrimStart().StartsWith("````", StringComparison.Ordinal))
                return [];
            if (start >= 0)
                fences.Add((start, i + 1));
            start = start < 0 ? i : -1;
        }

        return fences;
    }

    /// <summary>Determines whether a copied table lost empty cells, so that its cells are not under their headings.</summary>
    private bool IsShifted(int start, int end) =>
        TableMutations.Kind(Cells(this[start])[^1]) == "since" && Enumerable.Range(start + 2, end - start - 2).Any(i => Cells(this[i]) is var cells && (cells.Count != Cells(this[start]).Count || (cells[^1].Length == 0 && cells.Exists(cell => cell.Length > 0 && cell.All(c => char.IsAsciiDigit(c) || c == '.')))));

    public static bool IsDashes(string line) => line.Contains("--", StringComparison.Ordinal) && line.All(c => c is '-' or '|' or ' ' or ':');

    /// <summary>Returns the trimmed cells of a row with bars at both ends.</summary>
    public static List<string> Cells(string row)
    {
        var cells = new List<string>();
        string text = row.Trim();
        int start = text.StartsWith('|') ? 1 : 0, end = text.EndsWith('|') ? text.Length - 1 : text.Length;
        for (int i = start; i <= end; i++)
        {
            if (i == end || (text[i] == '|' && text[i - 1] != '\\'))
            {
                cells.Add(text[start..Math.Max(start, i)].Trim());
                start = i + 1;
            }
        }

        return cells;
    }

    public static string Row(IEnumerable<string> cells) => "| " + string.Join(" | ", cells) + " |";
}
