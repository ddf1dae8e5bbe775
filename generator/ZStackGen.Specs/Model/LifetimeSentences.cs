using System;

namespace ZStackGen.Specs.Model;

/// <summary>Finds the sentences of a description that state a deprecation or a removal.</summary>
internal static class LifetimeSentences
{
    /// <summary>The maximum number of characters before the word in its sentence.</summary>
    private const int LongestOpening = 60;

    private const int LongestReplacement = 200;

    /// <summary>The maximum number of characters behind the word that are read, so that the work for each word is limited.</summary>
    private const int LongestStatement = 1000;

    private static readonly string[] s_versionWords = ["since", "in", "as of", "from", "with", "自", "从", "于"];

    private static readonly string[] s_removalWords = ["and removed in", "and will be removed in", "and was removed in", "removed in", "will be removed in", "to be removed in"];

    private static readonly string[] s_useWords = ["please use", "use", "replaced by", "replaced with", "superseded by", "in favor of", "in favour of", "see", "请使用", "请用", "请改用", "建议使用", "使用", "由", "改用"];

    private static readonly string[] s_reasons = ["do not", "don't", "no longer", "not ", "has no", "ignored", "kept for", "will be", "replaced", "superseded", "please", "without"];

    /// <summary>Reads all sentences. The first sentence of each kind is used.</summary>
    public static Lifetime Read(string description)
    {
        // Emphasis does not change the meaning: **Deprecated.**, _Deprecated_: use b.
        string text = description.Replace("*", "").Replace("_Deprecated_", "Deprecated").Replace("~~", "");
        var lifetime = default(Lifetime);
        foreach ((string word, LifetimeWord kind) in LifetimeWords.All)
        {
            for (int at = Find(text, word, 0); at >= 0; at = Find(text, word, at + word.Length))
            {
                if (kind == LifetimeWord.Deprecated ? lifetime.IsDeprecated : lifetime.Removed is not null)
                    break;
                Read(text, at, at + word.Length, kind, ref lifetime);
            }
        }

        return lifetime;
    }

    /// <summary>Returns the length of the version at the start of a text; 0 if there is none. A period followed by a digit belongs to the version.</summary>
    public static int VersionLength(ReadOnlySpan<char> text)
    {
        int end = 0;
        while (end < text.Length && (IsDigit(text[end]) || (text[end] == '.' && end > 0 && end + 1 < text.Length && IsDigit(text[end + 1]))))
            end++;
        return end > 0 && VersionNumber.IsValid(text.Slice(0, end)) ? end : 0;
    }

    private static void Read(string text, int start, int end, LifetimeWord kind, ref Lifetime lifetime)
    {
        ReadOnlySpan<char> opening = text.AsSpan(Opening(text, start), start - Opening(text, start));
        bool isChinese = text[start] > '\u2e80', isStrong = !isChinese && char.IsUpper(text[start]);
        string? version = null;
        if (isChinese ? !LifetimeWords.CanOpenChinese(opening, out version, out isStrong) : !LifetimeWords.CanOpen(opening))
        {
            // A remark in brackets at the end of a sentence: The color of the door (deprecated since 4.0.0).
            int bracket = opening.LastIndexOfAny("(（[".AsSpan());
            ReadOnlySpan<char> inner = opening.Slice(bracket + 1);
            if (bracket <= 0 || !IsRemark(text, start, opening.Slice(0, bracket)) || !(isChinese ? LifetimeWords.CanOpenChinese(inner, out version, out _) : LifetimeWords.CanOpen(inner)))
                return;
            isStrong = true;
        }

        isStrong |= !isChinese && !opening.IsWhiteSpace();
        ReadOnlySpan<char> rest = text.AsSpan(end, Math.Min(text.Length - end, LongestStatement));
        bool isClosed = TakeClosing(ref rest);
        if (!TakeVersion(ref rest, ref version))
            return;
        string? removed = null;
        if (kind == LifetimeWord.Deprecated && TakeRemoval(ref rest) && !TakeVersion(ref rest, ref removed))
            return;
        string? replacement = Replacement(ref rest);
        if (!isClosed && !Ends(rest, isStrong || version is not null))
            return;
        // Without a version, an element that is no longer supported is deprecated.
        if (kind == LifetimeWord.Deprecated || (version is null && text[start] is 'N' or 'n' or '不' && !lifetime.IsDeprecated))
            lifetime = lifetime with { IsDeprecated = true, DeprecatedSince = version, Removed = lifetime.Removed ?? removed, Replacement = lifetime.Replacement ?? replacement };
        else if (version is not null)
            lifetime = lifetime with { Removed = version, Replacement = lifetime.Replacement ?? replacement };
    }

