using System;

namespace ZStackGen.Specs.Text;

/// <summary>
/// Moves zero-width blanks and soft hyphens inside a word behind the word, as blanks: web pages insert them into long names, such as
/// <c>ip-Range-Type</c> for <c>ipRangeType</c>. The length of the text stays the same, and so do the offsets of all other words.
/// </summary>
internal static class InvisibleMarks
{
    private static readonly char[] s_marks = ['\u200b', '\u2060', '\ufeff', '\u00ad'];

    /// <summary>Returns <paramref name="text"/> without invisible marks inside words.</summary>
    public static string Replace(string text)
    {
        // A byte order mark is no part of a word.
        int at = text.Length < 2 ? -1 : text.AsSpan(1).IndexOfAny(s_marks);
        if (at < 0)
            return text;
        char[] replaced = text.ToCharArray();
        for (int start = 1 + at; start < replaced.Length;)
        {
            if (!IsMark(replaced[start]))
            {
                start++;
                continue;
            }

            // All readers skip a mark at the start or the end of a word.
            int end = start + 1, to = start;
            if (IsInWord(replaced[start - 1]))
            {
                for (; end < replaced.Length && (IsMark(replaced[end]) || IsInWord(replaced[end])); end++)
                {
                    if (!IsMark(replaced[end]))
                        replaced[to++] = replaced[end];
                }
            }

            if (to > start)
                replaced.AsSpan(to, end - to).Fill(' ');
            start = end;
        }

        return new string(replaced);
    }

    private static bool IsMark(char c) => Array.IndexOf(s_marks, c) >= 0;

    private static bool IsInWord(char c) => c != '|' && !Characters.IsBlank(c);
}
