using System.Collections.Generic;
using System.Threading;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Catalog.Naming;
using ZStackGen.Specs.Catalog.Planning;
using ZStackGen.Specs.Catalog.Resolving;

namespace ZStackGen.Specs.Catalog;

/// <summary>Creates a consistent API from all pages: names and merges structures, merges the pages of an API, resolves types and C# names.</summary>
public static class TypeCatalog
{
    /// <summary>Builds the catalog. The order of <paramref name="pages"/> does not matter, and a page that is listed twice is used once.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="options">The selection of APIs.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The catalog.</returns>
    public static CatalogModel Build(IReadOnlyCollection<CatalogPage> pages, CatalogOptions options, CancellationToken cancellationToken = default) =>
        Build(pages, options, new CatalogMemory(), cancellationToken);

    /// <summary>Builds the catalog with the cached results of earlier runs. The result is the same as without the cache.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="options">The selection of APIs.</param>
    /// <param name="memory">The cache. It also receives the results of this run.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The catalog.</returns>
    public static CatalogModel Build(IReadOnlyCollection<CatalogPage> pages, CatalogOptions options, CatalogMemory memory, CancellationToken cancellationToken = default)
    {
        CollectedPages collected = PageCollector.Collect(pages, options, memory.Collecting);
        cancellationToken.ThrowIfCancellationRequested();
        StructureNames names = StructureNaming.Name(collected, memory.Naming);
        cancellationToken.ThrowIfCancellationRequested();
        ResolvedTypes types = TypeResolver.Resolve(collected, names, options, memory.Resolving, cancellationToken);
        return CatalogPlanner.Plan(collected, names, types, options, memory.Planning, cancellationToken);
    }
}
