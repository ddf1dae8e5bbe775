using System.Globalization;
using System.Text;

namespace ZStack;

// Prepares text of a server for messages and logs: one line without control characters or invisible formatting, and of limited length. Otherwise, the
// text could forge log lines, control a terminal, or reorder the characters on the screen.
internal static class ServerText
{
    public const int MaxLength = 4096;

    private const int MaxWord = 64;

    // Returns the text itself if it is safe. `keepsLines` leaves line breaks as they are.
    public static string Of(string? text, int maxLength = MaxLength, bool keepsLines = false)
    {
        if (string.IsNullOrEmpty(text))
            return string.Empty;
        int end = text!.Length > maxLength ? Cut(text, maxLength) : text.Length;
        int safe = 0;
        for (int next = 0; next < end && IsSafe(text, ref next, keepsLines); safe = next)
            next++;
        if (safe >= text.Length)
            return text;
        StringBuilder safeText = new StringBuilder(end + 16).Append(text, 0, safe);
        for (int i = safe; i < end; i++)
        {
            int start = i;
            if (IsSafe(text, ref i, keepsLines))
                safeText.Append(text, start, i + 1 - start);
            else
                Escape(safeText, text, start, i);
        }

        return end < text.Length ? safeText.Append('…').ToString() : safeText.ToString();
    }

    // Returns an error code or a similar identifier; null for any other text. Metrics and logs are grouped by it.
    public static string? Word(string? text)
    {
        if (text is null || text.Length is 0 or > MaxWord)
            return null;
        foreach (char c in text)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '_' or '-'))
                return null;
        }

        return text;
    }

    // Determines whether the character can be shown, and moves to the second half of a surrogate pair.
    private static bool IsSafe(string text, ref int at, bool keepsLines)
    {
        char c = text[at];
        if (c is >= ' ' and <= '~' || (keepsLines && c is '\r' or '\n'))
            return true;
        UnicodeCategory category;
        if (!char.IsSurrogate(c))
        {
            category = CharUnicodeInfo.GetUnicodeCategory(c);
        }
        else if (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        {
            category = CharUnicodeInfo.GetUnicodeCategory(text, at);
            at++;
        }
        else
        {
            return false;
        }

        // The two joiners are part of words and emoji.
        return c is '\u200C' or '\u200D'
            || category is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
    }

    private static void Escape(StringBuilder safeText, string text, int start, int end)
    {
        for (int i = start; i <= end; i++)
        {
            _ = text[i] switch
            {
                '\n' => safeText.Append(@"\n"),
                '\r' => safeText.Append(@"\r"),
                '\t' => safeText.Append(@"\t"),
                char c => safeText.Append(@"\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
            };
        }
    }

    // The end of the longest part that does not split a surrogate pair.
    private static int Cut(string text, int maxLength)
        => char.IsHighSurrogate(text[maxLength - 1]) ? maxLength - 1 : maxLength;
}
