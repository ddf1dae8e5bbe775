namespace ZStackGen.Specs.Findings;

/// <summary>Shortens text of a page, so that a message stays short however long the cell is.</summary>
internal static class Excerpt
{
    private const int MaxLength = 60;

    /// <summary>Returns the text, or its beginning and an ellipsis.</summary>
    public static string Of(string text, int maxLength = MaxLength)
    {
        if (text.Length <= maxLength)
            return text;
        // A surrogate pair stays whole.
        int length = char.IsHighSurrogate(text[maxLength - 1]) ? maxLength - 1 : maxLength;
        return text.Substring(0, length) + "…";
    }
}
