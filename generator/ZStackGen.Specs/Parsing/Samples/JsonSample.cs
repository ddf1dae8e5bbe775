using System;
using System.Collections.Generic;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Samples;

/// <summary>The kind of a flaw in a sample, and how it was repaired.</summary>
internal enum JsonSampleRepair
{
    /// <summary>A missing comma between two members or items was added.</summary>
    LostComma,

    /// <summary>A comma without a following member or item was removed.</summary>
    ExtraComma,

    /// <summary>A missing quote of a string was added, or a duplicate quote was removed.</summary>
    LostQuote,

    /// <summary>Quotes other than <c>"</c> were replaced.</summary>
    OtherQuotes,

    /// <summary>A quote inside a string was escaped (JSON inside a string).</summary>
    InnerQuote,

    /// <summary>A colon between name and value was missing, or another character was used.</summary>
    LostColon,

    /// <summary>A member without a value got the value <c>null</c>.</summary>
    LostValue,

    /// <summary>An invalid value was converted to a string or to the intended JSON literal.</summary>
    BareWord,

    /// <summary>A comment was removed.</summary>
    Comment,

    /// <summary>An ellipsis was removed.</summary>
    Ellipsis,

    /// <summary>A backslash, a control character or a line end inside a string was escaped, or an unusual space was replaced.</summary>
    Character,

    /// <summary>A mismatched bracket was replaced, added or removed.</summary>
    Bracket,

    /// <summary>The sample ends before its last bracket. Missing brackets were added.</summary>
    Truncated,
}

/// <summary>A flaw: a part of a sample that is not valid JSON.</summary>
/// <param name="Mend">The kind of the repair; <see langword="null"/> if the flaw cannot be repaired.</param>
/// <param name="Place">The position; empty if something is missing.</param>
/// <param name="Message">The message, such as "a comma is missing".</param>
internal readonly record struct JsonFlaw(JsonSampleRepair? Mend, TextRange Place, string Message);

/// <summary>The name of a member in a sample.</summary>
/// <param name="Tokens">The tokens of the sample.</param>
/// <param name="Token">The index of the name's token.</param>
/// <param name="Parent">The index of the member whose value contains this member, ignoring arrays; -1 at the top level.</param>
internal readonly record struct JsonKey(JsonSampleTokens Tokens, int Token, int Parent)
{
    /// <summary>Gets the unescaped name, as a new string.</summary>
    public string Name => Tokens.TextOf(Token);

    /// <summary>Gets the position of the name on the page, without its quotes.</summary>
    public TextRange Place => new(Tokens.Items[Token].Offset, Tokens.Items[Token].Offset + Tokens.Items[Token].Length);

    /// <summary>Determines whether the member has a name.</summary>
    public bool Is(string name) => Tokens.IsText(Token, name);
}

/// <summary>
/// A JSON sample of a page: its extent, its strict JSON, the positions of its keys, and its flaws. Published samples lack commas and quotes,
/// contain comments, are cut off, and continue with other words after the last bracket. Reading takes linear time, is not recursive, and never
/// throws.
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

    /// <summary>Gets the range of the sample on the page, from its first bracket to its last character.</summary>
    public TextRange Place { get; }

    /// <summary>Gets the offset after the last character of the sample.</summary>
    public int End => Place.End;

    /// <summary>Gets the sample as strict JSON with <c>\n</c> line ends; <see langword="null"/> if it cannot be repaired.</summary>
    public string? Json => _strict is null ? null : _json ??= WithCommonLineEnds(_source.Text.Substring(Place.Start, Place.Length));

    /// <summary>Gets the flaws in text order: all repaired flaws, or the flaw that cannot be repaired.</summary>
    public IReadOnlyList<JsonFlaw> Flaws { get; }

    /// <summary>Gets the root value of the strict JSON; a missing node if there is none.</summary>
    public JsonSampleNode Root => _strict is null ? default : new JsonSampleNode(_strict, 0);

    /// <summary>Gets the names of all members with their positions in text order, so that a parent precedes its children.</summary>
    public IReadOnlyList<JsonKey> Keys => _keys ??= ReadKeys();

    /// <summary>Returns the path of a key, such as <c>inventories.vmNics.uuid</c>. Arrays are not part of the path.</summary>
    public string PathOf(int key)
    {
        var names = new List<string>();
        for (int at = key; at >= 0; at = Keys[at].Parent)
            names.Add(Keys[at].Name);
        names.Reverse();
        return string.Join(".", names);
    }

    /// <summary>Reads the sample that starts with the first character of the range, <c>{</c> or <c>[</c>, and ends inside the range.</summary>
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

        // The repaired text is parsed again, so that only valid JSON is returned.
        string json = parser.Repaired();
        var check = new JsonSampleParser(json, 0, json.Length);
        check.Parse();
        if (check.Fault is null && check.Flaws.Count == 0 && check.End == json.Length)
            return new JsonSample(parser.Tokens, check.Tokens, WithCommonLineEnds(json), place, parser.Flaws);
        return new JsonSample(parser.Tokens, null, null, place, [new JsonFlaw(null, parser.Flaws[0].Place, "it has too many errors to be repaired")]);
    }

    // In strict JSON, carriage returns occur only between tokens. A checkout with other line ends must give an equal model.
    private static string WithCommonLineEnds(string json) =>
        json.IndexOf('\r') < 0 ? json : json.Replace("\r\n", "\n").Replace('\r', '\n');

    private List<JsonKey> ReadKeys()
    {
        var keys = new List<JsonKey>((_source.Count / 2) + 1);
        var open = new Stack<(int Next, int Key)>();
        for (int i = 0; i < _source.Count; i++)
        {
            while (open.Count > 0 && i >= open.Peek().Next)
                open.Pop();
            if (!_source.Items[i].IsKey)
                continue;
            keys.Add(new JsonKey(_source, i, open.Count == 0 ? -1 : open.Peek().Key));
            if (i + 1 < _source.Count)
                open.Push((_source.Items[i + 1].Next, keys.Count - 1));
        }

        return keys;
    }
}
