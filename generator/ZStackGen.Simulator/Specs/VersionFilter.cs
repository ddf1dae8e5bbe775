using System.Collections.Generic;
using System.Linq;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;

namespace ZStack.Simulation.Specs;

/// <summary>
/// Determines which elements of the pages a version of the server has: no elements that a later version introduced, and no elements that this version
/// or an earlier one removed. An element of an unknown version exists in all versions.
/// </summary>
/// <param name="version">The version; <see langword="null"/> for a server with all elements of the pages.</param>
internal sealed class VersionFilter(string? version)
{
    public bool Has(CatalogAction api) => Has(api.Since, api.Description);

    public bool Has(CatalogMember member) => Has(member.Since, member.Description);

    /// <summary>Returns the names of the members that the version does not have.</summary>
    public IReadOnlySet<string> Omitted(IEnumerable<CatalogMember> members) =>
        version is null ? new HashSet<string>() : members.Where(member => !Has(member)).Select(static member => member.Name).ToHashSet();

    private bool Has(string? since, string? description)
    {
        if (version is null)
            return true;
        bool isNewer = StatedVersion.Parse(since) is { Provenance: VersionProvenance.Exact or VersionProvenance.Inferred, Cloud: { } introduced }
            && SinceVersion.Compare(introduced, version) > 0;
        return !isNewer && (Lifetime.Of(description).Removed is not { } removed || SinceVersion.Compare(removed, version) > 0);
    }
}
