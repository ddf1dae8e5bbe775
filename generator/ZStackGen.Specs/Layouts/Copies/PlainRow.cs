using System;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Copies;

/// <summary>
/// The first line of a row whose columns are parted by one blank. Name, type and location are taken from the left, the version from
/// the right; what lies between is the description.
/// </summary>
/// <param name="Name">With its optional marker.</param>
/// <param name="Type">One word.</param>
/// <param name="Location">With the wrapper in brackets; empty in a field table.</param>
/// <param name="Description">May be empty.</param>
/// <param name="Since">Empty when the version stands on a later line.</param>
internal readonly record struct PlainRow(TextRange Name, TextRange Type, TextRange Location, TextRange Description, TextRange Since)
{
    /// <summary>Longer brackets are no optional marker and no wrapper.</summary>
    private const int LongestBrackets = 200;

    private static readonly char[] s_closing = [')', '）'];

    /// <summary>Reads a line as a row; <see langword="null"/> when it cannot be one.</summary>
    /// <param name="page">The page.</param>
    /// <param name="line">The line.</param>
    /// <param name="hasLocation">Whether the table has a location column.</param>
    /// <param name="inRow">Whether the row before still lacks its version, so that words may belong to it.</param>
    public static PlainRow? Read(PageText page, TextRange line, bool hasLocation, bool inRow)
    {
        string text = page.Text;
        int at = line.Start;
        while (at < line.End && (Characters.IsNamePart(text[at]) || text[at] is '.' or '-' or '*' or '$'))
            at++;
        if (at == line.Start || at == line.End || VersionText.IsVersion(text.AsSpan(line.Start, at - line.Start)))
            return null;
        int nameEnd = at;
        at = Skip(text, at, line.End);
        if (at < line.End && text[at] is '(' or '（')
        {
            int close = text.IndexOfAny(s_closing, at, Math.Min(line.End - at, LongestBrackets));
            if (close < 0)
                return null;
            ReadOnlySpan<char> marked = text.AsSpan(line.Start, close + 1 - line.Start);
            if (!OptionalMarker.TakeFromName(ref marked))
                return null;
            nameEnd = close + 1;
            at = Skip(text, nameEnd, line.End);
        }

        if (at == nameEnd || at >= line.End)
            return null;
        int typeStart = at;
        int generics = 0;
        while (at < line.End && (generics > 0 || !Characters.IsBlank(text[at])))
        {
            generics += text[at] == '<' ? 1 : text[at] == '>' ? -1 : 0;
            at++;
        }

        var type = new TextRange(typeStart, at);
        at = Skip(text, at, line.End);
        var location = default(TextRange);
        if (hasLocation)
        {
            int start = at;
            at += LocationCell.WordLength(text.AsSpan(at, line.End - at), out StatedLocation stated);
            if (stated == StatedLocation.Unknown || (at < line.End && !Characters.IsBlank(text[at]) && text[at] is not ('(' or '（')))
                return null;
            int open = Skip(text, at, line.End);
            if (open < line.End && text[open] is '(' or '（')
            {
                int close = text.IndexOfAny(s_closing, open, Math.Min(line.End - open, LongestBrackets));
                if (close > 0)
                {
                    // Brackets that name no wrapper open the description.
                    if (LocationCell.Read(text.AsSpan(start, close + 1 - start)).Wrapper is not null)
                        at = close + 1;
                }
            }

            location = new TextRange(start, at);
        }

        int since = line.End;
        while (since > at && !Characters.IsBlank(text[since - 1]))
            since--;
        bool hasSince = since >= at && VersionText.IsVersion(text.AsSpan(since, line.End - since));
        if (!hasLocation && !IsType(text.AsSpan(type.Start, type.Length), hasSince && !inRow))
            return null;
        return new PlainRow(new TextRange(line.Start, nameEnd), type, location,
            page.Trim(new TextRange(Math.Min(at, hasSince ? since : line.End), hasSince ? since : line.End)),
            hasSince ? new TextRange(since, line.End) : default);
    }

    // In a field table nothing but the type's word tells a row from a sentence, unless a version ends it.
    private static bool IsType(ReadOnlySpan<char> type, bool anyWord) =>
        anyWord ? Characters.IsNamePart(type[0]) && !Characters.IsAsciiDigit(type[0]) : type.Length < 100 && TypeWords.IsPlausible(type.ToString());

    private static int Skip(string text, int at, int end)
    {
        while (at < end && Characters.IsBlank(text[at]))
            at++;
        return at;
    }
}
