using System;
using System.Collections.Generic;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Explorer;

/// <summary>
/// Splits a row of glued words: <c>isoUuidStringRequiredThe ISO.</c> is a name, a type, a mark and a description. It uses the names that are
/// separate words elsewhere on the page (curl call, path, example), the type words of the documentation, the mark, and capitals.
/// </summary>
/// <param name="text">The page's text.</param>
/// <param name="names">The names found elsewhere on the page.</param>
internal sealed class ExplorerRowSplitter(string text, IReadOnlyList<string> names)
{
    private const int LongestRun = 200;

    /// <summary>The type words of the documentation; a word comes before its suffixes.</summary>
    private static readonly string[] s_types =
    [
        "LinkedHashMap", "LinkedHashSet", "BigDecimal", "BigInteger", "Collection", "Timestamp", "ArrayList", "HashMap", "HashSet", "Boolean", "Integer",
        "boolean", "Double", "String", "Object", "double", "Float", "Short", "float", "byte[]", "Long", "List", "long", "Date", "Byte", "Map", "Set", "int",
    ];

    private enum Certainty
    {
        None,

        /// <summary>A lower-case letter follows the type, so the word may be part of another word.</summary>
        Weak,

        /// <summary>A capital follows.</summary>
        Fair,

        /// <summary>The mark, or a character that is not part of a name, follows.</summary>
        Strong,
    }

    /// <summary>The kind of type to search for after a known name.</summary>
    private enum Kind
    {
        /// <summary>A type word of the documentation.</summary>
        Word,

        /// <summary>The name of a structure, followed by a mark or the end of the line.</summary>
        MarkedStructure,

        /// <summary>The name of a structure, followed by the description.</summary>
        Structure,
    }

    /// <summary>The positions of the parts of a row.</summary>
    /// <param name="NameEnd">The end of the name.</param>
    /// <param name="Type">The type; empty if there is none.</param>
    /// <param name="IsRequired">Whether the row has the required mark.</param>
    /// <param name="Description">The start of the description.</param>
    internal readonly record struct Parts(int NameEnd, TextRange Type, bool IsRequired, int Description);

    /// <summary>Splits a row into its parts.</summary>
    /// <param name="line">The row, without a bullet.</param>
    /// <param name="isRow">Whether the line has a bullet and is therefore a row.</param>
    /// <returns>The parts; <see langword="null"/> if the line is not a row.</returns>
    public Parts? Split(TextRange line, bool isRow)
    {
        int start = line.Start, end = line.End;
        int run = start;
        while (run < end && run - start < LongestRun && Characters.IsNamePart(text[run]))
            run++;
        if (run == start || Characters.IsAsciiDigit(text[start]))
            return null;

        // Only a name: the type is missing, or on another line.
        if (isRow && run == end && IsKnown(text.AsSpan(start, run - start)))
            return new Parts(run, default, false, end);

        // The words are not glued: `isoUuid String Required The ISO.`
        if (run < end && text[run] is ' ' or '\t' && SplitSpaced(start, run, end, isRow) is { } spaced)
            return spaced;

        // The order matters: a known name before a type word, and a type word with a clear end before the name of a structure.
        if (SplitKnownName(start, run, end, isRow, Kind.Word) is { } known)
            return known;
        Parts? scanned = SplitTypeWord(start, run, end, isRow, out Certainty certainty);
        if (certainty == Certainty.Strong)
            return scanned;
        return SplitKnownName(start, run, end, isRow, Kind.MarkedStructure) ?? scanned ?? SplitKnownName(start, run, end, isRow, Kind.Structure) ?? SplitStructure(start, run, end, isRow);
    }

