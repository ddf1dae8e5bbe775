using System;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Parsing.Tables;

namespace ZStackGen.Specs.Assembly.Ledger;

/// <summary>Classifies a line with bars as a possible table header.</summary>
/// <param name="Known">The number of known columns.</param>
/// <param name="Unknown">The number of unknown columns.</param>
/// <param name="HasName">Whether there is a name column.</param>
/// <param name="HasType">Whether there is a type column.</param>
/// <param name="IsOfApi">Whether there is a location or version column, which only tables of APIs have.</param>
internal readonly record struct TableHead(int Known, int Unknown, bool HasName, bool HasType, bool IsOfApi)
{
    private const int MostCells = 64;

    /// <summary>Gets a value indicating whether the line is the header of a table of parameters or fields, readable or not.</summary>
    public bool IsTable => Known >= 2 && (HasType || IsOfApi);

    /// <summary>
    /// Gets a value indicating whether all columns are known, but with words that are also used in prose, such as Name and Description.
    /// </summary>
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
                // A row whose cells are header words contains a word twice: type | String | Type.
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
