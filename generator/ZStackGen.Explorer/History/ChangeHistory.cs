using System;
using System.Collections.Generic;
using System.Linq;
using ZStackGen.Explorer.Apis;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;

namespace ZStackGen.Explorer.History;

/// <summary>The additions, deprecations and removals of each version, from the same history as <c>zstackgen matrix</c>.</summary>
internal sealed class ChangeHistory
{
    private readonly ILookup<(bool IsType, string Owner), VersionChange> _byOwner;

    private ChangeHistory(IEnumerable<VersionChange> changes)
    {
        // Newest version first. Within a version, the order of the pages.
        Changes = [.. changes.OrderByDescending(static change => change.Version, Comparer<string>.Create(SinceVersion.Compare))];
        _byOwner = Changes.ToLookup(static change => (IsType(change), change.Owner));
    }

    /// <summary>Gets all changes, the newest version first.</summary>
    public IReadOnlyList<VersionChange> Changes { get; }

    /// <summary>Gets the changes of an API.</summary>
    public IEnumerable<VersionChange> OfApi(string api) => _byOwner[(false, api)];

    /// <summary>Gets the changes of a type.</summary>
    public IEnumerable<VersionChange> OfType(string type) => _byOwner[(true, type)];

    /// <summary>Collects the changes.</summary>
    public static ChangeHistory Of(ApiLibrary library) => new(HistoryChange.Of(ApiHistory.Of(library.Catalog))
        .Where(static change => Kind(change.Entry.Kind) is not null)
        .Select(static change => new VersionChange(
            KnownReleases.Shorten(change.Version.Version!), Kind(change.Entry.Kind)!, change.Entry.Owner, change.Entry.Member, HistoryWords.Of(change.Event), change.Version.Provenance)));

    // System tags, enumerations and values are not shown in the explorer.
    private static string? Kind(HistoryKind kind) => kind switch
    {
        HistoryKind.Api => "api",
        HistoryKind.Parameter => "parameter",
        HistoryKind.ResponseField => "result",
        HistoryKind.Type => "type",
        HistoryKind.Field => "field",
        _ => null,
    };

    private static bool IsType(VersionChange change) => change.Kind is "type" or "field";
}
