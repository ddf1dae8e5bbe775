using System;
using System.Collections.Generic;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Tables;

/// <summary>
/// Recognizes the columns of a table by their content if the header is unknown: versions, type words, locations, names.
/// </summary>
internal sealed class ColumnContent
{
    /// <summary>The maximum number of rows to examine.</summary>
    public const int MostRows = 24;

    /// <summary>The maximum number of columns. A wider table does not describe an API.</summary>
    private const int MostColumns = 16;

    private readonly int[] _filled = new int[MostColumns];
    private readonly int[] _versions = new int[MostColumns];
    private readonly int[] _types = new int[MostColumns];
    private readonly int[] _locations = new int[MostColumns];
    private readonly int[] _names = new int[MostColumns];
    private readonly int[] _sentences = new int[MostColumns];
    private readonly HashSet<string>[] _different = new HashSet<string>[MostColumns];

    /// <summary>Returns the columns of a table with a line of dashes; <see langword="null"/> if it is not a table of parameters or fields.</summary>
    /// <param name="page">The page.</param>
    /// <param name="header">The line of the header.</param>
    /// <param name="rows">The lines below the dashes.</param>
    public static TableColumns? Columns(PageText page, TextRange header, ReadOnlySpan<TextRange> rows)
    {
        var roles = new List<ColumnRole>();
        var headings = new List<string>();
        var ended = new List<int>();
        bool chinese = false, open = false, twice = false;
        foreach (ReadOnlyMemory<char> cell in Cells(page, header))
        {
            ColumnRole role = HeaderWords.Meant(cell.Span);
            if (role != ColumnRole.Other && roles.Contains(role))
                (role, twice) = (ColumnRole.Other, twice || role != ColumnRole.Description);
            open |= role == ColumnRole.Other;
            // These versions are not those that added the rows.
            if (role == ColumnRole.Other && OtherColumn.IsOfLifetime(CellText.Words(cell.Span)))
                ended.Add(roles.Count);
            chinese |= cell.Length > 0 && Characters.IsChinese(cell.Span[cell.Length / 2]);
            roles.Add(role);
            headings.Add(role == ColumnRole.Other ? CellText.Words(cell.Span) : "");
        }

        if (roles.Count is < 2 or > MostColumns)
            return null;
        if (open && rows.Length > 0)
            new ColumnContent().Fill(page, rows, roles, ended);
        return TableColumns.FromRoles(roles, chinese, twice, areByContent: open, headings);
    }

    private void Fill(PageText page, ReadOnlySpan<TextRange> rows, List<ColumnRole> roles, List<int> ended)
    {
        int read = Math.Min(rows.Length, MostRows);
        for (int i = 0; i < read; i++)
        {
            int column = 0;
            foreach (ReadOnlyMemory<char> cell in Cells(page, rows[i]))
            {
                if (column < roles.Count && !cell.IsEmpty)
                    Count(column, CellText.Plain(cell.Span));
                column++;
            }
        }

        // Under a wrong heading, locations could be taken for names, and every call would lose its arguments.
        int name = roles.IndexOf(ColumnRole.Name);
        if (name >= 0 && _filled[name] > 0 && _locations[name] == _filled[name])
            roles[name] = ColumnRole.Other;
        foreach (int column in ended)
            _versions[column] = 0;
        Take(roles, ColumnRole.Since, _versions);
        Take(roles, ColumnRole.Location, _locations);
        Take(roles, ColumnRole.Type, _types);
        Take(roles, ColumnRole.Name, _names);
        // A row refers to the table of its structure in the description, whatever the heading of the column is.
        Take(roles, ColumnRole.Description, _sentences);
    }

    private void Count(int column, string text)
    {
        _filled[column]++;
        ReadOnlySpan<char> name = text.AsSpan();
        OptionalMarker.TakeFromName(ref name);
        bool isName = Characters.IsName(name);
        if (VersionText.IsVersion(text.AsSpan()))
            _versions[column]++;
        else if (TypeWords.IsKnown(text.AsSpan()) || text.EndsWith("Inventory", StringComparison.Ordinal) || text.IndexOf('<') > 0)
            _types[column]++;
        else if (LocationCell.Read(text.AsSpan()).Location is not StatedLocation.Unknown)
            _locations[column]++;
        _sentences[column] += IsSentence(text) ? 1 : 0;
        // The names in a table differ, but types and values repeat.
        if (isName && (_different[column] ??= new HashSet<string>(StringComparer.Ordinal)).Add(text))
            _names[column]++;
    }

    /// <summary>Assigns the role to the first unknown column whose cells all match.</summary>
    private void Take(List<ColumnRole> roles, ColumnRole role, int[] hits)
    {
        if (roles.Contains(role))
            return;
        for (int i = 0; i < roles.Count; i++)
        {
            if (roles[i] != ColumnRole.Other || hits[i] == 0)
                continue;
            // A column of types also contains names of structures, which are recognized only by the other cells. A column of names can contain
            // the rest of a broken row.
            bool all = role is ColumnRole.Type or ColumnRole.Description ? hits[i] * 2 > _filled[i] : role == ColumnRole.Name ? hits[i] * 4 > _filled[i] * 3 : hits[i] == _filled[i];
            if (!all)
                continue;
            roles[i] = role;
            return;
        }
    }

    private static bool IsSentence(string text)
    {
        foreach (char c in text)
        {
            if (c == ' ' || Characters.IsChinese(c))
                return true;
        }

        return false;
    }

    private static List<ReadOnlyMemory<char>> Cells(PageText page, TextRange line)
    {
        var cells = new List<ReadOnlyMemory<char>>();
        int start = line.Start, end = line.End;
        if (start < end && page.Text[start] == '|')
            start++;
        if (end > start && page.Text[end - 1] == '|')
            end--;
        int from = start;
        for (int at = start; at <= end && cells.Count <= MostColumns; at++)
        {
            if (at < end && (page.Text[at] != '|' || page.Text[at - 1] == '\\'))
                continue;
            TextRange cell = page.Trim(new TextRange(from, at));
            cells.Add(page.Text.AsMemory(cell.Start, cell.Length));
            from = at + 1;
        }

        return cells;
    }
}