    private bool IsKnown(ReadOnlySpan<char> word)
    {
        foreach (string name in names)
        {
            if (word.Equals(name.AsSpan(), StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Splits a row at the longest known name that is followed by a type.</summary>
    private Parts? SplitKnownName(int start, int run, int end, bool isRow, Kind kind)
    {
        int longest = 0;
        TextRange type = default;
        foreach (string name in names)
        {
            if (name.Length <= longest || name.Length > run - start || string.CompareOrdinal(text, start, name, 0, name.Length) != 0)
                continue;
            TextRange found = kind == Kind.Word ? TypeWordAt(start + name.Length, end) : StructureAt(start + name.Length, run, end, kind == Kind.MarkedStructure);
            if (!found.IsEmpty && !(kind == Kind.Word && IsPartOfStructure(found, run, end, isRow)))
                (longest, type) = (name.Length, found);
        }

        return longest == 0 ? null : Finish(start + longest, type, end);
    }

    /// <summary>Splits a row at a type word that follows an unknown name.</summary>
    private Parts? SplitTypeWord(int start, int run, int end, bool isRow, out Certainty certainty)
    {
        Parts? best = null;
        certainty = Certainty.None;
        for (int i = start + 1; i < run && certainty < Certainty.Strong; i++)
        {
            if (text[i] is not ((>= 'A' and <= 'Z') or 'b' or 'd' or 'f' or 'i' or 'l') || TypeWordAt(i, end) is not { IsEmpty: false } type)
                continue;
            if (IsPartOfStructure(type, run, end, isRow))
                continue;
            Certainty found = Follow(type.End, end);

            // A lower-case type word inside another word is not a type ("points", "along with"); sentences start with a capital.
            bool isSmall = !Characters.IsUpper(text[i]);
            if (isSmall && !TypeWordAt(type.End, end).IsEmpty)
                continue;
            bool endsWord = type.End < end && (text[type.End] == ' ' || char.IsPunctuation(text[type.End]));
            bool isProse = !isRow && (isSmall ? endsWord || Characters.IsUpper(text[start]) : found < Certainty.Strong && Characters.IsUpper(text[start]));
            if (found <= certainty || isProse || (found == Certainty.Weak && isSmall && !IsGluedTo(type.End, start, i, run, end)))
                continue;
            (best, certainty) = (Finish(i, type, end), found);
        }

        return best;
    }

    /// <summary>
    /// Returns whether lower-case letters after a lower-case type word are the description. This is so if they repeat the name
    /// (<c>forcebooleanforce的取值</c>), or if Chinese text follows.
    /// </summary>
    private bool IsGluedTo(int at, int start, int nameEnd, int run, int end) =>
        string.CompareOrdinal(text, at, text, start, nameEnd - start) == 0 || (run < end && Characters.IsChinese(text[run]));

    private Parts? SplitSpaced(int start, int nameEnd, int end, bool isRow)
    {
        int type = SkipBlanks(nameEnd, end);
        TextRange word = TypeWordAt(type, end);
        if (word.IsEmpty && isRow && type < end && Characters.IsUpper(text[type]) && MarkAt(type, end) == 0)
        {
            int behind = type;
            while (behind < end && Characters.IsNamePart(text[behind]))
                behind++;
            int next = SkipBlanks(behind, end);
            word = next >= end || MarkAt(next, end) > 0 ? new TextRange(type, behind) : default;
        }

        if (word.IsEmpty || (word.End < end && Characters.IsNamePart(text[word.End]) && MarkAt(word.End, end) == 0))
            return null;
        Parts parts = Finish(nameEnd, word, end);
        bool isProse = !isRow && (Characters.IsUpper(text[start]) || (parts.Description < end && Characters.IsLower(text[parts.Description])));
        return isProse ? null : parts;
    }

    /// <summary>Splits a row at the name of a structure: <c>errorErrorCodeRequired</c>, <c>inventoryAlarmInventory</c>.</summary>
    private Parts? SplitStructure(int start, int run, int end, bool isRow)
    {
        int typeEnd = run;
        int mark = MarkInside(start + 1, run, end);
        if (mark >= 0)
            typeEnd = mark;
        else if (!isRow || run < end)
            return isRow ? Finish(run, default, end) : null;
        int best = -1, fit = 0;
        for (int i = start + 1; i < typeEnd - 1; i++)
        {
            if (!Characters.IsUpper(text[i]) || Characters.IsUpper(text[i - 1]))
                continue;
            int found = Fit(start, i, typeEnd);
            if (found > fit)
                (best, fit) = (i, found);
        }

        if (best < 0)
            return isRow || mark >= 0 ? Finish(typeEnd, default, end) : null;
        return Finish(best, TypeWithArguments(best, typeEnd, end), end);
    }

    /// <summary>Returns how well a name and the name of a structure match: <c>vmNics</c> and <c>VmNicInventory</c> have words in common.</summary>
    private int Fit(int start, int split, int end)
    {
        int length = split - start;
        foreach (string name in names)
        {
            if (name.Length == length && string.CompareOrdinal(text, start, name, 0, length) == 0)
                return 4;
        }

        int singular = text[split - 1] == 's' ? length - 1 : length;
        if (SameLetters(start, split, singular, end) && (end - split == singular || Characters.IsUpper(text[split + singular])))
            return 3;
        if (end - split > length && SameLetters(start, end - length, length, end))
            return 2;
        return 1;
    }

    private bool SameLetters(int first, int second, int length, int end)
    {
        if (length <= 0 || second + length > end)
            return false;
        for (int i = 0; i < length; i++)
        {
            if ((text[first + i] | 0x20) != (text[second + i] | 0x20))
                return false;
        }

        return true;
    }

    /// <summary>Returns the name of a structure after a known name.</summary>
    private TextRange StructureAt(int at, int run, int end, bool needsEnd)
    {
        if (at >= run || !Characters.IsUpper(text[at]))
            return default;
        int mark = MarkInside(at + 1, run, end);
        if (mark >= 0)
            return TypeWithArguments(at, mark, end);
        if (run == end)
            return new TextRange(at, run);
        if (needsEnd)
            return default;
        if (text[run] != ' ')
            return new TextRange(at, run);

        // The last word before a blank is the first word of the description: `specNicSpecThe first one`.
        int word = run - 1;
        while (word > at && !Characters.IsUpper(text[word]))
            word--;
        return new TextRange(at, word);
    }

    private TextRange TypeWordAt(int at, int end)
    {
        foreach (string type in s_types)
        {
            if (at + type.Length <= end && text[at] == type[0] && string.CompareOrdinal(text, at, type, 0, type.Length) == 0)
                return TypeWithArguments(at, at + type.Length, end);
        }

        return default;
    }

    /// <summary>Extends a type by <c>&lt;VmNicInventory&gt;</c> or <c>[]</c>.</summary>
    private TextRange TypeWithArguments(int start, int behind, int end)
    {
        if (behind + 1 < end && text[behind] == '[' && text[behind + 1] == ']')
            return new TextRange(start, behind + 2);
        if (behind >= end || text[behind] != '<')
            return new TextRange(start, behind);
        int depth = 0;
        for (int i = behind; i < end && i - behind < LongestRun; i++)
        {
            if (text[i] == '<')
                depth++;
            else if (text[i] == '>' && --depth == 0)
                return new TextRange(start, i + 1);
        }

        return new TextRange(start, behind);
    }

    /// <summary>
    /// Returns whether a type word is only the start of the name of a structure (<c>LongJobInventory</c>). In a row with a bullet only the type
    /// can follow; otherwise, a mark is required.
    /// </summary>
    private bool IsPartOfStructure(TextRange type, int run, int end, bool isRow) =>
        Follow(type.End, end) != Certainty.Strong && (isRow || (Characters.IsUpper(text[type.Start]) && MarkInside(type.End, run, end) >= 0));

    private Certainty Follow(int at, int end)
    {
        if (at >= end || MarkAt(at, end) > 0 || !Characters.IsNamePart(text[at]) || StartsWith(at, end, "Optional."))
            return Certainty.Strong;
        return Characters.IsLower(text[at]) || text[at] == '_' ? Certainty.Weak : Certainty.Fair;
    }

    private Parts Finish(int nameEnd, TextRange type, int end)
    {
        int behind = SkipBlanks(type.IsEmpty ? nameEnd : type.End, end);
        int mark = MarkAt(behind, end);
        bool isRequired = mark > 0 && text[behind] is 'R' or '必';
        return new Parts(nameEnd, type, isRequired, SkipBlanks(behind + mark, end));
    }

    /// <summary>
    /// Returns the length of the mark at <paramref name="at"/>; 0 if there is none. "Required when" and "Optional." are the start of a
    /// description.
    /// </summary>
    private int MarkAt(int at, int end)
    {
        if (StartsWith(at, end, "必填") || StartsWith(at, end, "可选") || StartsWith(at, end, "选填"))
            return at + 2 < end && text[at + 2] is '。' or '，' or '.' && text[at] != '必' ? 0 : 2;
        if (!StartsWith(at, end, "Required") && !StartsWith(at, end, "Optional"))
            return 0;
        int behind = at + 8;
        if (behind >= end)
            return 8;
        if (text[at] == 'O' && text[behind] == '.')
            return 0;
        if (text[behind] == ' ')
            return behind + 1 < end && Characters.IsLower(text[behind + 1]) ? 0 : 8;
        return text[at] == 'O' && Characters.IsLower(text[behind]) ? 0 : 8;
    }

    /// <summary>Returns the position of a mark inside a run of letters; -1 if there is none.</summary>
    private int MarkInside(int from, int run, int end)
    {
        for (int i = from; i < run; i++)
        {
            if (text[i] is 'R' or 'O' && (MarkAt(i, end) > 0 || StartsWith(i, end, "Optional.")))
                return i;
        }

        return run < end && MarkAt(run, end) > 0 ? run : -1;
    }

    private bool StartsWith(int at, int end, string word) => at + word.Length <= end && string.CompareOrdinal(text, at, word, 0, word.Length) == 0;

    private int SkipBlanks(int at, int end)
    {
        while (at < end && Characters.IsBlank(text[at]))
            at++;
        return at;
    }
}
