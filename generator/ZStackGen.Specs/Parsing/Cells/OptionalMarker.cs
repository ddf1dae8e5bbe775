using System;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Cells;

/// <summary>The markers of optional parameters, after the name or at the start of the description.</summary>
internal static class OptionalMarker
{
    private static readonly string[] s_words = ["可选", "optional", "选填", "非必填", "非必选", "not required", "not mandatory"];

    /// <summary>Sentences at the start of a description with the same meaning.</summary>
    private static readonly string[] s_sentences = ["This parameter is optional", "This field is optional", "The parameter is optional", "Not a required parameter", "该参数可选", "此参数可选", "可选参数", "非必填参数"];

    private static readonly string[] s_required = ["required", "mandatory", "必填", "必选", "必须"];

    private static readonly char[] s_opening = ['(', '（', '[', '【', '［'];

    /// <summary>
    /// Removes <c>(可选)</c>, <c>（可选）</c> or <c>(optional)</c> from the end of a name cell, in any brackets, and with emphasis or a line break.
    /// </summary>
    public static bool TakeFromName(ref ReadOnlySpan<char> cell) => Take(ref cell, s_words);

    /// <summary>Removes <c>(required)</c> or <c>(必填)</c> from the end of a name cell.</summary>
    public static bool TakeRequiredFromName(ref ReadOnlySpan<char> cell) => Take(ref cell, s_required);

    private static bool Take(ref ReadOnlySpan<char> cell, string[] words)
    {
        // Nearly all cells without a marker end with a letter.
        if (cell.IsEmpty || Characters.IsAsciiLetter(cell[cell.Length - 1]))
            return false;
        ReadOnlySpan<char> text = CellText.Trim(cell).TrimEnd("*_`".AsSpan());
        if (text.Length < 4 || text[text.Length - 1] is not (')' or '）' or ']' or '】' or '］'))
            return false;
        int open = text.LastIndexOfAny(s_opening);
        if (open <= 0 || !IsMarker(CellText.Trim(text.Slice(open + 1, text.Length - open - 2).Trim("*_`".AsSpan())), words))
            return false;
        bool isDecorated = text.Length < CellText.Trim(cell).Length;
        text = CellText.Trim(text.Slice(0, open));
        if (text.Length > 4 && text[text.Length - 1] == '>' && text.LastIndexOf("<br".AsSpan()) is var tag and > 0)
            text = CellText.Trim(text.Slice(0, tag));
        if (isDecorated)
        {
            // The other mark is before the bracket, as in "name *(optional)*", or before the name, as in "_name (optional)_".
            ReadOnlySpan<char> bare = CellText.Trim(text.TrimEnd("*_`".AsSpan()));
            text = bare.Length < text.Length ? bare : text.TrimStart("*_`".AsSpan());
        }

        cell = text;
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
                else if (text.Length >= word.Length + 2 && text[0] is '(' or '（' or '[' or '【' && text[word.Length + 1] is ')' or '）' or ']' or '】' && text.Slice(1).StartsWith(word.AsSpan(), StringComparison.OrdinalIgnoreCase))
                    return TakeBrackets(ref text, word.Length + 2);
            }

            foreach (string sentence in s_sentences)
            {
                if (text.StartsWith(sentence.AsSpan(), StringComparison.OrdinalIgnoreCase))
                    length = sentence.Length;
            }

            if (length == 0 && TakeEmphasized(ref text))
                return true;
            // Only a separate sentence or clause is a marker: "Optional values are …" is a description.
            if (length == 0 || (text.Length > length && text[length] is not ('.' or '。' or '．' or '，' or ',' or '；' or ';')))
                return found;
            if (text.Length == length && found)
                return true;
            found = true;
            text = text.Slice(Math.Min(length + 1, text.Length));
        }
    }

    /// <summary>Determines whether a description says at its start or its end that the parameter is optional: <c>Optional. A text.</c>, <c>A text (optional).</c></summary>
    public static bool IsInDescription(ReadOnlySpan<char> text)
    {
        text = CellText.Trim(text);
        ReadOnlySpan<char> start = text;
        if (text.IsEmpty || TakeFromDescription(ref start))
            return !text.IsEmpty;
        // "(Optional, default: 1) A text"
        if (text[0] is '(' or '（' or '[' or '【' && StartsWithMarker(text.Slice(1)))
            return true;
        ReadOnlySpan<char> end = text.TrimEnd(".。*_".AsSpan());
        if (end.Length > 0 && end[end.Length - 1] is ')' or '）' or ']' or '】')
            return Take(ref end, s_words);
        int sentence = end.LastIndexOfAny(".。".AsSpan());
        return sentence > 0 && IsMarker(CellText.Trim(end.Slice(sentence + 1)).Trim("*_".AsSpan()), s_words);
    }

    private static bool StartsWithMarker(ReadOnlySpan<char> text)
    {
        foreach (string word in s_words)
        {
            if (text.StartsWith(word.AsSpan(), StringComparison.OrdinalIgnoreCase) && text.Length > word.Length && text[word.Length] is ',' or '，' or ';' or '；' or ':')
                return true;
        }

        return false;
    }

    /// <summary>Removes <c>**可选** </c> or <c>*Optional.* </c> from the start of a description.</summary>
    private static bool TakeEmphasized(ref ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> inner = text.TrimStart("*_".AsSpan());
        int marks = text.Length - inner.Length;
        int close = marks is 1 or 2 or 3 ? inner.IndexOfAny('*', '_') : -1;
        if (close <= 0 || !IsMarker(CellText.Trim(inner.Slice(0, close)).TrimEnd(".。:：".AsSpan()), s_words))
            return false;
        text = CellText.Trim(inner.Slice(close).TrimStart("*_".AsSpan()).TrimStart(".。:：，, ".AsSpan()));
        return true;
    }

    private static bool TakeBrackets(ref ReadOnlySpan<char> text, int length)
    {
        text = CellText.Trim(text.Slice(length));
        return true;
    }

    private static bool IsMarker(ReadOnlySpan<char> word, string[] words)
    {
        foreach (string known in words)
        {
            if (word.Equals(known.AsSpan(), StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
