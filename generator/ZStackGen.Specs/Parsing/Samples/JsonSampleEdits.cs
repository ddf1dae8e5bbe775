using System.Collections.Generic;
using System.Text;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Samples;

/// <summary>The changes that make a sample strict JSON, kept in text order.</summary>
internal sealed class JsonSampleEdits
{
    private readonly List<(int Offset, int Length, string Replacement)> _edits = [];
    private readonly List<JsonFlaw> _flaws = [];

    /// <summary>The changes as flaws, in text order.</summary>
    public IReadOnlyList<JsonFlaw> Flaws => _flaws;

    /// <summary>Puts <paramref name="replacement"/> in the place of <paramref name="length"/> characters.</summary>
    public void Add(JsonSampleMend mend, int offset, int length, string replacement)
    {
        // A comma is set or removed behind trivia that was already passed: only those few changes lie behind it.
        int at = _edits.Count;
        while (at > 0 && _edits[at - 1].Offset > offset)
            at--;
        _edits.Insert(at, (offset, length, replacement));
        _flaws.Insert(at, new JsonFlaw(mend, new TextRange(offset, offset + length), Message(mend, length)));
    }

    /// <summary>The text from <paramref name="start"/> to <paramref name="end"/> with all changes made.</summary>
    public string Apply(string text, int start, int end)
    {
        var result = new StringBuilder(end - start + 64);
        int at = start;
        foreach ((int offset, int length, string replacement) in _edits)
        {
            // What lies behind a sample that breaks off is not its own any more.
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

    private static string Message(JsonSampleMend mend, int length) => mend switch
    {
        JsonSampleMend.LostComma => length == 0 ? "a comma is missing" : "another sign stands for a comma",
        JsonSampleMend.ExtraComma => "a comma is too much",
        JsonSampleMend.LostQuote => length == 0 ? "a quote is missing" : "a quote is too much",
        JsonSampleMend.OtherQuotes => "a string stands in other quotes than \"",
        JsonSampleMend.InnerQuote => "a quote inside a string lacks its backslash",
        JsonSampleMend.LostColon => length == 0 ? "a colon is missing" : "another sign stands for a colon",
        JsonSampleMend.LostValue => "a value is missing",
        JsonSampleMend.BareWord => "a value is neither a JSON value nor in quotes",
        JsonSampleMend.Comment => "it holds a comment",
        JsonSampleMend.Ellipsis => "it holds an ellipsis",
        JsonSampleMend.Character => "a character may not stand there as it is",
        JsonSampleMend.Bracket => "a bracket does not fit",
        _ => "it ends before its last bracket",
    };
}
