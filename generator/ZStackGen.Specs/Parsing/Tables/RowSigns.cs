using System;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Tables;

/// <summary>
/// Recognizes a line that looks like a row of parameters or fields, without a header: a name, a type word, a location, a version.
/// Used for lines outside of tables, so it tolerates more than the reader of tables: emphasis, brackets, missing or misspelled cells.
/// </summary>
internal static class RowSigns
{
    private const int LongestName = 128;
    private const int LongestType = 160;
    private const int LongestMarker = 14;

    /// <summary>The maximum length of the type's rest after the name of a broken row.</summary>
    private const int LongestCut = 24;
    private const int LongestVersion = 32;
    private const int MostCells = 64;

    /// <summary>Words of prose that precede a type word: "the String", "a List".</summary>
    private static readonly string[] s_articles = ["a", "an", "the", "as", "of", "in", "is", "to", "or", "and", "for", "by", "with", "this", "that", "any", "each", "new", "return"];

    private static readonly string[] s_structureEndings = ["Inventory", "ErrorCode", "Struct", "View", "Spec", "TO"];

    /// <summary>The contents of the cells of a line with bars.</summary>
    /// <param name="HasName">Whether the first cell is a name.</param>
    /// <param name="HasType">Whether a cell is a type word or the name of a structure.</param>
    /// <param name="HasLocation">Whether a cell is a location.</param>
    /// <param name="HasVersion">Whether a cell is a version.</param>
    /// <param name="Filled">The number of non-empty cells.</param>
    /// <param name="Names">The number of further cells that are names, such as the name of a structure.</param>
    public readonly record struct Cells(bool HasName, bool HasType, bool HasLocation, bool HasVersion, int Filled, int Names)
    {
        /// <summary>Gets a value indicating whether the cells are a row, regardless of the surrounding lines.</summary>
        public bool IsRow => HasName
            ? HasType || HasLocation || (HasVersion && Filled >= 3)
            : (HasType || Names >= 2) && (HasLocation || HasVersion) && Filled >= 3;

        /// <summary>
        /// Gets a value indicating whether the cells can be a row below a certain row: a name and a type in any order, or two names.
        /// </summary>
        public bool IsLikeRow => Filled >= 2 && (HasName ? HasType || Names > 0 : HasType ? Names > 0 : Names > 1);

        /// <summary>Gets a value indicating whether such cells occur only in tables of parameters or fields.</summary>
        public bool IsOfApi => HasLocation || HasVersion;
    }

    /// <summary>Examines the cells of a line with bars.</summary>
    public static Cells OfBars(ReadOnlySpan<char> line)
    {
        bool name = false, type = false, location = false, version = false;
        int filled = 0, index = 0, names = 0;
        if (line.Length > 0 && line[0] == '|')
            line = line.Slice(1);
        while (index < MostCells)
        {
            int bar = line.IndexOf('|');
            ReadOnlySpan<char> cell = CellMarks.Bare(bar < 0 ? line : line.Slice(0, bar));
            if (!cell.IsEmpty)
            {
                filled++;
                if (index == 0 && IsName(cell))
                    name = true;
                else if (!type && IsType(cell))
                    type = true;
                else if (!location && IsLocation(cell))
                    location = true;
                else if (!version && VersionText.IsVersion(cell))
                    version = true;
                else if (cell.Length <= LongestName && Characters.IsName(cell))
                    names++;
            }

            if (bar < 0)
                break;
            line = line.Slice(bar + 1);
            index++;
        }

        return new Cells(name, type, location, version, filled, names);
    }

    /// <summary>Returns the number of cells that are type words. A row has one.</summary>
    public static int CountTypes(ReadOnlySpan<char> line)
    {
        int count = 0;
        while (true)
        {
            int bar = line.IndexOf('|');
            count += IsTypeWord(CellText.Trim(bar < 0 ? line : line.Slice(0, bar))) ? 1 : 0;
            if (bar < 0)
                return count;
            line = line.Slice(bar + 1);
        }
    }

