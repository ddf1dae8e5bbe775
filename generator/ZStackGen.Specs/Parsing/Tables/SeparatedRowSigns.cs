using System;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Tables;

/// <summary>
/// Recognizes a row of parameters or fields whose cells are separated by other marks than bars or blanks: <c>uuid, String, body, 0.6</c>,
/// <c>- uuid: String / path</c>, cells of HTML, entities instead of bars. No layout reads such rows, so they must be reported.
/// </summary>
internal static class SeparatedRowSigns
{
    private const int LongestCell = 160;
    private const int MostCells = 64;
    private static readonly string[] s_entities = ["&#124;", "&#x7c;", "&vert;", "&verbar;"];

    /// <summary>
    /// Determines whether the cells of a line are a name, then a type, and a location or a version; or a name, the name of a structure such as
    /// <c>IpRangeType</c>, and at the end a version. Sentences and the paths of sites have no such sequence.
    /// </summary>
    public static bool IsRow(ReadOnlySpan<char> line)
    {
        bool hasName = false, hasType = false, hasPlace = false, hasStructure = false, endsInVersion = false;
        int filled = 0;
        for (int count = 0; count < MostCells && !line.IsEmpty; count++)
        {
            int end = NextMark(line, out int length);
            ReadOnlySpan<char> cell = end <= LongestCell ? CellMarks.Bare(line.Slice(0, end)) : default;
            line = line.Slice(end + length);
            if (end <= LongestCell && cell.IsEmpty)
                continue;
            filled++;
            if (!hasName)
            {
                hasName = !cell.IsEmpty && RowSigns.IsName(cell);
                if (!hasName)
                    return false;
                continue;
            }

            endsInVersion = VersionText.IsVersion(cell);
            if (!hasType && RowSigns.IsType(cell))
                hasType = true;
            else
                hasPlace |= endsInVersion || RowSigns.IsLocation(cell);
            if (hasType && hasPlace)
                return true;
            hasStructure |= filled == 2 && IsCompoundName(cell);
        }

        return hasStructure && endsInVersion;
    }

    private static bool IsCompoundName(ReadOnlySpan<char> cell)
    {
        if (!Characters.IsPascalName(cell))
            return false;
        foreach (char c in cell.Slice(1))
        {
            if (Characters.IsUpper(c))
                return true;
        }

        return false;
    }

    /// <summary>Returns the offset of the next mark between cells; the length of the line if there is none.</summary>
    private static int NextMark(ReadOnlySpan<char> line, out int length)
    {
        for (int i = 0; i < line.Length; i++)
        {
            length = line[i] switch
            {
                ',' or ';' or ':' or '/' or '+' or '\t' or '→' or '，' or '；' or '、' or '：' => 1,
                '&' => EntityLength(line.Slice(i)),
                '<' => TagLength(line.Slice(i)),
                _ => 0,
            };
            if (length > 0)
                return i;
        }

        length = 0;
        return line.Length;
    }

    private static int EntityLength(ReadOnlySpan<char> text)
    {
        foreach (string entity in s_entities)
        {
            if (text.StartsWith(entity.AsSpan(), StringComparison.OrdinalIgnoreCase))
                return entity.Length;
        }

        return 1;
    }

    /// <summary>Returns the length of a tag of an HTML table, and 0 for any other text, such as the argument of <c>List&lt;String&gt;</c>.</summary>
    private static int TagLength(ReadOnlySpan<char> text)
    {
        int name = text.Length > 1 && text[1] == '/' ? 2 : 1;
        if (text.Length < name + 3 || text[name] is not ('t' or 'T') || text[name + 1] is not ('d' or 'D' or 'h' or 'H' or 'r' or 'R') || Characters.IsNamePart(text[name + 2]))
            return 0;
        int end = text.Slice(0, Math.Min(text.Length, LongestCell)).IndexOf('>');
        return end < 0 ? 0 : end + 1;
    }
}
