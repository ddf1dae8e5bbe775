using System;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Copies;

/// <summary>
/// The first line of a row whose columns are separated by one blank. Name, type and location are read from the left and the version from
/// the right; the text between them is the description.
/// </summary>
/// <param name="Name">The name with its optional marker.</param>
/// <param name="Type">The type, a single word.</param>
/// <param name="Location">The location with the wrapper in brackets; empty in a field table.</param>
/// <param name="Description">The description; may be empty.</param>
/// <param name="Since">The version; empty if it is on a later line.</param>
internal readonly record struct PlainRow(TextRange Name, TextRange Type, TextRange Location, TextRange Description, TextRange Since)
{
    /// <summary>Longer text in brackets is neither an optional marker nor a wrapper.</summary>
    private const int LongestBrackets = 200;

    private static readonly char[] s_closing = [')', '）'];

    /// <summary>Reads a line as a row.</summary>
    /// <param name="page">The page.</param>
    /// <param name="line">The line.</param>
    /// <param name="hasLocation">Whether the table has a location column.</param>
    /// <param name="inRow">Whether the preceding row has no version yet, so that the line may continue its description.</param>
    /// <returns>The row; <see langword="null"/> if the line is not a row.</returns>
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
                    // Text in brackets that is not a wrapper is the start of the description.
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

    // In a field table, only the type distinguishes a row from a sentence, unless the line ends with a version.
    private static bool IsType(ReadOnlySpan<char> type, bool anyWord) =>
        anyWord ? Characters.IsNamePart(type[0]) && !Characters.IsAsciiDigit(type[0]) : type.Length < 100 && TypeWords.IsPlausible(type.ToString());

    private static int Skip(string text, int at, int end)
    {
        while (at < end && Characters.IsBlank(text[at]))
            at++;
        return at;
    }
}
