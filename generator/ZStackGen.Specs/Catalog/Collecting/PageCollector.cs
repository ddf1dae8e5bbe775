using System;
using System.Collections.Generic;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Collecting;

/// <summary>The first stage: sorts pages, drops those that are there twice or are not wanted, and groups the others by their APIs.</summary>
internal static class PageCollector
{
    public static CollectedPages Collect(IReadOnlyCollection<CatalogPage> pages, CatalogOptions options)
    {
        CatalogPage[] sorted = Sort(pages);
        var findings = new List<CatalogFinding>();
        var parts = new List<ApiPart>(sorted.Length);
        var typePages = new List<StructurePart>();
        for (int i = 0; i < sorted.Length; i++)
        {
            CatalogPage page = sorted[i];
            if (i > 0 && string.Equals(page.Page.Path, sorted[i - 1].Page.Path, StringComparison.Ordinal))
                continue;
            typePages.AddRange(page.Types);
            foreach (ApiPart part in page.Apis)
            {
                if (options.IsIncluded(part.Api.Name))
                    parts.Add(part);
            }
        }

        return new CollectedPages(ApiGroup.Make(parts, findings), typePages, UnmatchedIncludes(sorted, options), findings);
    }

    /// <summary>Hosts mostly pass files in order, and a check costs less than a sort.</summary>
    private static CatalogPage[] Sort(IReadOnlyCollection<CatalogPage> pages)
    {
        var sorted = new CatalogPage[pages.Count];
        int count = 0;
        foreach (CatalogPage page in pages)
            sorted[count++] = page;
        for (int i = 1; i < sorted.Length; i++)
        {
            if (string.CompareOrdinal(sorted[i - 1].Page.Path, sorted[i].Page.Path) <= 0)
                continue;
            Array.Sort(sorted, static (left, right) => string.CompareOrdinal(left.Page.Path, right.Page.Path));
            break;
        }

        return sorted;
    }

    private static EquatableArray<string> UnmatchedIncludes(CatalogPage[] pages, CatalogOptions options)
    {
        if (options.Include.Count == 0)
            return default;
        var unmatched = new List<string>(options.Include);
        bool any = false;
        foreach (CatalogPage page in pages)
        {
            foreach (ApiPart part in page.Apis)
            {
                any = true;
                unmatched.RemoveAll(pattern => CatalogOptions.Matches(pattern, part.Api.Name));
            }
        }

        return any ? unmatched.ToEquatableArray() : default;
    }
}
