using System;

namespace ZStackGen.Specs.Model;

/// <summary>
/// Represents the deprecation and removal of an element, as stated by fixed phrases of its description: <c>Deprecated.</c>,
/// <c>Deprecated since 4.0.0: use StartVmInstance.</c>, <c>Removed in 3.6.0.</c> Each phrase is a separate sentence.
/// </summary>
/// <param name="IsDeprecated">A value that indicates whether a phrase marks the element as deprecated.</param>
/// <param name="DeprecatedSince">The version that deprecated the element; <see langword="null"/> if no phrase states it.</param>
/// <param name="Removed">The version that removed the element; <see langword="null"/> if no phrase states it.</param>
/// <param name="Replacement">The replacement of the element; <see langword="null"/> if no phrase states it.</param>
public readonly record struct Lifetime(bool IsDeprecated, string? DeprecatedSince, string? Removed, string? Replacement)
{
    private const string Deprecated = "Deprecated";
    private const string RemovedIn = "Removed in ";
    private const string Since = " since ";
    private const string In = " in ";
    private const string Use = ": use ";
    private const int LongestReplacement = 200;

    /// <summary>Gets a value that indicates whether the element is neither deprecated nor removed.</summary>
    public bool IsCurrent => !IsDeprecated && Removed is null;

    /// <summary>Gets a value that indicates whether a phrase states a version.</summary>
    public bool HasVersion => DeprecatedSince is not null || Removed is not null;

    /// <summary>Reads the phrases of a description. Only the first phrase of each kind is used.</summary>
    public static Lifetime Of(string? description)
    {
        var lifetime = default(Lifetime);
        // Most descriptions contain neither phrase, so search for the words first.
        if (description is null || (description.IndexOf(Deprecated, StringComparison.Ordinal) < 0 && description.IndexOf(RemovedIn, StringComparison.Ordinal) < 0))
            return lifetime;
        // Emphasis does not change the meaning: **Deprecated.**, _Deprecated_: use b.
        description = description.Replace("*", "").Replace("_" + Deprecated + "_", Deprecated);
        for (int at = description.IndexOf(Deprecated, StringComparison.Ordinal); at >= 0 && !lifetime.IsDeprecated; at = description.IndexOf(Deprecated, at + 1, StringComparison.Ordinal))
        {
            if (BeginsSentence(description, at))
                ReadDeprecated(description, at + Deprecated.Length, ref lifetime);
        }

        for (int at = description.IndexOf(RemovedIn, StringComparison.Ordinal); at >= 0 && lifetime.Removed is null; at = description.IndexOf(RemovedIn, at + 1, StringComparison.Ordinal))
        {
            int end = at + RemovedIn.Length;
            if (BeginsSentence(description, at) && Version(description, ref end) is { } version && EndsSentence(description, end))
                lifetime = lifetime with { Removed = version };
        }

        return lifetime;
    }

    private static void ReadDeprecated(string text, int at, ref Lifetime lifetime)
    {
        string? version = null, replacement = null;
        if (StartsAt(text, at, Since) || StartsAt(text, at, In))
        {
            at += StartsAt(text, at, In) ? In.Length : Since.Length;
            version = Version(text, ref at);
            if (version is null)
                return;
        }

        if (StartsAt(text, at, Use))
        {
            at += Use.Length;
            int end = text.IndexOfAny(['.', '\n'], at, Math.Min(text.Length - at, LongestReplacement + 1));
            if (end <= at)
                return;
            replacement = text.Substring(at, end - at).Trim().Trim('`');
            at = end;
        }

        if (EndsSentence(text, at) || (at < text.Length && text[at] is ')' or ']'))
            lifetime = lifetime with { IsDeprecated = true, DeprecatedSince = version, Replacement = replacement };
    }

    // A period followed by a digit belongs to the version. Any other period ends the sentence.
    private static string? Version(string text, ref int at)
    {
        int end = at;
        while (end < text.Length && (IsDigit(text[end]) || (text[end] == '.' && end > at && end + 1 < text.Length && IsDigit(text[end + 1]))))
            end++;
        string version = text.Substring(at, end - at);
        at = end;
        return VersionNumber.IsValid(version) ? version : null;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool StartsAt(string text, int at, string part) => string.CompareOrdinal(text, at, part, 0, part.Length) == 0;

    private static bool EndsSentence(string text, int at) =>
        at < text.Length && text[at] == '.' && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]));

    private static bool BeginsSentence(string text, int at)
    {
        // The mark of a quote, a bracket or a warning sign before the sentence.
        while (at > 0 && (char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '>' or '(' or '[' or '⚠' or '\ufe0f'))
        {
            at--;
            if (text[at] == '\n')
                return true;
        }

        return at == 0 || text[at - 1] is '.' or '!' or '?' or '。';
    }
}
