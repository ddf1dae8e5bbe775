using System;
using System.Collections.Generic;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Collecting;

/// <summary>The first stage: sorts the pages, removes duplicates and APIs that are not selected, and groups the others by API.</summary>
internal static class PageCollector
{
    /// <summary>The maximum number of suggestions. Each suggestion is compared with all names.</summary>
    private const int MostSuggestions = 16;

    public static CollectedPages Collect(IReadOnlyCollection<CatalogPage> pages, CatalogOptions options, CollectingMemory memory)
    {
        CatalogPage[] sorted = Sort(pages, memory);
        var findings = new List<CatalogFinding>();
        var parts = new List<ApiPart>(sorted.Length);
        var typePages = new List<StructurePart>();
        var paths = new List<string>(sorted.Length);
        for (int i = 0; i < sorted.Length; i++)
        {
            CatalogPage page = sorted[i];
            if (i > 0 && string.Equals(page.Page.Path, sorted[i - 1].Page.Path, StringComparison.Ordinal))
                continue;
            paths.Add(page.Page.Path);
            typePages.AddRange(page.Types);
            foreach (ApiPart part in page.Apis)
            {
                if (options.IsIncluded(part.Api.Name, part.Path, part.Api.Path))
                    parts.Add(part);
            }
        }

        return new CollectedPages(ApiGroup.Make(parts, memory, findings), typePages, paths, UnmatchedIncludes(sorted, options), findings);
    }

    private static CatalogPage[] Sort(IReadOnlyCollection<CatalogPage> pages, CollectingMemory memory)
    {
        var given = new CatalogPage[pages.Count];
        string[] paths = new string[given.Length];
        int count = 0;
        foreach (CatalogPage page in pages)
        {
            paths[count] = page.Page.Path;
            given[count++] = page;
        }

        int[] places = memory.Pages.Sort(paths);
        var sorted = new CatalogPage[given.Length];
        for (int i = 0; i < sorted.Length; i++)
            sorted[i] = given[places[i]];
        return sorted;
    }

    private static EquatableArray<UnmatchedInclude> UnmatchedIncludes(CatalogPage[] pages, CatalogOptions options)
    {
        if (options.Include.Count == 0)
            return default;
        var unmatched = new List<string>(options.Include);
        var names = new List<string>();
        var categories = new List<string>();
        foreach (CatalogPage page in pages)
        {
            foreach (ApiPart part in page.Apis)
            {
                names.Add(part.Api.Name);
                string category = CatalogOptions.CategoryPrefix + Categories.Of(part.Path, part.Api.Path, options.SpecsRoots);
                if (!categories.Contains(category))
                    categories.Add(category);
                unmatched.RemoveAll(pattern => options.Matches(pattern, part.Api.Name, part.Path, part.Api.Path));
            }
        }

        // The build itself reports a project without pages.
        if (pages.Length == 0)
            return default;
        var result = new UnmatchedInclude[unmatched.Count];
        for (int i = 0; i < result.Length; i++)
            result[i] = new UnmatchedInclude(unmatched[i], i < MostSuggestions ? NameSuggestions.Nearest(unmatched[i], CatalogOptions.IsCategory(unmatched[i]) ? categories : names) : null);
        return new EquatableArray<UnmatchedInclude>(result);
    }
}
