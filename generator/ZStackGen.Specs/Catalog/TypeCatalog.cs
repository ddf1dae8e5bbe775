using System.Collections.Generic;
using System.Threading;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Catalog.Naming;
using ZStackGen.Specs.Catalog.Planning;
using ZStackGen.Specs.Catalog.Resolving;

namespace ZStackGen.Specs.Catalog;

/// <summary>Makes one coherent API of all pages: names and merges structures, merges pages of one API, decides types and C# names.</summary>
public static class TypeCatalog
{
    /// <summary>Builds the catalog. The order of <paramref name="pages"/> does not matter, and a page that is there twice counts once.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="options">Which APIs are wanted.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The catalog.</returns>
    public static CatalogModel Build(IReadOnlyCollection<CatalogPage> pages, CatalogOptions options, CancellationToken cancellationToken = default) =>
        Build(pages, options, new CatalogMemory(), cancellationToken);

    /// <summary>Builds the catalog with what is remembered of earlier ones. The result is the same as without.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="options">Which APIs are wanted.</param>
    /// <param name="memory">What earlier runs decided; takes what this one decides.</param>
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
