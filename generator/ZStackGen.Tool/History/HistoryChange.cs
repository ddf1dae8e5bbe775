using System;
using System.Collections.Generic;
using System.Linq;
using ZStackGen.Specs.Model;

namespace ZStackGen.Tool.History;

/// <summary>What a release did to an element.</summary>
internal enum HistoryEvent
{
    /// <summary>It appeared.</summary>
    Added,

    /// <summary>It was deprecated.</summary>
    Deprecated,

    /// <summary>It was removed.</summary>
    Removed,
}

/// <summary>One change that a release made.</summary>
/// <param name="Version">The release; unknown where only the change is known.</param>
/// <param name="Event">What the release did.</param>
/// <param name="Entry">The element.</param>
internal sealed record HistoryChange(StatedVersion Version, HistoryEvent Event, HistoryEntry Entry)
{
    /// <summary>The changes of which the version is known, in the order of the releases.</summary>
    /// <param name="entries">The history.</param>
    /// <param name="all">Whether members that came with their owner are listed as well, and changes without a version behind all others.</param>
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

        // The sort is stable: within a release and an event the elements keep the order of the history.
        return [.. changes.OrderBy(static change => change.Version.Version is null)
            .ThenBy(static change => change.Version.Version ?? "", Comparer<string>.Create(CompareVersions))
            .ThenBy(static change => change.Version.Provenance != VersionProvenance.AtMost)
            .ThenBy(static change => change.Event)
            .ThenBy(static change => change.Entry.Kind)];
    }

    private static int CompareVersions(string left, string right) =>
        left.Length == 0 || right.Length == 0 ? left.Length.CompareTo(right.Length) : VersionNumber.Compare(left, right);
}
