using System.Collections.Generic;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Collecting;

/// <summary>The pages of a project, each once, with those of one API together.</summary>
/// <param name="Groups">The APIs that are wanted, in ordinal order of their names.</param>
/// <param name="TypePages">The structures that have pages of their own, in page order.</param>
/// <param name="Paths">The paths of all pages, in ordinal order.</param>
/// <param name="UnmatchedIncludes">Wildcards of <see cref="CatalogOptions.Include"/> that match no API; none where the pages have no API.</param>
/// <param name="Findings">What was reported.</param>
internal sealed record CollectedPages(
    IReadOnlyList<ApiGroup> Groups,
    IReadOnlyList<StructurePart> TypePages,
    IReadOnlyList<string> Paths,
    EquatableArray<UnmatchedInclude> UnmatchedIncludes,
    IReadOnlyList<CatalogFinding> Findings);
