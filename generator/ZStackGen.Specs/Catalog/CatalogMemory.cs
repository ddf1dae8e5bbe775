using System.Threading;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Catalog.Naming;
using ZStackGen.Specs.Catalog.Planning;
using ZStackGen.Specs.Catalog.Resolving;

namespace ZStackGen.Specs.Catalog;

/// <summary>
/// The cached results of earlier runs, so that an edit of one page recomputes only the affected results. The cache never changes a result:
/// every cached value is validated against all of its inputs. The cache keeps only the pages of the last run alive; the results of other pages are
/// collected with them.
/// </summary>
public sealed class CatalogMemory
{
    private CatalogRun? _run;

    internal CollectingMemory Collecting { get; } = new();

    internal NamingMemory Naming { get; } = new();

    internal ResolvingMemory Resolving { get; } = new();

    internal PlanningMemory Planning { get; } = new();

    /// <summary>Returns the last run; <see langword="null"/> if there is none, or if another thread is using it.</summary>
    internal CatalogRun? TakeRun() => Interlocked.Exchange(ref _run, null);

    /// <summary>Keeps a run for the next edit.</summary>
    internal void KeepRun(CatalogRun run) => Volatile.Write(ref _run, run);
}
