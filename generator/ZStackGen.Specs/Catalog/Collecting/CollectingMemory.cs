using System;

namespace ZStackGen.Specs.Catalog.Collecting;

/// <summary>In which order names came out when they were last sorted, and what was reported of the pages of an API.</summary>
internal sealed class CollectingMemory
{
    public SortMemo Pages { get; } = new();

    public SortMemo Apis { get; } = new();

    /// <summary>By the first page of an API that has several.</summary>
    public WeakMemo<ApiPart, MergedPages> Groups { get; } = new();
}

/// <summary>The pages of one API, which of them decides, and what was reported.</summary>
/// <param name="Pages">Their identities, in page order.</param>
/// <param name="Primary">The place of the one that decides.</param>
/// <param name="Findings">What was reported.</param>
internal sealed record MergedPages(object[] Pages, int Primary, CatalogFinding[] Findings);

/// <summary>Sorts names stably. After an edit of thousands of pages the names are those of the last time, and so is their order.</summary>
internal sealed class SortMemo
{
    private volatile Sorted? _last;

    /// <summary>The places of the names in ordinal order; of equal names in the order in which they came.</summary>
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
