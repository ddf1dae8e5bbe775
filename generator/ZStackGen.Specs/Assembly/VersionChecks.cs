using System;
using System.Collections.Generic;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Assembly;

/// <summary>Represents the owner of the checked members: an API or a type.</summary>
/// <param name="Name">The name of the API or type.</param>
/// <param name="Since">The version that introduced the API or type; <see langword="null"/> if members can be older.</param>
internal readonly record struct VersionOwner(string Name, string? Since)
{
    /// <summary>Creates an owner with the version that its page states.</summary>
    public static VersionOwner Of(string name, string? since) =>
        // With an upper bound, the owner can be older than the stated version, and so can its members.
        new(name, StatedVersion.Parse(since) is { Provenance: VersionProvenance.Exact or VersionProvenance.Inferred } stated ? stated.Cloud : null);
}

/// <summary>Checks the versions that added, deprecated or removed an element, against each other and against the known releases.</summary>
internal sealed class VersionChecks(PageReading reading)
{
    private static readonly string s_newest = KnownReleases.Versions[KnownReleases.Versions.Count - 1];

    private HashSet<string>? _unknown;

    /// <summary>Checks the versions of an element.</summary>
    /// <param name="owner">The API or type that contains the element; the default value for an API or type.</param>
    /// <param name="name">The name of the element.</param>
    /// <param name="since">The version that introduced the element, as written on the page.</param>
    /// <param name="description">The description. Its phrases state the versions that deprecated or removed the element.</param>
    /// <param name="place">The position of the version, or else of the element.</param>
    public void Check(VersionOwner owner, string name, string? since, string? description, TextRange place)
    {
        string? added = StatedVersion.Parse(since).Cloud;
        if (added is not null)
        {
            Known(added, place);
            if (owner.Since is not null && VersionNumber.Compare(added, owner.Since) < 0)
                reading.Findings.Add(FindingRules.OlderThanOwner, place, $"{Excerpt.Of(name)} has existed since {added}, but {Excerpt.Of(owner.Name)} only since {owner.Since}.");
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
            reading.Findings.Add(FindingRules.RemovedBeforeAdded, place, $"{Excerpt.Of(name)} is {what} in {version}, but it has existed only since {added}.");
    }

    // Report each version once per page. A version newer than all known releases can exist, so it is not reported. A single number is an
    // invalid version, which is another finding.
    private void Known(string version, TextRange place)
    {
        if (VersionText.IsPlain(version.AsSpan()) && !KnownReleases.Contains(version) && VersionNumber.Compare(version, s_newest) < 0 && (_unknown ??= new HashSet<string>(StringComparer.Ordinal)).Add(version))
            reading.Findings.Add(FindingRules.UnknownRelease, place, $"ZStack has no known release {Excerpt.Of(version)}.");
    }
}
