using System;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Cells;

/// <summary>The content of a location cell.</summary>
/// <param name="Location">The location of the parameter.</param>
/// <param name="Wrapper">The wrapper in the cell; <see langword="null"/> if there is none.</param>
/// <param name="Note">Text that is neither location nor wrapper: a remark, or a description in the wrong cell.</param>
internal readonly record struct LocationText(StatedLocation Location, string? Wrapper, string? Note);

/// <summary>
/// Reads location cells: <c>url</c>, <c>query</c>, <c>body</c>, <c>body(包含在`params`结构中)</c>, <c>body (contained in the params structure)</c>,
/// <c>body: startVmInstance</c>. They can be decorated, misspelled, lack a bracket, contain a remark, or consist only of the wrapper.
/// </summary>
internal static class LocationCell
{
    private static readonly string[] s_before = ["包含在", "contained in", "included in", "inside", "within", "in"];
    private static readonly string[] s_articles = ["of ", "the "];
    private static readonly string[] s_behind = ["结构中", "结构体中", "结构", "structure", "struct", "object", "字段中", "中"];

    private static readonly (string Word, StatedLocation Location)[] s_words =
    [
        ("body", StatedLocation.Body), ("query", StatedLocation.Query), ("url", StatedLocation.Path), ("path", StatedLocation.Path), ("uri", StatedLocation.Path),
        ("header", StatedLocation.Header), ("headers", StatedLocation.Header),
    ];

    private static readonly (string Word, StatedLocation Location)[] s_chinese =
    [
        ("路径", StatedLocation.Path), ("路径参数", StatedLocation.Path), ("请求路径", StatedLocation.Path),
        ("查询", StatedLocation.Query), ("查询参数", StatedLocation.Query), ("查询字符串", StatedLocation.Query),
        ("请求体", StatedLocation.Body), ("消息体", StatedLocation.Body), ("请求头", StatedLocation.Header),
    ];

    /// <summary>Words around a location that add nothing: <c>in the body</c>, <c>request header</c>, <c>query string</c>.</summary>
    private static readonly string[] s_fillers = ["in", "the", "request", "http", "parameter", "parameters", "string", "variable"];

    /// <summary>The maximum length of a location in other words.</summary>
    private const int LongestPhrase = 32;

    /// <summary>Reads a cell.</summary>
    public static LocationText Read(ReadOnlySpan<char> cell)
    {
        cell = CellText.Trim(cell);
        if (cell.IsEmpty)
            return default;
        // Most cells are one word.
        int length = WordLength(cell, out StatedLocation location);
        if (length == cell.Length && location != StatedLocation.Unknown)
            return new LocationText(location, null, null);
        ReadOnlySpan<char> text = CellText.Plain(cell).AsSpan();
        length = WordLength(text, out location);
        if (length < text.Length && Characters.IsNamePart(text[length]))
            location = StatedLocation.Unknown;
        ReadOnlySpan<char> rest = location == StatedLocation.Unknown ? text : CellText.Trim(text.Slice(length));
        if (rest.IsEmpty)
            return new LocationText(location, null, null);
        if (location != StatedLocation.Unknown && rest[0] is ':')
        {
            // "body:" names no wrapper.
            if (CellText.Trim(rest.Slice(1)).IsEmpty)
                return new LocationText(location, null, null);
            string words = CellText.Words(rest);
            // The empty string is a valid wrapper. It is written as "".
            return Characters.IsName(words.AsSpan()) || words.Length == 0 ? new LocationText(location, words, null) : new LocationText(location, null, words);
        }

        if (location == StatedLocation.Unknown && Phrase(text) is var phrased and not StatedLocation.Unknown)
            return new LocationText(phrased, null, null);
        if (Wrapper(rest, out int end) is { } wrapper)
            return new LocationText(location == StatedLocation.Unknown ? StatedLocation.Body : location, wrapper, Note(rest.Slice(end)));
        if (location != StatedLocation.Unknown)
            return new LocationText(location, null, Note(rest));
        // A single name can be the wrapper. Only the caller can decide, because it knows the other statements.
        string name = CellText.Words(text);
        return Characters.IsName(name.AsSpan()) ? new LocationText(StatedLocation.Unknown, name, null) : new LocationText(StatedLocation.Unknown, null, text.ToString());
    }

