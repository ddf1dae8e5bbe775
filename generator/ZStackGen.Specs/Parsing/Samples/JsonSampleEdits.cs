using System.Collections.Generic;
using System.Text;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Samples;

/// <summary>The edits that convert a sample to strict JSON, in text order.</summary>
internal sealed class JsonSampleEdits
{
    private readonly List<(int Offset, int Length, string Replacement)> _edits = [];
    private readonly List<JsonFlaw> _flaws = [];

    /// <summary>Gets the edits as flaws, in text order.</summary>
    public IReadOnlyList<JsonFlaw> Flaws => _flaws;

    /// <summary>Replaces <paramref name="length"/> characters with <paramref name="replacement"/>.</summary>
    public void Add(JsonSampleRepair repair, int offset, int length, string replacement)
    {
        // A comma is added or removed after trivia that has already been read, so only a few edits follow it.
        int at = _edits.Count;
        while (at > 0 && _edits[at - 1].Offset > offset)
            at--;
        _edits.Insert(at, (offset, length, replacement));
        _flaws.Insert(at, new JsonFlaw(repair, new TextRange(offset, offset + length), Message(repair, length)));
    }

    /// <summary>Returns the text from <paramref name="start"/> to <paramref name="end"/> with all edits applied.</summary>
    public string Apply(string text, int start, int end)
    {
        var result = new StringBuilder(end - start + 64);
        int at = start;
        foreach ((int offset, int length, string replacement) in _edits)
        {
            // Text after a truncated sample is not part of it.
            if (offset > end)
                break;
            if (offset > at)
                result.Append(text, at, offset - at);
            result.Append(replacement);
            if (offset + length > at)
                at = offset + length;
        }

        if (end > at)
            result.Append(text, at, end - at);
        return result.ToString();
    }

    private static string Message(JsonSampleRepair repair, int length) => repair switch
    {
        JsonSampleRepair.LostComma => length == 0 ? "a comma is missing" : "another character is used instead of a comma",
        JsonSampleRepair.ExtraComma => "a comma is redundant",
        JsonSampleRepair.LostQuote => length == 0 ? "a quote is missing" : "a quote is redundant",
        JsonSampleRepair.OtherQuotes => "a string is in other quotes than \"",
        JsonSampleRepair.InnerQuote => "a quote inside a string is not escaped",
        JsonSampleRepair.LostColon => length == 0 ? "a colon is missing" : "another character is used instead of a colon",
        JsonSampleRepair.LostValue => "a value is missing",
        JsonSampleRepair.BareWord => "a value is not in quotes",
        JsonSampleRepair.Comment => "it contains a comment",
        JsonSampleRepair.Ellipsis => "it contains an ellipsis",
        JsonSampleRepair.Character => "a character is not escaped",
        JsonSampleRepair.Bracket => "a bracket does not match",
        _ => "it ends before its last bracket",
    };
}
