using System;
#if NET8_0_OR_GREATER
using System.Text;
#endif

namespace ZStack;

// Finds texts that no encoding can hold.
internal static class SurrogatePairs
{
    // Throws if a text contains half of a surrogate pair. Every encoder would replace it silently by another character.
    public static void Require(string text, string owner, string parameter)
    {
        int at = FindLone(text);
        if (at >= 0)
            throw new ArgumentException($"{owner}: parameter '{ServerText.Of(parameter)}' contains half of a surrogate pair at index {at}, which is not a valid character.", parameter);
    }

    // The index of a surrogate that is not part of a pair; -1 if there is none.
    public static int FindLone(string text)
    {
#if NET8_0_OR_GREATER
        // Nearly all texts are ASCII.
        if (Ascii.IsValid(text))
            return -1;
#endif
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                return i;
            i++;
        }

        return -1;
    }
}
