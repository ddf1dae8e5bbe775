using System;

namespace ZStackGen.Specs.Catalog.Collecting;

/// <summary>The cached results of the first stage: the last sort order of names, and the findings about the pages of an API.</summary>
internal sealed class CollectingMemory
{
    public SortMemo Pages { get; } = new();

    public SortMemo Apis { get; } = new();

    /// <summary>Gets the merged pages by the first page of an API with several pages.</summary>
    public WeakMemo<ApiPart, MergedPages> Groups { get; } = new();
}

/// <summary>The pages of one API, the page with precedence, and the findings.</summary>
/// <param name="Pages">The identities of the pages, in page order.</param>
/// <param name="Primary">The index of the page with precedence.</param>
/// <param name="Findings">The findings.</param>
internal sealed record MergedPages(object[] Pages, int Primary, CatalogFinding[] Findings);

/// <summary>Sorts names stably. The names rarely change between runs, so the last order is cached.</summary>
internal sealed class SortMemo
{
    private volatile Sorted? _last;

    /// <summary>Returns the indexes of the names in ordinal order. Equal names keep their order.</summary>
    public int[] Sort(string[] names)
    {
        if (_last is { } last && last.IsOf(names))
            return last.Places;
        int[] places = new int[names.Length];
        bool isSorted = true;
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = i;
            isSorted &= i == 0 || string.CompareOrdinal(names[i - 1], names[i]) <= 0;
        }

        if (!isSorted)
        {
            Array.Sort(places, (left, right) =>
            {
                int order = string.CompareOrdinal(names[left], names[right]);
                return order != 0 ? order : left.CompareTo(right);
            });
        }

        _last = new Sorted(names, places);
        return places;
    }

    private sealed class Sorted(string[] names, int[] places)
    {
        public int[] Places { get; } = places;

        public bool IsOf(string[] others)
        {
            if (names.Length != others.Length)
                return false;
            for (int i = 0; i < others.Length; i++)
            {
                if (!ReferenceEquals(names[i], others[i]) && !string.Equals(names[i], others[i], StringComparison.Ordinal))
                    return false;
            }

            return true;
        }
    }
}
