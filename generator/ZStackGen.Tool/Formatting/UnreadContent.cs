using System;
using System.Globalization;
using System.Linq;
using ZStackGen.Specs.Findings;
using ZStackGen.Tool.Pages;

namespace ZStackGen.Tool.Formatting;

/// <summary>Describes the content of a page that was not read, so that a rewritten page would not contain it.</summary>
internal static class UnreadContent
{
    private const int Shown = 5;

    private static readonly string[] s_rules =
    [
        FindingRules.TableWithoutUse.Id, FindingRules.UnreadRows.Id, FindingRules.UnreadRequest.Id, FindingRules.HeadingWithoutApi.Id,
        FindingRules.EmptySection.Id, FindingRules.UnknownColumns.Id,
    ];

    /// <summary>Gets whether a finding is about content that was not read.</summary>
    /// <param name="rule">The ID of the rule.</param>
    public static bool IsUnread(string rule) => Array.IndexOf(s_rules, rule) >= 0;

    /// <summary>Returns the lines that were not read, as text; <see langword="null"/> if there are none.</summary>
    public static string? Of(ReadPage page)
    {
        int[] lines = [.. page.Findings.Where(static finding => IsUnread(finding.Id)).Select(static finding => finding.Span.StartLine + 1).Distinct()];
        if (lines.Length == 0)
            return null;
        string places = string.Join(", ", lines.Take(Shown).Select(line => string.Create(CultureInfo.InvariantCulture, $"{page.File.ShownPath}({line})")));
        string more = lines.Length > Shown ? string.Create(CultureInfo.InvariantCulture, $" and {lines.Length - Shown} more") : "";
        return $"{places}{more}: not read, so the text would be lost ('zstackgen check' shows the reason)";
    }
}
