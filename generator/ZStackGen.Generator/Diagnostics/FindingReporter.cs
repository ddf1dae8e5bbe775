using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ZStackGen.Generator.Options;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Diagnostics;

/// <summary>Reports findings as diagnostics at their exact positions. Roslyn locations are created here and never cached.</summary>
internal static class FindingReporter
{
    /// <summary>Reports findings about pages.</summary>
    /// <param name="output">The context that receives the diagnostics.</param>
    /// <param name="findings">The findings.</param>
    /// <param name="options">The options for reporting findings.</param>
    public static void Report(SourceProductionContext output, EquatableArray<Finding> findings, ReportOptions options)
    {
        foreach (Finding finding in findings)
        {
            // A finding without a descriptor must still reach the author.
            output.ReportDiagnostic(Diagnostic.Create(
                PageDescriptors.Find(finding.Id) ?? PageDescriptors.InternalError,
                LocationOf(finding),
                Severity(finding, options.IsStrict),
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
        // Roslyn throws for a range that ends before it starts. A wrong position must not hide the finding.
        PageSpan span = finding.Span;
        var start = new LinePosition(Math.Max(0, span.StartLine), Math.Max(0, span.StartColumn));
        var end = new LinePosition(Math.Max(0, span.EndLine), Math.Max(0, span.EndColumn));
        return Location.Create(
            finding.Path,
            new TextSpan(Math.Max(0, span.Start), Math.Max(0, span.Length)),
            new LinePositionSpan(start, end < start ? start : end));
    }

    // A bug in the generator is not a problem of a page, so it stays an error.
    private static DiagnosticSeverity Severity(Finding finding, bool isStrict) => finding.Severity switch
    {
        FindingSeverity.Error when isStrict || finding.Id == FindingRules.InternalError.Id => DiagnosticSeverity.Error,
        FindingSeverity.Error or FindingSeverity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };
}
