using System;
using System.Text.RegularExpressions;

namespace ZStackGen.Generator.Emission;

/// <summary>
/// Finds the phrases of a description that mark an API, parameter, field or type as deprecated: <c>Deprecated.</c>,
/// <c>Deprecated since 4.0.0: use StartVmInstance.</c>, <c>Removed in 3.6.0.</c> Each phrase is a separate sentence.
/// </summary>
internal static class Deprecation
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(1);

    private static readonly Regex s_phrase = new(
        @"(?:^|[.!?。]\s*|\n\s*)(?:Deprecated(?: since (?<since>[0-9]+(?:\.[0-9]+)*))?(?:: use (?<use>[^.\n]{1,200}))?|Removed in (?<removed>[0-9]+(?:\.[0-9]+)*))\.(?=\s|$)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        s_limit);

    /// <summary>
    /// Returns the message of the Obsolete attribute; <see langword="null"/> if the description does not mark the element as deprecated.
    /// </summary>
    public static string? Find(string? description)
    {
        // A fast check first: most descriptions contain neither word.
        if (description is null || (description.IndexOf("Deprecated", StringComparison.Ordinal) < 0 && description.IndexOf("Removed in ", StringComparison.Ordinal) < 0))
            return null;
        Match match = s_phrase.Match(description);
        if (!match.Success)
            return null;
        if (match.Groups["removed"] is { Success: true } removed)
            return "Removed in ZStack " + removed.Value + ".";
        string message = match.Groups["since"] is { Success: true } since ? "Deprecated since ZStack " + since.Value + "." : "Deprecated.";
        return match.Groups["use"] is { Success: true } use ? message + " Use " + use.Value.Trim().Trim('`') + " instead." : message;
    }
}
