using System;

namespace ZStack;

public sealed partial class QueryStringField
{
    /// <summary>Returns a condition that the field contains a text.</summary>
    /// <param name="text">The text. The server ignores case.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentException">The text contains <c>%</c> or <c>_</c>, which the server reads as wildcards; use <see cref="Like"/>.</exception>
    public QueryCondition Contains(string text) => Like("%" + Literal(text) + "%");

    /// <summary>Returns a condition that the field starts with a text.</summary>
    /// <param name="text">The text. The server ignores case.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentException">The text contains <c>%</c> or <c>_</c>, which the server reads as wildcards; use <see cref="Like"/>.</exception>
    public QueryCondition StartsWith(string text) => Like(Literal(text) + "%");

    /// <summary>Returns a condition that the field ends with a text.</summary>
    /// <param name="text">The text. The server ignores case.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentException">The text contains <c>%</c> or <c>_</c>, which the server reads as wildcards; use <see cref="Like"/>.</exception>
    public QueryCondition EndsWith(string text) => Like("%" + Literal(text));

    // The escape character is a backslash, which no query can contain (PROTOCOL.md §5.4).
    private string Literal(string text)
    {
        if (text is null)
            throw new ArgumentNullException(nameof(text));
        int wildcard = text.IndexOfAny(['%', '_']);
        return wildcard < 0 ? text : throw new ArgumentException(
            $"The text for the field '{Path}' contains '{text[wildcard]}' at index {wildcard}, which the server reads as a wildcard. Use Like, in which it matches any text or character.", nameof(text));
    }
}
