using System.Collections.Generic;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Collecting;

/// <summary>The pages of a project without duplicates, grouped by API.</summary>
/// <param name="Groups">The selected APIs, in ordinal order of their names.</param>
/// <param name="TypePages">The structures of type pages, in page order.</param>
/// <param name="Paths">The paths of all pages, in ordinal order.</param>
/// <param name="UnmatchedIncludes">The entries of <see cref="CatalogOptions.Include"/> that match no API; empty if there are no pages.</param>
/// <param name="Findings">The findings.</param>
internal sealed record CollectedPages(
    IReadOnlyList<ApiGroup> Groups,
    IReadOnlyList<StructurePart> TypePages,
    IReadOnlyList<string> Paths,
    EquatableArray<UnmatchedInclude> UnmatchedIncludes,
    IReadOnlyList<CatalogFinding> Findings);
