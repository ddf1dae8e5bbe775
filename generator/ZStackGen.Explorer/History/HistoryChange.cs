using System;
using System.Collections.Generic;
using System.Linq;
using ZStackGen.Specs.Model;

namespace ZStackGen.Explorer.History;

/// <summary>Specifies the change of an element in a release.</summary>
internal enum HistoryEvent
{
    /// <summary>The release added the element.</summary>
    Added,

    /// <summary>The release deprecated the element.</summary>
    Deprecated,

    /// <summary>The release removed the element.</summary>
    Removed,
}

/// <summary>Represents a change of an element in a release.</summary>
/// <param name="Version">The release; unknown if the pages state the change without a version.</param>
/// <param name="Event">The kind of change.</param>
/// <param name="Entry">The history of the element.</param>
internal sealed record HistoryChange(StatedVersion Version, HistoryEvent Event, HistoryEntry Entry)
{
    /// <summary>Returns the changes with a known version, in the order of the releases.</summary>
    /// <param name="entries">The history of the elements.</param>
    /// <param name="all">A predicate that selects elements to list completely: also members as old as their owner, and, at the end, changes without a version.</param>
    public static IReadOnlyList<HistoryChange> Of(IEnumerable<HistoryEntry> entries, Func<HistoryEntry, bool>? all = null)
    {
        var changes = new List<HistoryChange>();
        foreach (HistoryEntry entry in entries)
        {
            bool isWhole = all?.Invoke(entry) ?? false;
            if (isWhole || (entry.Added.Cloud is not null && !entry.CameWithOwner))
                changes.Add(new HistoryChange(entry.Added.Cloud is null ? default : entry.Added, HistoryEvent.Added, entry));
            if (entry.Ended.DeprecatedSince is { } deprecated)
                changes.Add(new HistoryChange(new StatedVersion(deprecated, VersionProvenance.Exact), HistoryEvent.Deprecated, entry));
            else if (isWhole && entry.Ended.IsDeprecated)
                changes.Add(new HistoryChange(default, HistoryEvent.Deprecated, entry));
            if (entry.Ended.Removed is { } removed)
                changes.Add(new HistoryChange(new StatedVersion(removed, VersionProvenance.Exact), HistoryEvent.Removed, entry));
        }

        // The sort is stable, so elements with equal keys keep the order of the history.
        return [.. changes.OrderBy(static change => change.Version.Version is null)
            .ThenBy(static change => change.Version.Version ?? "", Comparer<string>.Create(CompareVersions))
            .ThenBy(static change => change.Version.Provenance != VersionProvenance.AtMost)
            .ThenBy(static change => change.Event)
            .ThenBy(static change => change.Entry.Kind)];
    }

    private static int CompareVersions(string left, string right) =>
        left.Length == 0 || right.Length == 0 ? left.Length.CompareTo(right.Length) : VersionNumber.Compare(left, right);
}