    /// <summary>Returns the start of the sentence, or of its last <see cref="LongestOpening"/> characters.</summary>
    private static int Opening(string text, int at)
    {
        int start = at, first = Math.Max(0, at - LongestOpening);
        for (; start > first; start--)
        {
            char c = text[start - 1];
            if (c is '\n' or '。' or '！' or '；' or '？' || (c is '.' or '!' or '?' or ';' && (start == at || char.IsWhiteSpace(text[start]))))
                break;
        }

        return start;
    }

    /// <summary>
    /// Determines whether the brackets around the word end a sentence and follow a common word. Behind a name, the remark can describe the named element.
    /// </summary>
    private static bool IsRemark(string text, int start, ReadOnlySpan<char> before)
    {
        int close = text.IndexOfAny([')', '）', ']'], start, Math.Min(text.Length - start, LongestReplacement));
        if (close < 0 || !EndsSentence(text.AsSpan(close + 1)))
            return false;
        before = before.TrimEnd();
        int wordStart = before.Length;
        while (wordStart > 0 && before[wordStart - 1] is not ' ' and < '\u2e80')
            wordStart--;
        // A word in capitals is an abbreviation.
        ReadOnlySpan<char> word = before.Slice(wordStart);
        bool hasSmall = false, hasCapital = false;
        for (int i = 0; i < word.Length; i++)
        {
            if (word[i] is '`' or '_' or ')' or ']')
                return false;
            hasSmall |= char.IsLower(word[i]);
            hasCapital |= i > 0 && char.IsUpper(word[i]);
        }

        if (hasSmall && hasCapital)
            return false;
        return before.Length > 0 && before.IndexOf("instead".AsSpan(), StringComparison.OrdinalIgnoreCase) < 0;
    }

    /// <summary>Reads a bracket or quotation mark behind the word, and the address of a link or image.</summary>
    /// <returns><see langword="true"/> for a bracket, which ends the sentence.</returns>
    private static bool TakeClosing(ref ReadOnlySpan<char> rest)
    {
        int length = 0;
        while (length < rest.Length && rest[length] is ']' or '"' or '_' or '`' or '】')
            length++;
        if (length > 0 && length < rest.Length && rest[length - 1] == ']' && rest[length] == '(' && rest.IndexOf(')') is var close and > 0)
            length = close + 1;
        bool isBracket = length > 0 && rest[0] == ']';
        rest = rest.Slice(length);
        return isBracket;
    }

    /// <summary>Reads the version that ended the element: <c>since 4.0.0</c>, <c>(4.0.0)</c>.</summary>
    /// <returns><see langword="false"/> if the text announces a version but contains other words.</returns>
    private static bool TakeVersion(ref ReadOnlySpan<char> rest, ref string? version)
    {
        ReadOnlySpan<char> text = rest.TrimStart("(（:： ".AsSpan());
        bool isAnnounced = false;
        foreach (string word in s_versionWords)
        {
            bool isWord = word[0] < '\u2e80';
            if (!text.StartsWith(word.AsSpan(), StringComparison.OrdinalIgnoreCase) || (isWord && (text.Length == rest.Length || text.Length == word.Length || char.IsLetter(text[word.Length]))))
                continue;
            isAnnounced = !text.Slice(word.Length).TrimStart().StartsWith("favo".AsSpan(), StringComparison.OrdinalIgnoreCase);
            if (isAnnounced)
                text = text.Slice(word.Length).TrimStart(": ".AsSpan());
            break;
        }

        foreach (string word in (ReadOnlySpan<string>)["version ", "ZStack ", "ver. "])
        {
            if (text.StartsWith(word.AsSpan(), StringComparison.OrdinalIgnoreCase))
                text = text.Slice(word.Length).TrimStart();
        }

        if (text.Length > 1 && text[0] is 'v' or 'V')
            text = IsDigit(text[1]) ? text.Slice(1) : text;
        if (VersionLength(text) is var length and > 0)
        {
            version = text.Slice(0, length).ToString();
            rest = text.Slice(length).TrimStart("版本起后开始+".AsSpan());
            return true;
        }

        return !isAnnounced;
    }

