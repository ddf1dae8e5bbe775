using System;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Tables;

/// <summary>
/// Recognizes rows of parameters or fields with other separators than bars and blanks: <c>uuid, String, body, 0.6</c>,
/// <c>- uuid: String / path</c>, HTML cells, character entities. No layout reads such rows, so the reader reports them.
/// </summary>
internal static class SeparatedRowSigns
{
    private const int LongestCell = 160;
    private const int MostCells = 64;
    private static readonly string[] s_entities = ["&#124;", "&#x7c;", "&vert;", "&verbar;"];

    /// <summary>
    /// Determines whether a line is a row. Its cells are a name, a type, and a location or a version. Instead of a known type, the second cell
    /// can be a compound name such as <c>IpRangeType</c> if the name is not a single capitalized word and the last cell is a version. Sentences
    /// and breadcrumbs have no such cells.
    /// </summary>
    public static bool IsRow(ReadOnlySpan<char> line)
    {
        if (BeginsWithWords(line))
            return false;
        bool hasName = false, isFieldName = false, hasType = false, hasPlace = false, hasStructure = false, endsInVersion = false;
        int filled = 0;
        bool isBracket = false;
        for (int count = 0; count < MostCells && !line.IsEmpty; count++)
        {
            int end = NextMark(line, out int length);
            ReadOnlySpan<char> cell = end <= LongestCell ? CellMarks.Bare(line.Slice(0, end)) : default;
            // The mark before the cell: "uuid (String): text", "uuid - String - text", "`uuid`: String, text".
            bool isBehindBracket = isBracket;
            isBracket = length > 0 && (line[end] is '(' or '（' or '-' or '–' or '—' || IsDecorated(line.Slice(0, end), line[end]));
            line = line.Slice(end + length);
            if (end <= LongestCell && cell.IsEmpty)
                continue;
            filled++;
            if (!hasName)
            {
                hasName = !cell.IsEmpty && RowSigns.IsName(cell);
                if (!hasName)
                    return false;
                isFieldName = Characters.IsLower(cell[0]) || IsCompoundName(cell);
                continue;
            }

            endsInVersion = VersionText.IsVersion(cell);
            if (!hasType && RowSigns.IsType(cell))
                hasType = true;
            else
                hasPlace |= endsInVersion || RowSigns.IsLocation(cell);
            if (hasType && (hasPlace || (filled == 2 && isBehindBracket && isFieldName)))
                return true;
            hasStructure |= filled == 2 && isFieldName && IsCompoundName(cell);
        }

        return hasStructure && endsInVersion;
    }

    /// <summary>
    /// Determines whether a line begins with two words that only a blank separates, as nearly all prose does. The first cell is then no name.
    /// </summary>
    private static bool BeginsWithWords(ReadOnlySpan<char> line)
    {
        int end = 0;
        while (end < line.Length && Characters.IsNamePart(line[end]))
            end++;
        return end > 0 && end + 1 < line.Length && line[end] == ' ' && Characters.IsAsciiLetter(line[0]) && Characters.IsAsciiLetter(line[end + 1]);
    }

    /// <summary>Determines whether a cell before a colon is in code ticks or emphasis. Its other marks have already been removed from the line.</summary>
    private static bool IsDecorated(ReadOnlySpan<char> cell, char mark) =>
        mark is ':' or '：' && !cell.IsEmpty && cell[cell.Length - 1] is '`' or '*';

    private static bool IsCompoundName(ReadOnlySpan<char> cell)
    {
        if (!Characters.IsPascalName(cell))
            return false;
        for (int i = 1; i < cell.Length; i++)
        {
            if (Characters.IsUpper(cell[i]) && Characters.IsLower(cell[i - 1]))
                return true;
        }

        return false;
    }

    /// <summary>Returns the offset of the next separator; the length of the line if no separator follows.</summary>
    private static int NextMark(ReadOnlySpan<char> line, out int length)
    {
        for (int i = 0; i < line.Length; i++)
        {
            length = line[i] switch
            {
                ',' or ';' or '\t' or '→' or '，' or '；' or '、' or '：' => 1,
                // Not the marks in addresses and paths.
                ':' or '/' or '+' => i + 1 == line.Length || Characters.IsBlank(line[i + 1]) ? 1 : 0,
                // Not the marks of a list item or of a word.
                '（' => 1,
                '(' => i > 1 && Characters.IsBlank(line[i - 1]) ? 1 : 0,
                '-' or '–' or '—' => i > 1 && i + 1 < line.Length && Characters.IsBlank(line[i - 1]) && Characters.IsBlank(line[i + 1]) ? 1 : 0,
                ')' or '）' => i + 1 < line.Length && (Characters.IsBlank(line[i + 1]) || line[i + 1] is ':' or '：' or ',') ? 1 : 0,
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