    /// <summary>
    /// Determines whether another row follows in the rest of a row with bars after its type: a second type word, or a name and a type after a
    /// version, which ends each row, or after the two bars between two rows.
    /// </summary>
    public static bool HasAnother(ReadOnlySpan<char> rest)
    {
        bool behindVersion = false, behindBars = false, behindBlank = false, isName = false, isCertain = false, isBehindBars = false, isWord = false;
        while (rest.IndexOf('|') is var bar and >= 0)
        {
            rest = rest.Slice(bar + 1);
            int end = rest.IndexOf('|');
            ReadOnlySpan<char> cell = CellText.Trim(end < 0 ? rest : rest.Slice(0, end));
            // The other row goes on in the next line: "| tags | Lis", "t | body |".
            if (end < 0 && isName && cell.Length is > 0 and < LongestCut && Characters.IsUpper(cell[0]) && Characters.IsName(cell))
                return true;
            if (cell.IsEmpty)
            {
                behindBars = end == 0;
                behindBlank = true;
                continue;
            }

            // Most cells are Chinese, or too long for a type or a version.
            if (cell.Length < LongestName && (cell[0] < '\u007f' || cell[0] is '【' or '「' or '（'))
            {
                if (!Characters.IsNamePart(cell[0]))
                    cell = CellMarks.Bare(cell);
                if (cell.IsEmpty)
                    cell = "-".AsSpan();
                if (IsTypeWord(cell) || (isWord && IsType(cell)) || (isName && (isCertain || IsType(cell) || (isBehindBars && Characters.IsPascalName(cell)))))
                    return true;
                isCertain = behindVersion;
                isBehindBars = behindBars;
                isName = (behindVersion || behindBlank) && IsName(cell);
                behindVersion = Characters.IsAsciiDigit(cell[0]) && VersionText.IsVersion(cell);
                isWord = Characters.IsLower(cell[0]) && Characters.IsName(cell) && !IsLocation(cell);
            }
            else
            {
                isWord = false;
            }

            behindBars = behindBlank = false;
        }

        return isName && isCertain;
    }

    /// <summary>Determines whether a line without bars starts with a name and a type, separated by blanks, like the rows of plain copies.</summary>
    public static bool IsPlain(ReadOnlySpan<char> line)
    {
        line = line.Slice(CellMarks.Length(line));
        int end = WordEnd(line, 0);
        if (end == line.Length)
            return false;
        ReadOnlySpan<char> name = CellMarks.Bare(line.Slice(0, end));
        if (!IsName(name) || !(Characters.IsLower(name[0]) || name[0] == '_') || VersionText.IsVersion(name) || IsArticle(name))
            return false;
        int start = Skip(line, end);
        if (start < line.Length && line[start] is '(' or '（')
        {
            int close = line.Slice(start, Math.Min(line.Length - start, LongestMarker)).IndexOfAny(')', '）');
            if (close < 0)
                return false;
            start = Skip(line, start + close + 1);
        }

        if (start >= line.Length)
            return false;
        end = WordEnd(line, start);
        ReadOnlySpan<char> type = CellMarks.Bare(line.Slice(start, end - start));
        if (!IsType(type))
            return false;
        ReadOnlySpan<char> rest = CellText.Trim(line.Slice(end));
        // "the long way" is not a row. Of the lower-case types, only int does not occur in sentences.
        if (Characters.IsUpper(type[0]) && (rest.IsEmpty || rest[0] is not ('=' or ';' or '(' or ',')))
            return true;
        LocationCell.WordLength(rest, out StatedLocation location);
        return location != StatedLocation.Unknown || EndsInVersion(rest);
    }

    /// <summary>Determines whether another row follows in the rest of a row without bars, after a version, which ends each row.</summary>
    /// <param name="rest">The rest of the line.</param>
    /// <param name="nextLine">The next line, where the other row may continue after its name.</param>
    public static bool HasAnotherPlain(ReadOnlySpan<char> rest, ReadOnlySpan<char> nextLine)
    {
        int at = Skip(rest, 0);
        while (at < rest.Length)
        {
            int end = WordEnd(rest, at);
            int next = Skip(rest, end);
            if ((next < rest.Length || rest.Slice(at, end - at).IndexOf('|') > 0) && Characters.IsAsciiDigit(rest[at]))
            {
                // The version and the next row's name without a blank between them: "2.3actions List".
                int version = at;
                while (version < end && (Characters.IsAsciiDigit(rest[version]) || rest[version] == '.'))
                    version++;
                bool isVersion = VersionText.IsVersion(rest.Slice(at, version - at));
                if (version < end && rest[version] == '|')
                    version++;
                ReadOnlySpan<char> behind = isVersion ? rest.Slice(version == end ? next : version) : default;
                if (IsPlain(behind) || IsBegin(behind) || (IsLoneName(behind) && behind.IndexOf('|') < 0 && IsCut(behind, nextLine, isRead: false)))
                    return true;
            }

            at = Math.Max(next, end + 1);
        }

        return false;
    }