    private static bool TakeRemoval(ref ReadOnlySpan<char> rest)
    {
        ReadOnlySpan<char> text = rest.TrimStart(" ,;，；".AsSpan());
        foreach (string words in s_removalWords)
        {
            if (!text.StartsWith(words.AsSpan(), StringComparison.OrdinalIgnoreCase))
                continue;
            ReadOnlySpan<char> behind = text.Slice(words.Length).TrimStart();
            // In a future release.
            if (behind.Length > 0 && (IsDigit(behind[0]) || behind[0] is 'v' or 'V' || behind.StartsWith("version".AsSpan(), StringComparison.OrdinalIgnoreCase)))
            {
                rest = text.Slice(words.Length);
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads the replacement behind the word or in the next sentence: <c>: use StartVm</c>, <c>. Use StartVm instead.</c></summary>
    private static string? Replacement(ref ReadOnlySpan<char> rest)
    {
        ReadOnlySpan<char> text = rest.TrimStart(" ,;:.-–—>\n()（）：，。；".AsSpan());
        if (text.Length == rest.Length)
            return null;
        bool isColon = rest[0] is ':' or '：' or ',' or '，';
        foreach (string word in s_useWords)
        {
            bool isWord = word[0] < '\u2e80';
            if (!text.StartsWith(word.AsSpan(), StringComparison.OrdinalIgnoreCase) || text.Length <= word.Length || (isWord && text[word.Length] != ' '))
                continue;
            ReadOnlySpan<char> name = text.Slice(word.Length).TrimStart();
            int link = name.Length > 0 && name[0] == '[' ? name.IndexOf("](".AsSpan()) : -1;
            if (link > 1 && link < LongestReplacement && name.Slice(link).IndexOf(')') is var close and > 0)
            {
                rest = name.Slice(link + close + 1);
                rest = rest.StartsWith(" instead".AsSpan(), StringComparison.OrdinalIgnoreCase) ? rest.Slice(" instead".Length) : rest;
                return name.Slice(1, link - 1).Trim('`').ToString();
            }

            int end = Math.Min(name.Length, LongestReplacement + 1), length = name.Slice(0, end).IndexOfAny(".\n。，；".AsSpan());
            if (length < 0)
                length = name.Length <= LongestReplacement ? name.Length : -1;
            if (length <= 0)
                return null;
            ReadOnlySpan<char> replacement = WithoutEnd(name.Slice(0, length));
            // Behind other marks, a sentence such as "Use it with care" names no replacement.
            if (replacement.IsEmpty || (replacement.IndexOf(' ') >= 0 && !isColon) || replacement.Equals("it".AsSpan(), StringComparison.OrdinalIgnoreCase))
                return null;
            rest = name.Slice(length);
            return replacement.ToString();
        }

        return null;
    }

    private static ReadOnlySpan<char> WithoutEnd(ReadOnlySpan<char> name)
    {
        name = name.Trim();
        foreach (string word in (ReadOnlySpan<string>)[" instead", "代替", "替代", "取代"])
        {
            if (name.EndsWith(word.AsSpan(), StringComparison.OrdinalIgnoreCase))
                name = name.Slice(0, name.Length - word.Length);
        }

        name = name.Trim();
        // A bracket that the replacement does not open encloses the whole sentence.
        while (!name.IsEmpty && name[name.Length - 1] is ')' or '）' && name.IndexOfAny('(', '（') < 0)
            name = name.Slice(0, name.Length - 1).TrimEnd();
        ReadOnlySpan<char> unquoted = name.Trim('`');
        return unquoted.IndexOf('`') < 0 ? unquoted.Trim() : name;
    }

    private static bool Ends(ReadOnlySpan<char> rest, bool isStrong)
    {
        if (EndsSentence(rest) || rest[0] is ')' or ']' or '）' or '】')
            return true;
        if (!isStrong)
            return false;
        ReadOnlySpan<char> text = rest.TrimStart();
        ReadOnlySpan<char> value = text.IsEmpty ? text : text.Slice(1).TrimStart("- ".AsSpan()).TrimStart();
        if (text.IsEmpty || (value.IsEmpty && text[0] is ',' or '，' or ';' or '；' or '-' or '–' or '—' or ':' or '：'))
            return true;
        if (text[0] is ',' or '，' or ';' or '；' or '-' or '–' or '—')
            return !char.IsUpper(value[0]);
        if (text[0] is ':' or '：')
        {
            foreach (string reason in s_reasons)
            {
                if (value.StartsWith(reason.AsSpan(), StringComparison.OrdinalIgnoreCase))
                    return true;
            }

            return value.StartsWith("yes".AsSpan(), StringComparison.OrdinalIgnoreCase) || value.StartsWith("true".AsSpan(), StringComparison.OrdinalIgnoreCase) || value[0] is '✅' or '是';
        }

        return text.StartsWith("and ".AsSpan(), StringComparison.OrdinalIgnoreCase);
    }

    private static bool EndsSentence(ReadOnlySpan<char> rest) =>
        rest.IsEmpty || rest[0] is '\n' or '。' or '；' or '！' || (rest[0] is '.' or '!' && (rest.Length == 1 || char.IsWhiteSpace(rest[1]) || rest[1] is ')' or ']'));

    private static int Find(string text, string word, int start) => text.IndexOf(word, start, word[0] > '\u2e80' ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
