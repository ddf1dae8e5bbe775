
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Catalog.Naming;
using ZStackGen.Specs.Catalog.Planning;
using ZStackGen.Specs.Catalog.Resolving;

namespace ZStackGen.Specs.Catalog;

/// <summary>
/// The cached results of earlier runs, so that an edit of one page recomputes only the affected results. The cache never changes a result:
/// every cached value is validated against all of its inputs. The cache keeps no page alive; the results of a page are collected with it.
/// </summary>
public sealed class CatalogMemory
{
    internal CollectingMemory Collecting { get; } = new();

    internal NamingMemory Naming { get; } = new();

    internal ResolvingMemory Resolving { get; } = new();

    internal PlanningMemory Planning { get; } = new();
}
