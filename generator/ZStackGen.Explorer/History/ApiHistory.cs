using System;
using System.Collections.Generic;
using System.Linq;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;

namespace ZStackGen.Explorer.History;

/// <summary>Collects the versions that added, deprecated or removed each API, parameter, field and value of a catalog.</summary>
internal static class ApiHistory
{
    /// <summary>Returns the history of all elements of a catalog: owners in ordinal order, each followed by its members in ordinal order.</summary>
    public static IReadOnlyList<HistoryEntry> Of(CatalogModel catalog)
    {
        var entries = new List<HistoryEntry>();
        foreach (CatalogAction action in catalog.Actions.OrderBy(static action => action.Name, StringComparer.Ordinal))
        {
            StatedVersion added = AddedOf(action);
            entries.Add(new HistoryEntry(HistoryKind.Api, action.Name, null, null, added, EndOf(action.Description), false));
            AddMembers(entries, HistoryKind.Parameter, action.Name, added, action.Parameters);
            AddMembers(entries, HistoryKind.ResponseField, action.Name, added, action.Result);
            foreach (CatalogSystemTag tag in action.SystemTags.DistinctBy(static tag => tag.Tag, StringComparer.Ordinal).OrderBy(static tag => tag.Tag, StringComparer.Ordinal))
                entries.Add(Member(HistoryKind.SystemTag, action.Name, tag.Tag, tag.Since, tag.Description, added));
        }

        foreach (CatalogStructure structure in catalog.Structures.OrderBy(static structure => structure.TypeName, StringComparer.Ordinal))
        {
            StatedVersion added = AddedOf(structure);
            entries.Add(new HistoryEntry(HistoryKind.Type, structure.TypeName, null, null, added, EndOf(structure.Description), false));
            AddMembers(entries, HistoryKind.Field, structure.TypeName, added, structure.Members);
        }

        foreach (CatalogEnumeration enumeration in catalog.Enumerations.OrderBy(static enumeration => enumeration.TypeName, StringComparer.Ordinal))
        {
            entries.Add(new HistoryEntry(HistoryKind.Enumeration, enumeration.TypeName, null, null, Spelled(enumeration.Since), EndOf(enumeration.Description), false));
            foreach (string value in enumeration.Values.Select(static value => value.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
                entries.Add(new HistoryEntry(HistoryKind.Value, enumeration.TypeName, null, value, default, default, false));
        }

        return entries;
    }

    /// <summary>
    /// Returns the version of an API: the version on its page, or else the version inferred from its oldest parameter or field.
    /// Many pages state versions only in their tables.
    /// </summary>
    public static StatedVersion AddedOf(CatalogAction action) =>
        action.Since is not null ? Spelled(action.Since) : Inferred(action.Parameters.Count > 0 ? action.Parameters : action.Result);

    /// <summary>Returns the version of a structure: the version on its page, or else the version inferred from its oldest field.</summary>
    public static StatedVersion AddedOf(CatalogStructure structure) =>
        structure.Since is not null ? Spelled(structure.Since) : Inferred(structure.Members);

    /// <summary>Parses the version text of a page and returns the version in the spelling of its release.</summary>
    public static StatedVersion Spelled(string? since)
    {
        StatedVersion stated = StatedVersion.Parse(since);
        return stated.Cloud is { } version ? stated with { Version = KnownReleases.Normalize(version) } : stated;
    }

    private static StatedVersion Inferred(IEnumerable<CatalogMember> members)
    {
        string? oldest = null;
        foreach (CatalogMember member in members)
            oldest = SinceVersion.Earliest(oldest, member.Since);
        StatedVersion stated = Spelled(oldest);
        return stated.Provenance == VersionProvenance.Exact ? stated with { Provenance = VersionProvenance.Inferred } : stated;
    }

    private static void AddMembers(List<HistoryEntry> entries, HistoryKind kind, string owner, StatedVersion ownerAdded, IEnumerable<CatalogMember> members)
    {
        foreach (CatalogMember member in members.OrderBy(static member => member.Name, StringComparer.Ordinal))
        {
            entries.Add(Member(kind, owner, member.Name, member.Since, member.Description, ownerAdded));
            // Pages do not state the version of a value. The value can be newer than its member.
            foreach (string value in member.Values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
                entries.Add(new HistoryEntry(HistoryKind.Value, owner, member.Name, value, default, default, false) { ValueOf = kind });
        }
    }

    private static HistoryEntry Member(HistoryKind kind, string owner, string name, string? since, string? description, StatedVersion ownerAdded)
    {
        StatedVersion added = Spelled(since);
        bool withOwner = added.Cloud is { } version && ownerAdded.Cloud is { } ownerVersion && VersionNumber.Compare(version, ownerVersion) <= 0;
        return new HistoryEntry(kind, owner, name, null, added, EndOf(description), withOwner);
    }

    private static Lifetime EndOf(string? description)
    {
        Lifetime ended = Lifetime.Of(description);
        return ended with
        {
            DeprecatedSince = ended.DeprecatedSince is { } deprecated ? KnownReleases.Normalize(deprecated) : null,
            Removed = ended.Removed is { } removed ? KnownReleases.Normalize(removed) : null,
        };
    }
}