    /// <summary>Returns the location of a cell that consists of a location word and words that add nothing.</summary>
    private static StatedLocation Phrase(ReadOnlySpan<char> text)
    {
        var location = StatedLocation.Unstated;
        if (text.Length > LongestPhrase)
            return StatedLocation.Unknown;
        foreach (string word in text.ToString().Split([' ', ':'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Array.Exists(s_fillers, filler => filler.Equals(word, StringComparison.OrdinalIgnoreCase)))
                continue;
            StatedLocation stated = Find(s_words, word) is var known and not StatedLocation.Unstated ? known : Find(s_chinese, word);
            if (stated == StatedLocation.Unstated || location != StatedLocation.Unstated)
                return StatedLocation.Unknown;
            location = stated;
        }

        return location == StatedLocation.Unstated ? StatedLocation.Unknown : location;
    }

    private static StatedLocation Find((string Word, StatedLocation Location)[] words, string word) =>
        Array.Find(words, entry => entry.Word.Equals(word, StringComparison.OrdinalIgnoreCase)).Location;

    /// <summary>Returns the length of the location word at the start of <paramref name="text"/>. One wrong letter is accepted.</summary>
    public static int WordLength(ReadOnlySpan<char> text, out StatedLocation location)
    {
        int length = 0;
        while (length < text.Length && Characters.IsAsciiLetter(text[length]))
            length++;
        ReadOnlySpan<char> word = text.Slice(0, length);
        location = StatedLocation.Unknown;
        foreach ((string known, StatedLocation stated) in s_words)
        {
            if (word.Equals(known.AsSpan(), StringComparison.OrdinalIgnoreCase))
            {
                location = stated;
                return length;
            }
        }

        foreach ((string known, StatedLocation stated) in s_words)
        {
            if (length >= 4 && known.Length >= 4 && Math.Abs(length - known.Length) < 2 && Spelling.Distance(word, known.AsSpan(), 1) == 1)
            {
                location = stated;
                break;
            }
        }

        return length;
    }

    /// <summary>Returns the name in <c>(包含在params结构中)</c>, with or without its brackets.</summary>
    private static string? Wrapper(ReadOnlySpan<char> text, out int end)
    {
        end = 0;
        bool bracket = text[0] is '(';
        int at = bracket ? 1 : 0;
        while (at < text.Length && Characters.IsBlank(text[at]))
            at++;
        foreach (string before in s_before)
        {
            // The word "in" alone starts a wrapper only inside brackets: "in the cloud" is a sentence.
            if (!text.Slice(at).StartsWith(before.AsSpan(), StringComparison.OrdinalIgnoreCase) || (!bracket && before.Length < 3))
                continue;
            at += before.Length;
            SkipTo(text, ref at);
            // "inside of the params structure"
            foreach (string article in s_articles)
            {
                if (!text.Slice(at).StartsWith(article.AsSpan(), StringComparison.OrdinalIgnoreCase))
                    continue;
                at += article.Length;
                SkipTo(text, ref at);
            }

            int start = at;
            while (at < text.Length && Characters.IsNamePart(text[at]))
                at++;
            if (at == start)
                return null;
            string name = text.Slice(start, at - start).ToString();
            while (at < text.Length && (Characters.IsBlank(text[at]) || text[at] is '"' or '\'' or '”' or '’'))
                at++;
            foreach (string behind in s_behind)
            {
                if (text.Slice(at).StartsWith(behind.AsSpan(), StringComparison.OrdinalIgnoreCase))
                {
                    at += behind.Length;
                    break;
                }
            }

            end = at;
            return name;
        }

        return null;
    }

    private static void SkipTo(ReadOnlySpan<char> text, ref int at)
    {
        while (at < text.Length && (Characters.IsBlank(text[at]) || text[at] is '"' or '\'' or '“' or '‘'))
            at++;
    }

    private static string? Note(ReadOnlySpan<char> rest)
    {
        string words = CellText.Words(rest);
        return words.Length == 0 ? null : words;
    }
}