    /// <summary>
    /// Determines whether a line contains only the beginning of a row that was broken after its name: <c>uuid</c>, <c>| uuid |</c>,
    /// <c>uuid (opt</c>. The next line then continues with bars or with a type.
    /// </summary>
    /// <param name="line">The line.</param>
    /// <param name="next">The next line.</param>
    /// <param name="isRead">Whether the next line was read as a row. It is then the rest of this row only if it starts with a type.</param>
    public static bool IsCut(ReadOnlySpan<char> line, ReadOnlySpan<char> next, bool isRead)
    {
        if (line.Length > LongestName)
            return false;
        if (line[0] == '|')
            line = line.Slice(1);
        int bar = line.IndexOf('|');
        ReadOnlySpan<char> rest = bar < 0 ? default : line.Slice(bar + 1);
        bool isTypeCut = bar < 0 && WordEnd(line, 0) is var word && word < line.Length && IsTypeCut(BehindMarker(CellText.Trim(line.Slice(word))), next);
        if (isTypeCut)
            line = line.Slice(0, WordEnd(line, 0));
        ReadOnlySpan<char> name = CellMarks.Bare(bar < 0 ? line : line.Slice(0, bar));
        if (name.IsEmpty || !Characters.IsLower(name[0]) || !IsName(name) || IsArticle(name))
            return false;
        if (!rest.IsEmpty && (rest.Length > LongestCut || VersionText.IsVersion(CellText.Trim(rest.Trim('|').Trim(' ').Trim('|')))))
            return false;
        if (next.IndexOf('|') is var nextBar and >= 0)
        {
            int cell = nextBar == 0 ? 1 : 0;
            nextBar = next.Slice(cell).IndexOf('|');
            return !isRead || IsType(CellMarks.Bare(nextBar < 0 ? next.Slice(cell) : next.Slice(cell, nextBar)));
        }

        if (next.Length > 0 && next[0] is '(' or '（')
            next = BehindMarker(next);
        next = next.Slice(CellMarks.Length(next));
        // The row was split inside its marker: "tags (opt", "ional) List body".
        if (line.LastIndexOfAny('(', '（') > line.LastIndexOfAny(')', '）') && next.Slice(0, Math.Min(next.Length, LongestMarker)).IndexOfAny(')', '）') is var close and >= 0)
            next = next.Slice(Skip(next, close + 1));
        return bar < 0 && (isTypeCut || IsType(next.Slice(0, WordEnd(next, 0))) || GluedRowSigns.TypeAt(next, 0, next.Length) > 0);
    }

    /// <summary>Determines whether a text is the beginning of a row that was broken inside its type: <c>name Stri</c>.</summary>
    private static bool IsBegin(ReadOnlySpan<char> text)
    {
        text = CellText.Trim(text);
        int end = WordEnd(text, 0);
        ReadOnlySpan<char> type = end < text.Length ? BehindMarker(CellText.Trim(text.Slice(end))) : default;
        if (type.Length is > 0 and < LongestMarker && type[0] is '(' or '（')
            return BeginsWithName(text);
        return type.Length is > 0 and < LongestCut && Characters.IsAsciiLetter(type[type.Length - 1]) && type.IndexOf(' ') < 0 && Characters.IsUpper(type[0]) && BeginsWithName(text);
    }

    /// <summary>Determines whether the first word of a line is the name of a parameter or field, and not a word of prose.</summary>
    public static bool BeginsWithName(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> word = CellMarks.Bare(line.Slice(0, WordEnd(line, 0)));
        return !word.IsEmpty && Characters.IsLower(word[0]) && IsName(word) && !IsArticle(word);
    }

