using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Pages;

/// <summary>Ensures that the findings of a page are reported once. After several simultaneous edits, the compiler can pass a file twice.</summary>
internal static class RepeatedPages
{
    /// <summary>Returns the paths that are listed more than once.</summary>
    public static EquatableArray<string> Repeated(ImmutableArray<PageResult?> pages)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        SortedSet<string>? repeated = null;
        foreach (PageResult? page in pages)
        {
            if (page is not null && !seen.Add(page.Path))
                (repeated ??= new SortedSet<string>(StringComparer.Ordinal)).Add(page.Path);
        }

        return repeated is null ? default : new List<string>(repeated).ToEquatableArray();
    }

    /// <summary>Returns the page; <see langword="null"/> if its path is in <paramref name="repeated"/>.</summary>
    public static PageResult? Without(PageResult? page, EquatableArray<string> repeated) =>
        page is not null && repeated.Count > 0 && Contains(repeated, page.Path) ? null : page;

    /// <summary>Returns the first page of each path in <paramref name="repeated"/>.</summary>
    public static IEnumerable<PageResult> Firsts(ImmutableArray<PageResult?> pages, EquatableArray<string> repeated)
    {
        var firsts = new SortedDictionary<string, PageResult>(StringComparer.Ordinal);
        if (repeated.Count > 0)
        {
            foreach (PageResult? page in pages)
            {
                if (page is not null && Contains(repeated, page.Path) && !firsts.ContainsKey(page.Path))
                    firsts.Add(page.Path, page);
            }
        }

        return firsts.Values;
    }

    private static bool Contains(EquatableArray<string> sorted, string path) => sorted.AsSpan().BinarySearch(path, StringComparer.Ordinal) >= 0;
}
