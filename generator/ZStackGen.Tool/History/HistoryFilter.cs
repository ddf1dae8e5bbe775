using ZStackGen.Specs.Model;

namespace ZStackGen.Tool.History;

/// <summary>The releases that are wanted; both bounds are included.</summary>
/// <param name="From">The oldest; <see langword="null"/> without a bound.</param>
/// <param name="To">The newest; <see langword="null"/> without a bound.</param>
internal readonly record struct HistoryFilter(string? From, string? To)
{
    /// <summary>Whether every release is wanted.</summary>
    public bool IsOpen => From is null && To is null;

    /// <summary>Whether a release is wanted. Where a bound is given, an unknown version is not.</summary>
    public bool Takes(string? version) => IsOpen
        || (version is not null && (From is null || VersionNumber.Compare(version, From) >= 0) && (To is null || VersionNumber.Compare(version, To) <= 0));

    /// <summary>Whether a change of an element lies within the bounds.</summary>
    public bool Takes(HistoryEntry entry) => IsOpen
        || Takes(entry.Added.Cloud) || Takes(entry.Ended.DeprecatedSince) || Takes(entry.Ended.Removed);
}
