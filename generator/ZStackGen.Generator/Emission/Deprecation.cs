using System;
using System.Text.RegularExpressions;

namespace ZStackGen.Generator.Emission;

/// <summary>
/// What a page's phrases say of an API, parameter, field or type that should no longer be used: <c>Deprecated.</c>,
/// <c>Deprecated since 4.0.0: use StartVmInstance.</c>, <c>Removed in 3.6.0.</c> Each is a sentence of its own in a description.
/// </summary>
internal static class Deprecation
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(1);

    private static readonly Regex s_phrase = new(
        @"(?:^|[.!?。]\s*|\n\s*)(?:Deprecated(?: since (?<since>[0-9]+(?:\.[0-9]+)*))?(?:: use (?<use>[^.\n]{1,200}))?|Removed in (?<removed>[0-9]+(?:\.[0-9]+)*))\.(?=\s|$)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        s_limit);

    /// <summary>The message for the callers of a deprecated member; <see langword="null"/> where the description does not call it deprecated.</summary>
    public static string? Find(string? description)
    {
        // Most descriptions have neither word.
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
