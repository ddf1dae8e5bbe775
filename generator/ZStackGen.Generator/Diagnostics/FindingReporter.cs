using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ZStackGen.Generator.Options;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Diagnostics;

/// <summary>Turns findings into diagnostics at the exact place of the page. Roslyn locations are made here and nowhere kept.</summary>
internal static class FindingReporter
{
    /// <summary>Reports findings about pages.</summary>
    /// <param name="output">Takes the diagnostics.</param>
    /// <param name="findings">The findings.</param>
    /// <param name="isStrict">Whether what cannot be read is an error; else it is a warning, so that one bad page does not stop the build.</param>
    public static void Report(SourceProductionContext output, EquatableArray<Finding> findings, bool isStrict)
    {
        foreach (Finding finding in findings)
        {
            // A rule without a mirrored descriptor still has to reach the author.
            output.ReportDiagnostic(Diagnostic.Create(
                PageDescriptors.Find(finding.Id) ?? PageDescriptors.InternalError,
                LocationOf(finding),
                Severity(finding, isStrict),
                additionalLocations: null,
                properties: null,
                finding.Message));
        }
    }

    public static void Report(SourceProductionContext output, EquatableArray<OptionFinding> findings)
    {
        foreach (OptionFinding finding in findings)
        {
            object[] arguments = new object[finding.Arguments.Count];
            for (int i = 0; i < arguments.Length; i++)
                arguments[i] = finding.Arguments[i];
            output.ReportDiagnostic(Diagnostic.Create(OptionDescriptors.Find(finding.Rule), Location.None, arguments));
        }
    }

    public static void ReportUnmatched(SourceProductionContext output, EquatableArray<UnmatchedInclude> wildcards)
    {
        foreach (UnmatchedInclude wildcard in wildcards)
        {
            string suggestion = wildcard.Suggestion is { } name ? " (did you mean '" + name + "'?)" : "";
            output.ReportDiagnostic(Diagnostic.Create(OptionDescriptors.UnmatchedInclude, Location.None, wildcard.Pattern, suggestion));
        }
    }

    public static void ReportFailures(SourceProductionContext output, EquatableArray<string> failures)
    {
        foreach (string failure in failures)
            output.ReportDiagnostic(Diagnostic.Create(PageDescriptors.InternalError, Location.None, failure));
    }

    private static Location LocationOf(Finding finding)
    {
        if (finding.Path.Length == 0)
            return Location.None;
        // Where a place is broken, the page is still right, and Roslyn's types throw for a range that ends before it begins.
        PageSpan span = finding.Span;
        var start = new LinePosition(Math.Max(0, span.StartLine), Math.Max(0, span.StartColumn));
        var end = new LinePosition(Math.Max(0, span.EndLine), Math.Max(0, span.EndColumn));
        return Location.Create(
            finding.Path,
            new TextSpan(Math.Max(0, span.Start), Math.Max(0, span.Length)),
            new LinePositionSpan(start, end < start ? start : end));
    }

    // A fault of the generator is no page's, and stays an error.
    private static DiagnosticSeverity Severity(Finding finding, bool isStrict) => finding.Severity switch
    {
        FindingSeverity.Error when isStrict || finding.Id == FindingRules.InternalError.Id => DiagnosticSeverity.Error,
        FindingSeverity.Error or FindingSeverity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };
}