    /// <summary>Determines whether a line with bars contains only a name.</summary>
    public static bool IsLoneName(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> name = CellMarks.Bare(line.Trim('|'));
        return !name.IsEmpty && Characters.IsLower(name[0]) && IsName(name);
    }

    private static ReadOnlySpan<char> BehindMarker(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] is not ('(' or '（'))
            return text;
        int close = text.Slice(0, Math.Min(text.Length, LongestMarker)).IndexOfAny(')', '）');
        return close < 0 ? text : CellText.Trim(text.Slice(close + 1));
    }

    /// <summary>Determines whether a word and the first word of the next line are a broken type: <c>Stri</c>, <c>ng</c>.</summary>
    private static bool IsTypeCut(ReadOnlySpan<char> word, ReadOnlySpan<char> next)
    {
        int end = WordEnd(next, 0);
        return word.Length + end <= LongestCut && word.IndexOf(' ') < 0 && IsType((word.ToString() + next.Slice(0, end).ToString()).AsSpan());
    }

    /// <summary>Determines whether a cell is the name of a parameter or field, perhaps with a marker.</summary>
    public static bool IsName(ReadOnlySpan<char> cell)
    {
        // "name (optional)", whose closing bracket has already been removed.
        int marker = cell.IndexOfAny('(', '（');
        if (marker > 0)
            cell = CellMarks.Bare(cell.Slice(0, marker));
        if (cell.Length is 0 or > LongestName || VersionText.IsVersion(cell))
            return false;
        bool letter = false;
        foreach (char c in cell)
        {
            if (!Characters.IsNamePart(c) && c is not ('.' or '-' or '$' or '*' or '@' or '\\' or '[' or ']') && !Characters.IsInvisible(c))
                return false;
            letter |= Characters.IsAsciiLetter(c);
        }

        return letter;
    }

    private static bool IsTypeWord(ReadOnlySpan<char> cell) =>
        cell.Length is >= 3 and <= 13 && Characters.IsAsciiLetter(cell[0]) && Characters.IsAsciiLetter(cell[1]) && TypeWords.Intern(cell) is not null;

    /// <summary>Determines whether a cell is a type word or the name of a structure.</summary>
    public static bool IsType(ReadOnlySpan<char> cell)
    {
        if (cell.Length is < 3 or > LongestType)
            return false;
        if (TypeWords.IsKnown(cell))
            return true;
        if (cell.IndexOfAny('<', '[') is var open and > 0)
            return TypeWords.IsKnown(cell.Slice(0, open).TrimEnd('\\')) || cell.Slice(0, open).Equals("array".AsSpan(), StringComparison.OrdinalIgnoreCase);
        if (!Characters.IsPascalName(cell))
            return false;
        foreach (string ending in s_structureEndings)
        {
            if (cell.EndsWith(ending.AsSpan(), StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Determines whether a cell is a location: <c>url</c>, <c>query</c>, <c>body: startVm</c>.</summary>
    public static bool IsLocation(ReadOnlySpan<char> cell)
    {
        int length = LocationCell.WordLength(cell, out StatedLocation location);
        return location is not (StatedLocation.Unknown or StatedLocation.Header) && (length == cell.Length || cell[length] is '(' or '（' or ':' or ' ');
    }

    private static bool IsArticle(ReadOnlySpan<char> word)
    {
        foreach (string article in s_articles)
        {
            if (word.Equals(article.AsSpan(), StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool EndsInVersion(ReadOnlySpan<char> text)
    {
        text = text.Slice(Math.Max(text.Length - LongestVersion, 0));
        return VersionText.IsVersion(text.Slice(text.LastIndexOf(' ') + 1));
    }

    private static int WordEnd(ReadOnlySpan<char> line, int at)
    {
        while (at < line.Length && !Characters.IsBlank(line[at]))
            at++;
        return at;
    }

    private static int Skip(ReadOnlySpan<char> line, int at)
    {
        while (at < line.Length && Characters.IsBlank(line[at]))
            at++;
        return at;
    }
}
