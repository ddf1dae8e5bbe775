using System.Collections.Generic;

namespace ZStackGen.Tool.Comparing;

/// <summary>What a change does to a program made for the old pages.</summary>
internal enum ChangeImpact
{
    /// <summary>Its code may no longer compile, or its calls may fail or mean something else.</summary>
    Breaking,

    /// <summary>It goes on to work.</summary>
    Compatible,

    /// <summary>Only what people read differs: descriptions, a version that one side does not state.</summary>
    Documentation,
}

/// <summary>What happened to the element.</summary>
internal enum ChangeKind
{
    /// <summary>Only the new pages have it.</summary>
    Added,

    /// <summary>Only the old pages have it.</summary>
    Removed,

    /// <summary>Both have it, and it differs.</summary>
    Changed,
}

/// <summary>One difference between two sets of pages.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Element">What it happened to: <c>API</c>, <c>parameter</c>, <c>response field</c>, <c>structure</c>, <c>field</c>, <c>enumeration</c>, <c>value</c>.</param>
/// <param name="Member">The parameter's, field's or value's name; <see langword="null"/> where the API or structure itself is meant.</param>
/// <param name="Aspect">For a changed element: what of it (<c>path</c>, <c>type</c>, <c>required</c>, …).</param>
/// <param name="Before">The old state in words.</param>
/// <param name="After">The new state in words.</param>
/// <param name="Impact">What it does to a program.</param>
/// <param name="Reason">Why it has that impact.</param>
internal sealed record Change(
    ChangeKind Kind, string Element, string? Member, string? Aspect, string? Before, string? After, ChangeImpact Impact, string Reason)
{
    /// <summary>The version of ZStack that made the change, as the pages state it; <see langword="null"/> where they state none.</summary>
    public string? Version { get; init; }
}

/// <summary>All differences of one API or structure.</summary>
/// <param name="Name">The API's or structure's name.</param>
/// <param name="Changes">The differences, the API's own first, then its members in page order.</param>
internal sealed record ChangedItem(string Name, IReadOnlyList<Change> Changes);

/// <summary>The changed APIs of one category.</summary>
/// <param name="Name">The category.</param>
/// <param name="Apis">The APIs in ordinal order.</param>
internal sealed record ChangedCategory(string Name, IReadOnlyList<ChangedItem> Apis);

/// <summary>All that differs between two sets of pages.</summary>
/// <param name="Categories">The changed APIs by category, in ordinal order.</param>
/// <param name="Types">The changed structures and enumerations in ordinal order.</param>
/// <param name="Notes">What could not be compared, and why.</param>
internal sealed record ChangeReport(IReadOnlyList<ChangedCategory> Categories, IReadOnlyList<ChangedItem> Types, IReadOnlyList<string> Notes)
{
    /// <summary>How many changes have an impact.</summary>
    public int Count(ChangeImpact impact)
    {
        int count = 0;
        foreach (ChangedCategory category in Categories)
            count += Count(category.Apis, impact);
        return count + Count(Types, impact);
    }

    private static int Count(IReadOnlyList<ChangedItem> items, ChangeImpact impact)
    {
        int count = 0;
        foreach (ChangedItem item in items)
        {
            foreach (Change change in item.Changes)
                count += change.Impact == impact ? 1 : 0;
        }

        return count;
    }
}
