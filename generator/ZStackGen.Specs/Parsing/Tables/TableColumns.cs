using System;
using System.Collections.Generic;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Tables;

/// <summary>The content of a column of an API table.</summary>
internal enum ColumnRole : byte
{
    Other,
    Name,
    Type,
    Location,
    Description,
    Values,
    Since,

    /// <summary>Yes if a parameter is required, or no.</summary>
    Required,

    /// <summary>Yes if a parameter is optional, or no.</summary>
    Optional,

    /// <summary>The member of the body that contains the parameter.</summary>
    Wrapper,
}

/// <summary>The columns of a table, recognized by their headings (<see cref="HeaderWords"/>).</summary>
internal sealed class TableColumns
{
    private readonly int[] _index = [-1, -1, -1, -1, -1, -1, -1, -1, -1, -1];

    private readonly string?[]? _otherHeadings;

    private TableColumns(IReadOnlyList<ColumnRole> roles, IReadOnlyList<string>? headings)
    {
        Count = roles.Count;
        for (int i = 0; i < roles.Count; i++)
        {
            if (_index[(int)roles[i]] < 0)
                _index[(int)roles[i]] = i;
            else
                // The text of a second description is added to the first one.
                IsAmbiguous |= roles[i] is not (ColumnRole.Other or ColumnRole.Description);
        }

        for (int i = 0; i < (headings?.Count ?? 0); i++)
        {
            if (RoleOf(i) == ColumnRole.Other)
                (_otherHeadings ??= new string?[roles.Count])[i] = headings![i];
        }
    }

    /// <summary>Gets the number of columns.</summary>
    public int Count { get; }

    /// <summary>Gets a value indicating whether two headings have the same meaning. The first one is used, which can be the wrong one.</summary>
    public bool IsAmbiguous { get; private set; }

    /// <summary>
    /// Gets a value indicating whether there is a location column. A table with a location column lists parameters; otherwise, fields.
    /// </summary>
    public bool HasLocation => this[ColumnRole.Location] >= 0;

    /// <summary>Gets a value indicating whether name, type and location are the first columns in this order, as in all published layouts.</summary>
    public bool AreUsual => this[ColumnRole.Name] == 0 && this[ColumnRole.Type] == 1 && this[ColumnRole.Location] is -1 or 2;

    /// <summary>Gets the index of the column with <paramref name="role"/>; -1 if there is none.</summary>
    public int this[ColumnRole role] => _index[(int)role];

    /// <summary>Returns the role of a column. A second column with the same role has no role.</summary>
    public ColumnRole RoleOf(int column)
    {
        int role = Array.IndexOf(_index, column);
        return role < 0 ? ColumnRole.Other : (ColumnRole)role;
    }

    /// <summary>Gets a value indicating whether there are columns without a role. Their text is added to the description.</summary>
    public bool HasOthers => _otherHeadings is not null;

    /// <summary>Returns the heading of a column without a role; <see langword="null"/> for the other columns.</summary>
    public string? OtherHeading(int column) => _otherHeadings?[column];

    /// <summary>Gets a value indicating whether the content of the rows was needed to recognize the columns.</summary>
    public bool AreByContent { get; private init; }

    /// <summary>Gets a value indicating whether the headings are Chinese.</summary>
    public bool IsChinese { get; private init; }

    /// <summary>
    /// Returns the columns of a header; <see langword="null"/> if it is not the header of an API table (no name or no type column).
    /// </summary>
    /// <param name="roles">The role of each column.</param>
    /// <param name="isChinese">Whether the headings are Chinese.</param>
    /// <param name="isAmbiguous">Whether two headings have the same meaning.</param>
    /// <param name="areByContent">Whether the content of the rows was needed to recognize the columns.</param>
    /// <param name="headings">
    /// The heading of each column up to the last one without a role; <see langword="null"/> if all columns have a role.
    /// </param>
    public static TableColumns? FromRoles(IReadOnlyList<ColumnRole> roles, bool isChinese, bool isAmbiguous = false, bool areByContent = false, IReadOnlyList<string>? headings = null)
    {
        var columns = new TableColumns(roles, headings) { IsChinese = isChinese, AreByContent = areByContent };
        columns.IsAmbiguous |= isAmbiguous;
        return columns[ColumnRole.Name] < 0 || columns[ColumnRole.Type] < 0 ? null : columns;
    }

    /// <summary>Returns the columns of a header line with bars between its cells; <see langword="null"/> if it is not a header.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isHeader">
    /// Whether a line of dashes follows, so that the line is a header. Every word can then be decorated or misspelled. Otherwise, one of the
    /// first two cells must contain the exact words of a header.
    /// </param>
    public static TableColumns? FromBars(ReadOnlySpan<char> line, bool isHeader = false)
    {
        if (line.Length is < 5 or > 400)
            return null;
        line = TrimBars(line);
        int bar = line.IndexOf('|');
        if (bar <= 0 || bar > 48)
            return null;
        // Most lines are rows, whose first two cells are not header words.
        if (!isHeader && HeaderWords.Exact(line.Slice(0, bar)) is ColumnRole.Other && HeaderWords.Exact(Cell(line.Slice(bar + 1))) is ColumnRole.Other)
            return null;
        var roles = new List<ColumnRole>(6);
        List<string>? headings = null;
        bool chinese = false;
        while (true)
        {
            ReadOnlySpan<char> cell = Cell(line);
            // A row can start with a header word as its name: type | String | 0.6.
            if (!isHeader && (TypeWords.Intern(CellText.Trim(cell)) is not null || VersionText.IsVersion(CellText.Trim(cell))))
                return null;
            ColumnRole role = HeaderWords.Meant(cell);
            // A second column with the same role is treated as unknown.
            roles.Add(role);
            if (role == ColumnRole.Other || roles.IndexOf(role) < roles.Count - 1)
                AddHeading(ref headings, roles.Count - 1, CellText.Words(cell));
            chinese |= cell.Length > 0 && Characters.IsChinese(cell[cell.Length / 2]);
            if (cell.Length == line.Length)
                break;
            line = line.Slice(cell.Length + 1);
        }

        return FromRoles(roles, chinese, headings: headings);
    }

    private static void AddHeading(ref List<string>? headings, int column, string heading)
    {
        headings ??= [];
        while (headings.Count < column)
            headings.Add("");
        headings.Add(heading);
    }

    /// <summary>Returns the columns of a header line whose words are separated by blanks; <see langword="null"/> if it is not a header.</summary>
    public static TableColumns? FromBlanks(ReadOnlySpan<char> line)
    {
        // Called for every line. Nearly all lines are too long or start with another letter.
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
            // A misspelled header has one or two words.
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

    /// <summary>Determines whether a line is the line of dashes between header and rows.</summary>
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
