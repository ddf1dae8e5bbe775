using System;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Parsing.Tables;

namespace ZStackGen.Specs.Assembly.Ledger;

/// <summary>What the words of a line with bars say when it is taken as a table's header.</summary>
/// <param name="Known">How many columns are known.</param>
/// <param name="Unknown">How many are not.</param>
/// <param name="HasName">Whether one is the name column.</param>
/// <param name="HasType">Whether one is the type column.</param>
/// <param name="IsOfApi">Whether one is a location or version column, which only tables of APIs have.</param>
internal readonly record struct TableHead(int Known, int Unknown, bool HasName, bool HasType, bool IsOfApi)
{
    private const int MostCells = 64;

    /// <summary>Whether the line is the header of a table of parameters or fields, readable or not.</summary>
    public bool IsTable => Known >= 2 && (HasType || IsOfApi);

    /// <summary>Whether it is one whose columns are all known words, but only words that prose uses, too: Name and Description.</summary>
    public bool MayBeTable => Known >= 2 && Unknown == 0 && HasName;

    public static TableHead Of(ReadOnlySpan<char> line)
    {
        int known = 0, unknown = 0, roles = 0;
        if (line.Length > 0 && line[0] == '|')
            line = line.Slice(1);
        for (int cell = 0; cell < MostCells && !line.IsEmpty; cell++)
        {
            int bar = line.IndexOf('|');
            ReadOnlySpan<char> words = CellMarks.Bare(bar < 0 ? line : line.Slice(0, bar));
            if (!words.IsEmpty)
            {
                ColumnRole role = words.Length > 40 ? ColumnRole.Other : HeaderWords.Meant(words);
                // A row whose cells are words of headers has them twice: type | String | Type.
                if (role == ColumnRole.Other)
                    unknown++;
                else if ((roles & (1 << (int)role)) == 0)
                    known++;
                roles |= 1 << (int)role;
            }

            if (bar < 0)
                break;
            line = line.Slice(bar + 1);
        }

        return new TableHead(known, unknown, Has(roles, ColumnRole.Name), Has(roles, ColumnRole.Type), Has(roles, ColumnRole.Location) || Has(roles, ColumnRole.Since));
    }

    private static bool Has(int roles, ColumnRole role) => (roles & (1 << (int)role)) != 0;
}
