using System;
using System.Collections.Generic;
using System.Linq;
using ZStackGen.Specs.Catalog;
using ZStackGen.Tool.Apis;

namespace ZStackGen.Tool.Explorer;

/// <summary>The changes of each version, from the version columns of the pages.</summary>
internal sealed class ChangeHistory
{
    private readonly ILookup<string, VersionChange> _byOwner;

    private ChangeHistory(List<VersionChange> changes)
    {
        // Newest version first. Within a version, the order of the pages.
        Changes = [.. changes.OrderByDescending(static change => change.Version, Comparer<string>.Create(SinceVersion.Compare))];
        _byOwner = Changes.ToLookup(static change => change.Owner, StringComparer.Ordinal);
    }

    /// <summary>Gets all changes, the newest version first.</summary>
    public IReadOnlyList<VersionChange> Changes { get; }

    /// <summary>Gets the changes of an API or type.</summary>
    public IEnumerable<VersionChange> Of(string owner) => _byOwner[owner];

    /// <summary>Collects the changes.</summary>
    public static ChangeHistory Of(ApiLibrary library)
    {
        var changes = new List<VersionChange>();
        foreach (ApiEntry api in library.Apis)
        {
            string? since = SinceOf(api.Action);
            Add(changes, "api", api.Name, null, since, null);
            foreach (CatalogMember parameter in api.Action.Parameters)
                Add(changes, "parameter", api.Name, parameter.Name, parameter.Since, since);
            foreach (CatalogMember field in api.Action.Result)
                Add(changes, "result", api.Name, field.Name, field.Since, since);
        }

        foreach (CatalogStructure structure in library.Catalog.Structures)
        {
            string? since = structure.Since ?? Earliest(structure.Members);
            Add(changes, "type", structure.TypeName, null, since, null);
            foreach (CatalogMember field in structure.Members)
                Add(changes, "field", structure.TypeName, field.Name, field.Since, since);
        }

        return new ChangeHistory(changes);
    }

    /// <summary>Gets the version of an API: the page's own, or else that of the oldest parameter, since most pages state versions only in their tables.</summary>
    public static string? SinceOf(CatalogAction action) =>
        action.Since ?? Earliest(action.Parameters) ?? Earliest(action.Result);

    /// <summary>Gets the version without trailing zeros: pages contain both <c>3.1</c> and <c>3.1.0</c> (PROTOCOL.md §8).</summary>
    public static string Normalise(string version)
    {
        string[] parts = version.Split('.');
        int length = parts.Length;
        while (length > 2 && parts[length - 1].Trim('0').Length == 0)
            length--;
        return string.Join('.', parts.Take(length));
    }

    // A member that is as old as its owner is not a separate change.
    private static void Add(List<VersionChange> changes, string kind, string owner, string? name, string? since, string? ownerSince)
    {
        if (!SinceVersion.IsValid(since) || (SinceVersion.IsValid(ownerSince) && SinceVersion.Compare(since!, ownerSince!) <= 0))
            return;
        // If the owner has no version, the fallback 0.6 carries no information.
        if (name is not null && since == SinceVersion.Unknown)
            return;
        changes.Add(new VersionChange(Normalise(since!), kind, owner, name));
    }

    private static string? Earliest(IEnumerable<CatalogMember> members)
    {
        string? since = null;
        foreach (CatalogMember member in members)
            since = SinceVersion.Earliest(since, member.Since);
        return since;
    }
}
