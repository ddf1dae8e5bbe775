using System.Collections.Immutable;
using ZStackGen.Generator.Pages;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Diagnostics;

/// <summary>The findings of the last run, so that an edit of a page without findings examines no other page. Thread-safe.</summary>
internal sealed class FindingMemory
{
    private volatile Run? _last;

    /// <summary>Returns the findings of all pages.</summary>
    public EquatableArray<Finding> Of(ImmutableArray<PageResult?> pages, CatalogFindings decided)
    {
        EquatableArray<Finding> findings = _last is { } last && last.Decided.Equals(decided) && HaveSame(last.Pages, pages, decided) ? last.Findings : decided.OfAll(pages);
        _last = new Run(pages, decided, findings);
        return findings;
    }

    private static bool HaveSame(ImmutableArray<PageResult?> before, ImmutableArray<PageResult?> after, CatalogFindings decided)
    {
        if (before.Length != after.Length)
            return false;
        for (int i = 0; i < after.Length; i++)
        {
            if (!ReferenceEquals(before[i], after[i]) && (decided.Has(before[i]) || decided.Has(after[i])))
                return false;
        }

        return true;
    }

    private sealed record Run(ImmutableArray<PageResult?> Pages, CatalogFindings Decided, EquatableArray<Finding> Findings);
}
