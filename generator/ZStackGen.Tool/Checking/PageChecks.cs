using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;
using ZStackGen.Tool.Pages;

namespace ZStackGen.Tool.Checking;

/// <summary>Gathers what is wrong with pages, each by itself and, when asked, all together.</summary>
internal static class PageChecks
{
    /// <summary>Gathers the findings of <paramref name="pages"/>.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="together">Whether to check the pages together as well, as the build does.</param>
    /// <param name="least">Milder findings are left out.</param>
    /// <param name="warnAsError">Whether warnings are taken for errors, before the mild ones are left out: what fails the command is always shown.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    public static CheckResult Check(ReadPage[] pages, bool together, FindingSeverity least, bool warnAsError, CancellationToken cancellationToken)
    {
        ILookup<string, Finding>? catalog = together ? CatalogFindings(pages, cancellationToken) : null;
        var findings = new List<CheckedFinding>();
        foreach (ReadPage page in pages)
        {
            // A stable order: findings of the page by itself come first where places are equal.
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
        // The catalog names pages in its messages: by the paths that the user gave.
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
