namespace ZStackGen.Specs.Findings;

/// <summary>Shortens the text of a page for a message.</summary>
internal static class Excerpt
{
    private const int MaxLength = 60;

    /// <summary>Returns the text; if it is too long, its start and an ellipsis.</summary>
    public static string Of(string text, int maxLength = MaxLength)
    {
        if (text.Length <= maxLength)
            return text;
        // A surrogate pair is not split.
        int length = char.IsHighSurrogate(text[maxLength - 1]) ? maxLength - 1 : maxLength;
        return text.Substring(0, length) + "…";
    }
}
