using System;
using System.Collections.Generic;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Tables;

/// <summary>What a column of an API table holds.</summary>
internal enum ColumnRole
{
    Other,
    Name,
    Type,
    Location,
    Description,
    Values,
    Since,
}

/// <summary>The columns of one table, known by their headings (<see cref="HeaderWords"/>).</summary>
internal sealed class TableColumns
{
    private readonly int[] _index = [-1, -1, -1, -1, -1, -1, -1];

    private TableColumns(IReadOnlyList<ColumnRole> roles)
    {
        Count = roles.Count;
        for (int i = 0; i < roles.Count; i++)
        {
            if (_index[(int)roles[i]] < 0)
                _index[(int)roles[i]] = i;
            else
                IsAmbiguous |= roles[i] != ColumnRole.Other;
        }
    }

    /// <summary>Number of columns.</summary>
    public int Count { get; }

    /// <summary>Whether two headings mean the same; the first one counts, and may be the wrong one.</summary>
    public bool IsAmbiguous { get; private init; }

    /// <summary>A table with a location column lists parameters, one without lists fields.</summary>
    public bool HasLocation => this[ColumnRole.Location] >= 0;

    /// <summary>Whether name, type and location stand in front in this order, as in all published layouts.</summary>
    public bool AreUsual => this[ColumnRole.Name] == 0 && this[ColumnRole.Type] == 1 && this[ColumnRole.Location] is -1 or 2;

    /// <summary>The column with <paramref name="role"/>, or -1.</summary>
    public int this[ColumnRole role] => _index[(int)role];

    /// <summary>Whether the headings are Chinese.</summary>
    public bool IsChinese { get; private init; }

    /// <summary>The columns of a header; <see langword="null"/> when it is not one of an API table (no name or no type column).</summary>
    /// <param name="roles">The role of each column.</param>
    /// <param name="isChinese">Whether the headings are Chinese.</param>
    /// <param name="isAmbiguous">Whether two headings mean the same.</param>
    public static TableColumns? FromRoles(IReadOnlyList<ColumnRole> roles, bool isChinese, bool isAmbiguous = false)
    {
        var columns = new TableColumns(roles) { IsChinese = isChinese };
        columns = isAmbiguous ? new TableColumns(roles) { IsChinese = isChinese, IsAmbiguous = true } : columns;
        return columns[ColumnRole.Name] < 0 || columns[ColumnRole.Type] < 0 ? null : columns;
    }

    /// <summary>The columns of a header line whose cells are parted by bars; <see langword="null"/> when it is none.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isHeader">
    /// Whether a line of dashes below says that this is a header. Then every word may be decorated or misspelled; else one of the
    /// first two cells must hold a header's exact words.
    /// </param>
    public static TableColumns? FromBars(ReadOnlySpan<char> line, bool isHeader = false)
    {
        if (line.Length is < 5 or > 400)
            return null;
        line = TrimBars(line);
        int bar = line.IndexOf('|');
        if (bar <= 0 || bar > 48)
            return null;
        // Nearly every line ends here: it is a row, and neither of its first cells is a header's word.
        if (!isHeader && HeaderWords.Exact(line.Slice(0, bar)) is ColumnRole.Other && HeaderWords.Exact(Cell(line.Slice(bar + 1))) is ColumnRole.Other)
            return null;
        var roles = new List<ColumnRole>(6);
        bool chinese = false;
        while (true)
        {
            ReadOnlySpan<char> cell = Cell(line);
            // A row may begin with a header's word as its name: type | String | 0.6.
            if (!isHeader && (TypeWords.Intern(CellText.Trim(cell)) is not null || VersionText.IsVersion(CellText.Trim(cell))))
                return null;
            ColumnRole role = HeaderWords.Meant(cell);
            // A second column of the same name is one that is not known.
            roles.Add(role);
            chinese |= cell.Length > 0 && Characters.IsChinese(cell[cell.Length / 2]);
            if (cell.Length == line.Length)
                break;
            line = line.Slice(cell.Length + 1);
        }

        return FromRoles(roles, chinese);
    }

    /// <summary>The columns of a header line whose words are parted by blanks; <see langword="null"/> when it is none.</summary>
    public static TableColumns? FromBlanks(ReadOnlySpan<char> line)
    {
        // Asked of every line, nearly all of which are too long or begin otherwise.
        if (line.Length is < 5 or > 120 || !HeaderWords.MayBegin(line[0]))
            return null;
        bool chinese = Characters.IsChinese(line[0]);
        int length = HeaderWords.AtBegin(line, out ColumnRole role);
        if (length == 0 || role is not (ColumnRole.Name or ColumnRole.Type))
            return null;
        var roles = new List<ColumnRole>(6);
        int exact = 0;
        while (!line.IsEmpty)
        {
            length = HeaderWords.AtBegin(line, out role);
            exact += length > 0 ? 1 : 0;
            // A misspelled header has two words or one.
            for (int words = 2; length == 0 && words > 0; words--)
            {
                int end = WordsEnd(line, words);
                role = HeaderWords.Meant(line.Slice(0, end));
                length = role == ColumnRole.Other ? 0 : end;
            }

            if (length == 0)
                return null;
            roles.Add(role);
            line = CellText.Trim(line.Slice(length));
        }

        return exact < 2 ? null : FromRoles(roles, chinese);
    }

    /// <summary>Whether a line is the one of dashes between header and rows.</summary>
    public static bool IsDashes(ReadOnlySpan<char> line)
    {
        bool dash = false;
        foreach (char c in line)
        {
            if (c is not ('-' or '|' or ':') && !Characters.IsBlank(c))
                return false;
            dash |= c == '-';
        }

        return dash;
    }

    private static ReadOnlySpan<char> TrimBars(ReadOnlySpan<char> line)
    {
        line = CellText.Trim(line);
        if (line.Length > 0 && line[0] == '|')
            line = line.Slice(1);
        if (line.Length > 0 && line[line.Length - 1] == '|')
            line = line.Slice(0, line.Length - 1);
        return CellText.Trim(line);
    }

    private static ReadOnlySpan<char> Cell(ReadOnlySpan<char> line)
    {
        int bar = line.IndexOf('|');
        return bar < 0 ? line : line.Slice(0, bar);
    }

    private static int WordsEnd(ReadOnlySpan<char> line, int words)
    {
        int at = 0;
        while (true)
        {
            while (at < line.Length && !Characters.IsBlank(line[at]))
                at++;
            if (--words == 0 || at == line.Length)
                return at;
            while (at < line.Length && Characters.IsBlank(line[at]))
                at++;
        }
    }
}
