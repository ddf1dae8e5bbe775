using System.Collections.Generic;
using System.Threading;
using ZStackGen.Specs.Catalog.Collecting;

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
        // A copy, because the run keeps the pages.
        CatalogPage[] given = new CatalogPage[pages.Count];
        int count = 0;
        foreach (CatalogPage page in pages)
            given[count++] = page;
        CatalogRun? run = memory.TakeRun();
        if (run is null || !run.TryUpdate(given, options))
            run = CatalogRun.Start(given, options, memory, cancellationToken);
        memory.KeepRun(run);
        return run.Model;
    }
}
