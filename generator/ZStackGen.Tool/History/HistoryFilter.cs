using ZStackGen.Explorer.History;
using ZStackGen.Specs.Model;

namespace ZStackGen.Tool.History;

/// <summary>Represents a range of releases. Both bounds are inclusive.</summary>
/// <param name="From">The oldest release; <see langword="null"/> for no lower bound.</param>
/// <param name="To">The newest release; <see langword="null"/> for no upper bound.</param>
internal readonly record struct HistoryFilter(string? From, string? To)
{
    /// <summary>Gets a value that indicates whether the range has no bounds.</summary>
    public bool IsOpen => From is null && To is null;

    /// <summary>Determines whether a release is in the range. An unknown version is in the range only without bounds.</summary>
    public bool Takes(string? version) => IsOpen
        || (version is not null && (From is null || VersionNumber.Compare(version, From) >= 0) && (To is null || VersionNumber.Compare(version, To) <= 0));

    /// <summary>Determines whether any change of an element is in the range.</summary>
    public bool Takes(HistoryEntry entry) => IsOpen
        || Takes(entry.Added.Cloud) || Takes(entry.Ended.DeprecatedSince) || Takes(entry.Ended.Removed);
}
