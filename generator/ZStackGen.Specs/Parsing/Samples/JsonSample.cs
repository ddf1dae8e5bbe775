using System;
using System.Collections.Generic;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Samples;

/// <summary>What was wrong in a sample and how it was mended.</summary>
internal enum JsonSampleMend
{
    /// <summary>A comma between two members or items was missing and was set.</summary>
    LostComma,

    /// <summary>A comma without a member or item behind it was removed.</summary>
    ExtraComma,

    /// <summary>A quote at the begin or end of a string was missing and was set, or stood twice and was removed.</summary>
    LostQuote,

    /// <summary>Quotes other than <c>"</c> were replaced.</summary>
    OtherQuotes,

    /// <summary>A quote inside a string was escaped (JSON inside a string).</summary>
    InnerQuote,

    /// <summary>A colon between name and value was missing, or was another sign.</summary>
    LostColon,

    /// <summary>A member without a value was given <c>null</c>.</summary>
    LostValue,

    /// <summary>A value that is no JSON value was made a string, or the JSON literal it means.</summary>
    BareWord,

    /// <summary>A comment was removed.</summary>
    Comment,

    /// <summary>An ellipsis was removed.</summary>
    Ellipsis,

    /// <summary>A backslash, a control character or a line end inside a string was escaped, an odd space made a common one.</summary>
    Character,

    /// <summary>A bracket that does not fit was replaced, set or removed.</summary>
    Bracket,

    /// <summary>The sample ends before its last bracket; what was open is closed.</summary>
    Truncated,
}

/// <summary>Something in a sample that is not JSON.</summary>
/// <param name="Mend">How it was mended; <see langword="null"/> when it could not be.</param>
/// <param name="Place">Where; empty where something is missing.</param>
/// <param name="Message">What, such as "a comma is missing".</param>
internal readonly record struct JsonFlaw(JsonSampleMend? Mend, TextRange Place, string Message);

/// <summary>A member's name in a sample.</summary>
/// <param name="Name">The name, unescaped.</param>
/// <param name="Parent">Index of the member whose value holds this one (arrays are seen through); -1 at the top.</param>
/// <param name="Place">The name on the page, without its quotes.</param>
internal readonly record struct JsonKey(string Name, int Parent, TextRange Place);

/// <summary>
/// A JSON sample of a page: where it ends, its strict JSON, where its keys stand, and what was mended. Published samples lack commas and quotes,
/// hold comments, are cut, and have the page's next words glued behind the last bracket. Reading is linear, not recursive, and never throws.
/// </summary>
internal sealed class JsonSample
{
    private readonly JsonSampleTokens _source;
    private readonly JsonSampleTokens? _strict;
    private IReadOnlyList<JsonKey>? _keys;
    private string? _json;

    private JsonSample(JsonSampleTokens source, JsonSampleTokens? strict, string? json, TextRange place, IReadOnlyList<JsonFlaw> flaws)
    {
        _source = source;
        _strict = strict;
        _json = json;
        Place = place;
        Flaws = flaws;
    }

    /// <summary>The sample on the page, from its first bracket to its last character.</summary>
    public TextRange Place { get; }

    /// <summary>Offset behind the sample's last character.</summary>
    public int End => Place.End;

    /// <summary>The sample as strict JSON with <c>\n</c> line ends, whatever the page has; <see langword="null"/> when it is beyond mending.</summary>
    public string? Json => _strict is null ? null : _json ??= WithCommonLineEnds(_source.Text.Substring(Place.Start, Place.Length));

    /// <summary>What was wrong, in text order: all that was mended, or the one thing that could not be.</summary>
    public IReadOnlyList<JsonFlaw> Flaws { get; }

    /// <summary>The top value of the strict JSON; a missing node when there is none.</summary>
    public JsonSampleNode Root => _strict is null ? default : new JsonSampleNode(_strict, 0);

    /// <summary>Every member's name with its place, in text order, so that a parent stands before its children.</summary>
    public IReadOnlyList<JsonKey> Keys => _keys ??= ReadKeys();

    /// <summary>The path of a key, such as <c>inventories.vmNics.uuid</c>; arrays leave no trace in it.</summary>
    public string PathOf(int key)
    {
        var names = new List<string>();
        for (int at = key; at >= 0; at = Keys[at].Parent)
            names.Add(Keys[at].Name);
        names.Reverse();
        return string.Join(".", names);
    }

    /// <summary>Reads the sample that begins with the range's first character, <c>{</c> or <c>[</c>, and does not pass the range.</summary>
    public static JsonSample Read(string text, TextRange range)
    {
        int end = Math.Max(0, Math.Min(range.End, text.Length));
        int start = Math.Max(0, Math.Min(range.Start, end));
        var parser = new JsonSampleParser(text, start, end);
        parser.Parse();
        var place = new TextRange(start, parser.End);
        if (parser.Fault is { } fault)
            return new JsonSample(parser.Tokens, null, null, place, [fault]);
        if (parser.Flaws.Count == 0)
            return new JsonSample(parser.Tokens, parser.Tokens, null, place, []);

        // What was mended is read again: only text that needs no mending is handed on as JSON.
        string json = parser.Mended();
        var check = new JsonSampleParser(json, 0, json.Length);
        check.Parse();
        if (check.Fault is null && check.Flaws.Count == 0 && check.End == json.Length)
            return new JsonSample(parser.Tokens, check.Tokens, WithCommonLineEnds(json), place, parser.Flaws);
        return new JsonSample(parser.Tokens, null, null, place, [new JsonFlaw(null, parser.Flaws[0].Place, "it has more faults than can be mended")]);
    }

    // In strict JSON a carriage return only stands between tokens. A checkout with other line ends must give an equal model.
    private static string WithCommonLineEnds(string json) =>
        json.IndexOf('\r') < 0 ? json : json.Replace("\r\n", "\n").Replace('\r', '\n');

    private List<JsonKey> ReadKeys()
    {
        var keys = new List<JsonKey>();
        var open = new Stack<(int Next, int Key)>();
        for (int i = 0; i < _source.Count; i++)
        {
            while (open.Count > 0 && i >= open.Peek().Next)
                open.Pop();
            JsonSampleToken token = _source.Items[i];
            if (!token.IsKey)
                continue;
            keys.Add(new JsonKey(_source.TextOf(i), open.Count == 0 ? -1 : open.Peek().Key, new TextRange(token.Offset, token.Offset + token.Length)));
            if (i + 1 < _source.Count)
                open.Push((_source.Items[i + 1].Next, keys.Count - 1));
        }

        return keys;
    }
}
