using ZStackGen.Specs.Model;
using ZStackGen.Tool.Pages;

namespace ZStackGen.Tool.Checking;

/// <summary>A finding with its page and the severity that applies on this command line.</summary>
/// <param name="Page">The page.</param>
/// <param name="Finding">The finding.</param>
/// <param name="Severity">The severity after <c>--warnaserror</c>.</param>
internal sealed record CheckedFinding(ReadPage Page, Finding Finding, FindingSeverity Severity);

/// <summary>The result of a check.</summary>
/// <param name="Findings">The findings to show, in page order and text order.</param>
/// <param name="PageCount">The number of pages read.</param>
internal sealed record CheckResult(System.Collections.Generic.IReadOnlyList<CheckedFinding> Findings, int PageCount)
{
    /// <summary>Returns the number of findings with the given severity.</summary>
    public int Count(FindingSeverity severity)
    {
        int count = 0;
        foreach (CheckedFinding finding in Findings)
            count += finding.Severity == severity ? 1 : 0;
        return count;
    }
}
