using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;
using ZStackGen.Tool.Pages;

namespace ZStackGen.Tool.Checking;

/// <summary>Collects the findings of pages, each page by itself and optionally all pages together.</summary>
internal static class PageChecks
{
    /// <summary>Collects the findings of <paramref name="pages"/>.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="together">Whether to also check the pages together, as the build does.</param>
    /// <param name="least">The lowest severity to include.</param>
    /// <param name="warnAsError">Whether to raise warnings to errors. This happens before the severity filter, so a finding that fails the command is always shown.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static CheckResult Check(ReadPage[] pages, bool together, FindingSeverity least, bool warnAsError, CancellationToken cancellationToken)
    {
        ILookup<string, Finding>? catalog = together ? CatalogFindings(pages, cancellationToken) : null;
        var findings = new List<CheckedFinding>();
        foreach (ReadPage page in pages)
        {
            // The sort is stable: at the same place, findings of the single page come first.
            IEnumerable<Finding> all = catalog is null ? page.Findings : page.Findings.Concat(catalog[page.File.ShownPath]).OrderBy(static f => f.Span.Start);
            foreach (Finding finding in all)
            {
                FindingSeverity severity = warnAsError && finding.Severity == FindingSeverity.Warning ? FindingSeverity.Error : finding.Severity;
                if (severity >= least)
                    findings.Add(new CheckedFinding(page, finding, severity));
            }
        }

        return new CheckResult(findings, pages.Length);
    }

    private static ILookup<string, Finding> CatalogFindings(ReadPage[] pages, CancellationToken cancellationToken)
    {
        // Messages of the catalog name pages by the paths that the user gave.
        var byPath = new Dictionary<string, ReadPage>(StringComparer.Ordinal);
        foreach (ReadPage page in pages)
            byPath.TryAdd(page.File.ShownPath, page);
        CatalogPage[] prepared = [.. byPath.Select(static pair => CatalogPage.From(pair.Value.Page with { Path = pair.Key }))];
        CatalogModel catalog = TypeCatalog.Build(prepared, CatalogOptions.Default, cancellationToken);
        return catalog.Findings.ToLookup(
            static finding => finding.Path,
            finding => new Finding(finding.Rule, finding.Severity, finding.Path, byPath[finding.Path].Locations[finding.ElementKey], finding.Message));
    }
}
