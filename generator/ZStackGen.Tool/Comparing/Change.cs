using System.Collections.Generic;

namespace ZStackGen.Tool.Comparing;

/// <summary>The effect of a change on a program built for the old pages.</summary>
internal enum ChangeImpact
{
    /// <summary>The code may no longer compile, or calls may fail or change their meaning.</summary>
    Breaking,

    /// <summary>The program continues to work.</summary>
    Compatible,

    /// <summary>Only documentation differs: descriptions, or a version that one side does not state.</summary>
    Documentation,
}

/// <summary>The kind of a change.</summary>
internal enum ChangeKind
{
    /// <summary>Only the new pages have the element.</summary>
    Added,

    /// <summary>Only the old pages have the element.</summary>
    Removed,

    /// <summary>Both have the element, and it differs.</summary>
    Changed,
}

/// <summary>A difference between two sets of pages.</summary>
/// <param name="Kind">The kind of the change.</param>
/// <param name="Element">The changed element: <c>API</c>, <c>parameter</c>, <c>response field</c>, <c>structure</c>, <c>field</c>, <c>enumeration</c>, <c>value</c>.</param>
/// <param name="Member">The parameter's, field's or value's name; <see langword="null"/> for the API or structure itself.</param>
/// <param name="Aspect">The changed property of the element (<c>path</c>, <c>type</c>, <c>required</c>, …), if its kind is <see cref="ChangeKind.Changed"/>.</param>
/// <param name="Before">The old state as text.</param>
/// <param name="After">The new state as text.</param>
/// <param name="Impact">The effect on a program.</param>
/// <param name="Reason">The reason for the impact.</param>
internal sealed record Change(
    ChangeKind Kind, string Element, string? Member, string? Aspect, string? Before, string? After, ChangeImpact Impact, string Reason)
{
    /// <summary>Gets the version of ZStack that made the change; <see langword="null"/> if the pages do not state it.</summary>
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

/// <summary>All differences between two sets of pages.</summary>
/// <param name="Categories">The changed APIs by category, in ordinal order.</param>
/// <param name="Types">The changed structures and enumerations in ordinal order.</param>
/// <param name="Notes">The elements that could not be compared, with the reason.</param>
internal sealed record ChangeReport(IReadOnlyList<ChangedCategory> Categories, IReadOnlyList<ChangedItem> Types, IReadOnlyList<string> Notes)
{
    /// <summary>Returns the number of changes with an impact.</summary>
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
