using System;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Cells;

/// <summary>The markers of optional parameters, after the name or at the start of the description.</summary>
internal static class OptionalMarker
{
    private static readonly string[] s_words = ["可选", "optional", "选填", "非必填", "非必选", "not required", "not mandatory"];

    /// <summary>Sentences at the start of a description with the same meaning.</summary>
    private static readonly string[] s_sentences = ["This parameter is optional", "This field is optional", "The parameter is optional", "Not a required parameter", "该参数可选", "此参数可选", "可选参数", "非必填参数"];

    /// <summary>Removes <c>(可选)</c>, <c>（可选）</c> or <c>(optional)</c> from the end of a name cell.</summary>
    public static bool TakeFromName(ref ReadOnlySpan<char> cell)
    {
        ReadOnlySpan<char> text = CellText.Trim(cell);
        if (text.Length < 4 || text[text.Length - 1] is not (')' or '）'))
            return false;
        int open = text.LastIndexOfAny('(', '（');
        if (open <= 0)
            return false;
        ReadOnlySpan<char> word = CellText.Trim(text.Slice(open + 1, text.Length - open - 2));
        if (!IsMarker(word))
            return false;
        cell = CellText.Trim(text.Slice(0, open));
        return true;
    }

    /// <summary>Removes <c>Optional.</c> or <c>(optional)</c> from the start of a description, even if it is repeated.</summary>
    public static bool TakeFromDescription(ref ReadOnlySpan<char> text)
    {
        bool found = false;
        while (true)
        {
            text = CellText.Trim(text);
            int length = 0;
            foreach (string word in s_words)
            {
                if (text.StartsWith(word.AsSpan(), StringComparison.OrdinalIgnoreCase))
                    length = word.Length;
                else if (text.Length >= word.Length + 2 && text[0] is '(' or '（' && text[word.Length + 1] is ')' or '）' && text.Slice(1).StartsWith(word.AsSpan(), StringComparison.OrdinalIgnoreCase))
                    return TakeBrackets(ref text, word.Length + 2);
            }

            foreach (string sentence in s_sentences)
            {
                if (text.StartsWith(sentence.AsSpan(), StringComparison.OrdinalIgnoreCase))
                    length = sentence.Length;
            }

            // Only a separate sentence is a marker: "Optional values are …" is a description.
            if (length == 0 || (text.Length > length && text[length] is not ('.' or '。' or '．')))
                return found;
            if (text.Length == length && found)
                return true;
            found = true;
            text = text.Slice(Math.Min(length + 1, text.Length));
        }
    }

    private static bool TakeBrackets(ref ReadOnlySpan<char> text, int length)
    {
        text = CellText.Trim(text.Slice(length));
        return true;
    }

    private static bool IsMarker(ReadOnlySpan<char> word)
    {
        foreach (string known in s_words)
        {
            if (word.Equals(known.AsSpan(), StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
