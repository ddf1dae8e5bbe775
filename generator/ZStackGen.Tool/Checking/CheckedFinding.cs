using ZStackGen.Specs.Model;
using ZStackGen.Tool.Pages;

namespace ZStackGen.Tool.Checking;

/// <summary>A finding with its page and the severity that the command line gives it.</summary>
/// <param name="Page">The page.</param>
/// <param name="Finding">The finding.</param>
/// <param name="Severity">Its severity after <c>--warnaserror</c>.</param>
internal sealed record CheckedFinding(ReadPage Page, Finding Finding, FindingSeverity Severity);

/// <summary>All that a check found.</summary>
/// <param name="Findings">What is to be shown, in page order and text order.</param>
/// <param name="PageCount">How many pages were read.</param>
internal sealed record CheckResult(System.Collections.Generic.IReadOnlyList<CheckedFinding> Findings, int PageCount)
{
    /// <summary>How many findings have this severity.</summary>
    public int Count(FindingSeverity severity)
    {
        int count = 0;
        foreach (CheckedFinding finding in Findings)
            count += finding.Severity == severity ? 1 : 0;
        return count;
    }
}
