using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using ZStackGen.Generator.Pages;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Diagnostics;

/// <summary>The catalog's findings, grouped by page. Compares by value: the catalog refers to elements, and a page knows their positions.</summary>
internal sealed class CatalogFindings(EquatableArray<CatalogFinding> findings) : IEquatable<CatalogFindings>
{
    private readonly EquatableArray<CatalogFinding> _findings = findings;
    private readonly Dictionary<string, (int Start, int Count)> _byPath = ByPath(findings);

    /// <summary>Determines whether a page has findings, its own or the catalog's.</summary>
    public bool Has(PageResult? page) => page is not null && (page.Findings.Count > 0 || (_byPath.Count > 0 && _byPath.ContainsKey(page.Path)));

    /// <summary>
    /// Returns the findings of all pages, their own and the catalog's, with their positions. After several simultaneous edits, the compiler can pass
    /// a file twice; its findings are returned once.
    /// </summary>
    public EquatableArray<Finding> OfAll(ImmutableArray<PageResult?> pages)
    {
        List<Finding>? findings = null;
        HashSet<string>? seen = null;
        foreach (PageResult? page in pages)
        {
            if (page is null)
                continue;
            (int Start, int Count) range = default;
            bool hasRange = _byPath.Count > 0 && _byPath.TryGetValue(page.Path, out range);
            if ((!hasRange && page.Findings.Count == 0) || !(seen ??= new HashSet<string>(StringComparer.Ordinal)).Add(page.Path))
                continue;
            findings ??= [];
            foreach (Finding finding in page.Findings)
                findings.Add(finding);
            for (int i = range.Start; i < range.Start + range.Count; i++)
            {
                CatalogFinding finding = _findings[i];
                findings.Add(new Finding(finding.Rule, finding.Severity, page.Path, page.Locations[finding.ElementKey], finding.Message));
            }
        }

        return findings is null ? default : findings.ToEquatableArray();
    }

    public bool Equals(CatalogFindings? other) => other is not null && _findings == other._findings;

    public override bool Equals(object? obj) => Equals(obj as CatalogFindings);

    public override int GetHashCode() => _findings.Count;

    private static Dictionary<string, (int Start, int Count)> ByPath(EquatableArray<CatalogFinding> findings)
    {
        var byPath = new Dictionary<string, (int Start, int Count)>(StringComparer.Ordinal);
        for (int start = 0, end; start < findings.Count; start = end)
        {
            end = start + 1;
            while (end < findings.Count && string.Equals(findings[end].Path, findings[start].Path, StringComparison.Ordinal))
                end++;
            byPath[findings[start].Path] = (start, end - start);
        }

        return byPath;
    }
}
