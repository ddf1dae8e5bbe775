
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Catalog.Naming;
using ZStackGen.Specs.Catalog.Planning;
using ZStackGen.Specs.Catalog.Resolving;

namespace ZStackGen.Specs.Catalog;

/// <summary>
/// What earlier runs decided, so that an edit of one page of thousands decides again only what the page has to do with. It changes no
/// result: whatever is taken from it is checked against all that it was made of. It keeps no page: what was decided of a page goes with it.
/// </summary>
public sealed class CatalogMemory
{
    internal CollectingMemory Collecting { get; } = new();

    internal NamingMemory Naming { get; } = new();

    internal ResolvingMemory Resolving { get; } = new();

    internal PlanningMemory Planning { get; } = new();
}
