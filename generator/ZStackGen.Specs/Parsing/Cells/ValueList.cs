using System;
using System.Collections.Generic;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Cells;

/// <summary>Reads lists of allowed values in a cell.</summary>
internal static class ValueList
{
    /// <summary>Reads <c>&lt;ul&gt;&lt;li&gt;a&lt;/li&gt;…</c>, <c>a&lt;br&gt;b</c>, <c>a, b</c> or <c>`a` `b`</c>.</summary>
    public static IReadOnlyList<string> Read(ReadOnlySpan<char> cell)
    {
        bool lines = cell.IndexOf('\n') >= 0;
        cell = CellText.Trim(cell);
        if (cell.IsEmpty)
            return [];
        var values = new List<string>();
        if (NextItem(cell) >= 0)
        {
            while (true)
            {
                int open = NextItem(cell);
                if (open < 0)
                    break;
                cell = cell.Slice(open + 3);
                int begin = cell.IndexOf('>');
                if (begin < 0)
                    break;
                cell = cell.Slice(begin + 1);
                int end = NextTag(cell);
                Add(values, end < 0 ? cell : cell.Slice(0, end));
            }

            return values;
        }

        int start = 0;
        for (int i = 0; i <= cell.Length; i++)
        {
            if (i < cell.Length)
            {
                if (cell[i] == '\\')
                {
                    i++;
                    continue;
                }

                // The semicolon of an entity separates no values.
                if (cell[i] == '&' && CellText.EntityLength(cell.Slice(i)) is var entity and > 0)
                {
                    i += entity - 1;
                    continue;
                }

                bool parts = lines ? cell[i] == '\n' : cell[i] is ',' or '，' or '、' or ';' or '；' || (cell[i] == '<' && cell.Slice(i).StartsWith("<br".AsSpan(), StringComparison.OrdinalIgnoreCase));
                if (!parts)
                    continue;
            }

            Add(values, cell.Slice(start, Math.Min(i, cell.Length) - start));
            if (i < cell.Length && cell[i] == '<')
            {
                int close = cell.Slice(i).IndexOf('>');
                i = close < 0 ? cell.Length : i + close;
            }

            start = i + 1;
        }

        return values;
    }

    /// <summary>Returns the start of the next list item; -1 if there is none.</summary>
    private static int NextItem(ReadOnlySpan<char> text)
    {
        int from = 0;
        while (NextTag(text.Slice(from)) is var tag and >= 0)
        {
            from += tag;
            if (text.Slice(from).StartsWith("<li".AsSpan(), StringComparison.OrdinalIgnoreCase))
                return from;
            from++;
        }

        return -1;
    }

    /// <summary>Returns the position of the next <c>&lt;</c> without a preceding backslash; -1 if there is none.</summary>
    private static int NextTag(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == '<')
                return i;
        }

        return -1;
    }

    private static void Add(List<string> values, ReadOnlySpan<char> text)
    {
        string? value = CellText.Description(text);
        if (value is null)
            return;
        if (value.Length > 2 && value[0] == '`' && value[value.Length - 1] == '`')
            value = value.Substring(1, value.Length - 2);
        values.Add(value);
    }
}
