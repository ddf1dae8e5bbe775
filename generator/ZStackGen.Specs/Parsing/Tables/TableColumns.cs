using System;
using System.Collections.Generic;
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

/// <summary>The columns of one table, known by their headings in either language.</summary>
internal sealed class TableColumns
{
    private static readonly (string Words, ColumnRole Role)[] s_words =
    [
        ("名字", ColumnRole.Name), ("类型", ColumnRole.Type), ("描述", ColumnRole.Description), ("起始版本", ColumnRole.Since),
        ("位置", ColumnRole.Location), ("可选值", ColumnRole.Values),
        ("Name", ColumnRole.Name), ("Type", ColumnRole.Type), ("Description", ColumnRole.Description), ("Location", ColumnRole.Location),
        ("Starting Version", ColumnRole.Since), ("Since", ColumnRole.Since), ("Values", ColumnRole.Values),
        ("Optional Value", ColumnRole.Values), ("Valid Value", ColumnRole.Values), ("Allowed Values", ColumnRole.Values),
        ("Optional Values", ColumnRole.Values), ("Valid Values", ColumnRole.Values), ("Allowed Value", ColumnRole.Values), ("Value", ColumnRole.Values),
        ("Start Version", ColumnRole.Since), ("Version", ColumnRole.Since), ("Initial Version", ColumnRole.Since), ("Since Version", ColumnRole.Since),
        ("Parameter", ColumnRole.Name), ("Field", ColumnRole.Name), ("Data Type", ColumnRole.Type), ("In", ColumnRole.Location), ("Position", ColumnRole.Location),
        ("名称", ColumnRole.Name), ("参数", ColumnRole.Name), ("参数名", ColumnRole.Name), ("字段", ColumnRole.Name), ("字段名", ColumnRole.Name), ("数据类型", ColumnRole.Type),
        ("说明", ColumnRole.Description), ("取值", ColumnRole.Values), ("取值范围", ColumnRole.Values), ("版本", ColumnRole.Since), ("引入版本", ColumnRole.Since),
    ];

    private readonly int[] _index = [-1, -1, -1, -1, -1, -1, -1];

    private TableColumns(IReadOnlyList<ColumnRole> roles)
    {
        Count = roles.Count;
        for (int i = 0; i < roles.Count; i++)
        {
            if (_index[(int)roles[i]] < 0)
                _index[(int)roles[i]] = i;
        }
    }

    /// <summary>Number of columns.</summary>
    public int Count { get; }

    /// <summary>A table with a location column lists parameters, one without lists fields.</summary>
    public bool HasLocation => this[ColumnRole.Location] >= 0;

    /// <summary>The column with <paramref name="role"/>, or -1.</summary>
    public int this[ColumnRole role] => _index[(int)role];

    /// <summary>Whether the headings are Chinese.</summary>
    public bool IsChinese { get; private init; }

    /// <summary>The columns of a header; <see langword="null"/> when it is not one of an API table (no name or no type column in front).</summary>
    public static TableColumns? FromRoles(IReadOnlyList<ColumnRole> roles, bool isChinese)
    {
        if (roles.Count < 2 || roles[0] != ColumnRole.Name || roles[1] != ColumnRole.Type)
            return null;
        return new TableColumns(roles) { IsChinese = isChinese };
    }

    /// <summary>The columns of a header line whose cells are parted by bars; <see langword="null"/> when it is none.</summary>
    public static TableColumns? FromBars(ReadOnlySpan<char> line)
    {
        if (line.Length is < 5 or > 400)
            return null;
        line = TrimBars(line);
        // Nearly every line ends here: the first cell is not "Name".
        int bar = line.IndexOf('|');
        if (bar <= 0 || bar > 24 || !MayBeginName(line[0]) || RoleOf(line.Slice(0, bar)) != ColumnRole.Name)
            return null;
        var roles = new List<ColumnRole>(6);
        bool chinese = Characters.IsChinese(line[0]);
        while (true)
        {
            bar = line.IndexOf('|');
            roles.Add(RoleOf(bar < 0 ? line : line.Slice(0, bar)));
            if (bar < 0)
                break;
            line = line.Slice(bar + 1);
        }

        return FromRoles(roles, chinese);
    }

    /// <summary>The role of a heading.</summary>
    public static ColumnRole RoleOf(ReadOnlySpan<char> heading)
    {
        heading = TrimBlank(heading);
        foreach ((string words, ColumnRole role) in s_words)
        {
            if (heading.Length == words.Length && heading.Equals(words.AsSpan(), StringComparison.OrdinalIgnoreCase))
                return role;
        }

        return ColumnRole.Other;
    }

    /// <summary>The columns of a header line whose words are parted by blanks; <see langword="null"/> when it is none.</summary>
    public static TableColumns? FromBlanks(ReadOnlySpan<char> line)
    {
        if (line.Length is < 5 or > 120 || !MayBeginName(line[0]))
            return null;
        bool chinese = Characters.IsChinese(line[0]);
        var roles = new List<ColumnRole>(6);
        while (!line.IsEmpty)
        {
            int best = 0;
            ColumnRole role = ColumnRole.Other;
            foreach ((string words, ColumnRole candidate) in s_words)
            {
                // The longest heading wins: "Optional Value" before "Value".
                if (words.Length > best && line.StartsWith(words.AsSpan(), StringComparison.OrdinalIgnoreCase)
                    && (line.Length == words.Length || Characters.IsBlank(line[words.Length])))
                {
                    (best, role) = (words.Length, candidate);
                }
            }

            if (best == 0)
                return null;
            roles.Add(role);
            line = TrimBlank(line.Slice(best));
        }

        return FromRoles(roles, chinese);
    }

    /// <summary>A quick test of a line's first character: does a heading of the name column begin with it?</summary>
    private static bool MayBeginName(char c) => c is 'N' or 'n' or 'P' or 'p' or 'F' or 'f' or '名' or '参' or '字';

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
        line = TrimBlank(line);
        if (line.Length > 0 && line[0] == '|')
            line = line.Slice(1);
        if (line.Length > 0 && line[line.Length - 1] == '|')
            line = line.Slice(0, line.Length - 1);
        return TrimBlank(line);
    }

    private static ReadOnlySpan<char> TrimBlank(ReadOnlySpan<char> text)
    {
        int start = 0, end = text.Length;
        while (start < end && Characters.IsBlank(text[start]))
            start++;
        while (end > start && Characters.IsBlank(text[end - 1]))
            end--;
        return text.Slice(start, end - start);
    }
}
