using System;
using System.Collections.Generic;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Assembly;

/// <summary>The API or type whose members are checked.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Since">The version in which it appeared; <see langword="null"/> when members may be older.</param>
internal readonly record struct VersionOwner(string Name, string? Since)
{
    /// <summary>The owner with the version that its page states.</summary>
    public static VersionOwner Of(string name, string? since) =>
        // A version that the owner has at the latest says nothing about a member that is older.
        new(name, StatedVersion.Parse(since) is { Provenance: VersionProvenance.Exact or VersionProvenance.Inferred } stated ? stated.Cloud : null);
}

/// <summary>Checks the versions in which an element came and went against each other and against the releases that are known.</summary>
internal sealed class VersionChecks(PageReading reading)
{
    private static readonly string s_newest = KnownReleases.Versions[KnownReleases.Versions.Count - 1];

    private HashSet<string>? _unknown;

    /// <summary>Checks an element.</summary>
    /// <param name="owner">The API or type that has the element; the default for an API or type itself.</param>
    /// <param name="name">The element's name.</param>
    /// <param name="since">The version in which it appeared, as written.</param>
    /// <param name="description">The description, whose phrases say when it was deprecated or removed.</param>
    /// <param name="place">Where the version stands, else the element.</param>
    public void Check(VersionOwner owner, string name, string? since, string? description, TextRange place)
    {
        string? added = StatedVersion.Parse(since).Cloud;
        if (added is not null)
        {
            Known(added, place);
            if (owner.Since is not null && VersionNumber.Compare(added, owner.Since) < 0)
                reading.Findings.Add(FindingRules.OlderThanOwner, place, $"{Excerpt.Of(name)} is there since {added}, but {Excerpt.Of(owner.Name)} only since {owner.Since}.");
        }

        Lifetime lifetime = Lifetime.Of(description);
        if (lifetime.IsCurrent)
            return;
        Ends(name, "removed", added, lifetime.Removed, place);
        Ends(name, "deprecated", added, lifetime.DeprecatedSince, place);
    }

    private void Ends(string name, string what, string? added, string? version, TextRange place)
    {
        if (version is null)
            return;
        Known(version, place);
        if (added is not null && VersionNumber.Compare(version, added) <= 0)
            reading.Findings.Add(FindingRules.RemovedBeforeAdded, place, $"{Excerpt.Of(name)} is {what} in {version}, but it is there since {added}.");
    }

    // Each version once a page. A release that is newer than all known ones may well exist.
    private void Known(string version, TextRange place)
    {
        if (!KnownReleases.Contains(version) && VersionNumber.Compare(version, s_newest) < 0 && (_unknown ??= new HashSet<string>(StringComparer.Ordinal)).Add(version))
            reading.Findings.Add(FindingRules.UnknownRelease, place, $"ZStack has no known release {Excerpt.Of(version)}.");
    }
}
