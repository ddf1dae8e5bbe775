using System;

namespace ZStack;

public sealed partial class QueryStringField
{
    /// <summary>Returns a condition that the text contains another.</summary>
    /// <param name="text">The other text. The server compares without case.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentException">The text has <c>%</c> or <c>_</c>, which the server reads as wildcards; use <see cref="Like"/>.</exception>
    public QueryCondition Contains(string text) => Like("%" + Literal(text) + "%");

    /// <summary>Returns a condition that the text starts with another.</summary>
    /// <param name="text">The other text. The server compares without case.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentException">The text has <c>%</c> or <c>_</c>, which the server reads as wildcards; use <see cref="Like"/>.</exception>
    public QueryCondition StartsWith(string text) => Like(Literal(text) + "%");

    /// <summary>Returns a condition that the text ends with another.</summary>
    /// <param name="text">The other text. The server compares without case.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="ArgumentException">The text has <c>%</c> or <c>_</c>, which the server reads as wildcards; use <see cref="Like"/>.</exception>
    public QueryCondition EndsWith(string text) => Like("%" + Literal(text));

    // An escape would have to be a backslash, which no query carries to the server's database.
    private string Literal(string text)
    {
        if (text is null)
            throw new ArgumentNullException(nameof(text));
        int wildcard = text.IndexOfAny(['%', '_']);
        return wildcard < 0 ? text : throw new ArgumentException(
            $"The text for the field '{Path}' has a '{text[wildcard]}' at index {wildcard}, which the server reads as a wildcard and cannot be told to take literally. Use Like, which matches it as one.", nameof(text));
    }
}
