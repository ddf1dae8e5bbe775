using System;
using System.Collections.Generic;
using ZStackGen.Generator.Pages;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Diagnostics;

/// <summary>The catalog's findings, grouped by page. Compares by value: the catalog refers to elements, and a page knows their positions.</summary>
internal sealed class CatalogFindings(EquatableArray<CatalogFinding> findings) : IEquatable<CatalogFindings>
{
    private readonly EquatableArray<CatalogFinding> _findings = findings;
    private readonly Dictionary<string, (int Start, int Count)> _byPath = ByPath(findings);

    /// <summary>Returns the findings of a page, its own and the catalog's, with their positions; empty for <see langword="null"/>.</summary>
    public EquatableArray<Finding> Of(PageResult? page)
    {
        if (page is null)
            return default;
        if (!_byPath.TryGetValue(page.Path, out (int Start, int Count) range))
            return page.Findings;
        var findings = new Finding[page.Findings.Count + range.Count];
        page.Findings.AsSpan().CopyTo(findings);
        for (int i = 0; i < range.Count; i++)
        {
            CatalogFinding finding = _findings[range.Start + i];
            findings[page.Findings.Count + i] = new Finding(finding.Rule, finding.Severity, page.Path, page.Locations[finding.ElementKey], finding.Message);
        }

        return new EquatableArray<Finding>(findings);
    }

    /// <summary>Returns the findings of several pages.</summary>
    public EquatableArray<Finding> OfAll(IEnumerable<PageResult> pages)
    {
        var findings = new List<Finding>();
        foreach (PageResult page in pages)
        {
            foreach (Finding finding in Of(page))
                findings.Add(finding);
        }

        return findings.ToEquatableArray();
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
