using System;
using System.Text.RegularExpressions;

namespace ZStackGen.Generator.Emission;

/// <summary>
/// Represents the deprecation or removal of an API, parameter, field or type, as its description states it: <c>Deprecated.</c>,
/// <c>Deprecated since 4.0.0: use StartVmInstance.</c>, <c>Removed in 3.6.0.</c> Each phrase is a separate sentence in the description.
/// </summary>
/// <param name="Since">The version that deprecated the element, or <see langword="null"/>.</param>
/// <param name="Removed">The version that removed the element, or <see langword="null"/>.</param>
/// <param name="Replacement">The name of the replacement, or <see langword="null"/>.</param>
internal sealed record Deprecation(string? Since, string? Removed, string? Replacement)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(1);

    private static readonly Regex s_phrase = new(
        @"(?:^|(?<=[.!?。])\s*|\n\s*)(?:Deprecated(?: since (?<since>[0-9]+(?:\.[0-9]+)*))?(?:: use (?<use>[^.\n]{1,200}))?|Removed in (?<removed>[0-9]+(?:\.[0-9]+)*))\.(?=\s|$)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        s_limit);

    /// <summary>Gets a value indicating whether the description states a version to compare with the target version.</summary>
    public bool HasVersion => Since is not null || Removed is not null;

    /// <summary>Gets the message for callers.</summary>
    public string Message
    {
        get
        {
            if (Removed is not null && Since is null && Replacement is null)
                return "Removed in ZStack " + Removed + ".";
            string message = Since is null ? "Deprecated." : "Deprecated since ZStack " + Since + ".";
            if (Removed is not null)
                message = (Since is null ? "" : message + " ") + "Removed in ZStack " + Removed + ".";
            return Replacement is null ? message : message + " Use " + Replacement + " instead.";
        }
    }

    /// <summary>Reads a description; returns <see langword="null"/> if it does not state that its element is deprecated or removed.</summary>
    public static Deprecation? Find(string? description)
    {
        // Most descriptions contain neither phrase, so that the slower search can be skipped.
        if (description is null || (description.IndexOf("Deprecated", StringComparison.Ordinal) < 0 && description.IndexOf("Removed in ", StringComparison.Ordinal) < 0))
            return null;
        Deprecation? found = null;
        for (Match match = s_phrase.Match(description); match.Success; match = match.NextMatch())
        {
            found ??= new Deprecation(null, null, null);
            found = new Deprecation(
                found.Since ?? Value(match, "since"),
                found.Removed ?? Value(match, "removed"),
                found.Replacement ?? Value(match, "use")?.Trim().Trim('`'));
        }

        return found;
    }

    private static string? Value(Match match, string group) => match.Groups[group] is { Success: true } value ? value.Value : null;
}
