using System;
using System.Collections.Generic;
using System.Threading;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Catalog.Naming;
using ZStackGen.Specs.Catalog.Planning;
using ZStackGen.Specs.Catalog.Resolving;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog;

/// <summary>
/// The last run of all stages. If an edit changes only the content of a few APIs, it is updated in place: the other pages are compared by reference,
/// and no stage examines them. All other edits need a new run. Not thread-safe: <see cref="CatalogMemory"/> gives it to one caller at a time.
/// </summary>
internal sealed class CatalogRun
{
    // More pages change at once only if a tool rewrites them. A new run is faster then.
    private const int MostEdited = 8;

    private readonly CatalogOptions _options;
    private readonly CatalogMemory _memory;
    private readonly IReadOnlyList<string> _paths;
    private readonly ApiGroup[] _groups;
    private readonly ResolvedAction[] _actions;
    private readonly TypeResolver _resolver;
    private readonly CatalogPlan _plan;
    private CatalogPage[] _pages;

    private CatalogRun(CatalogPage[] pages, CollectedPages collected, ResolvedTypes types, CatalogPlan plan, CatalogOptions options, CatalogMemory memory)
    {
        _pages = pages;
        _paths = collected.Paths;
        _groups = [.. collected.Groups];
        _actions = [.. types.Actions];
        _resolver = types.Resolver;
        _plan = plan;
        _options = options;
        _memory = memory;
        Model = plan.Model;
    }

    /// <summary>Gets the catalog.</summary>
    public CatalogModel Model { get; private set; }

    /// <summary>Runs all stages.</summary>
    public static CatalogRun Start(CatalogPage[] pages, CatalogOptions options, CatalogMemory memory, CancellationToken cancellationToken)
    {
        CollectedPages collected = PageCollector.Collect(pages, options, memory.Collecting);
        cancellationToken.ThrowIfCancellationRequested();
        StructureNames names = StructureNaming.Name(collected, memory.Naming);
        cancellationToken.ThrowIfCancellationRequested();
        ResolvedTypes types = TypeResolver.Resolve(collected, names, options, memory.Resolving, cancellationToken);
        CatalogPlan plan = CatalogPlanner.Plan(collected, names, types, options, memory.Planning, cancellationToken);
        return new CatalogRun(pages, collected, types, plan, options, memory);
    }

    /// <summary>Updates the catalog for edited pages. If the result is <see langword="false"/>, the instance must not be used again.</summary>
    public bool TryUpdate(CatalogPage[] pages, CatalogOptions options)
    {
        if (pages.Length != _pages.Length || !options.Equals(_options) || Edited(pages) is not { } edited)
            return false;
        foreach (int place in edited)
        {
            if (!PageEdit.IsLocal(_pages[place], pages[place]))
                return false;
        }

        foreach (int place in edited)
        {
            for (int i = 0; i < pages[place].Apis.Length; i++)
            {
                if (!TryReplace(_pages[place].Apis[i], pages[place].Apis[i]))
                    return false;
            }
        }

        _pages = pages;
        return true;
    }

    /// <summary>Returns the places of the edited pages; <see langword="null"/> if there are too many.</summary>
    private List<int>? Edited(CatalogPage[] pages)
    {
        var edited = new List<int>();
        for (int i = 0; i < pages.Length; i++)
        {
            if (ReferenceEquals(pages[i], _pages[i]))
                continue;
            if (edited.Count == MostEdited)
                return null;
            edited.Add(i);
        }

        return edited;
    }

    private bool TryReplace(ApiPart part, ApiPart edited)
    {
        string name = part.Api.Name;
        int place = Find(_groups, name, static group => group.Name);
        // Not selected by the options.
        if (place < 0)
            return true;
        if (_groups[place].Parts.Length > 1 || !ReferenceEquals(_groups[place].Primary, part))
            return false;
        var group = ApiGroup.Of(edited);
        int action = Find(_actions, name, static resolved => resolved.Group.Name);
        // Newer than the target version: the tables of the page count, but there is no action.
        if (action < 0)
            return false;
        if (_resolver.ResolveEdited(part, group) is not { } resolved)
            return false;
        var replaced = new ResolvedAction(group, resolved.After.Value);
        if (CatalogPlanner.PlanEdited(_plan, resolved.Before.Value, replaced, _options, _memory.Planning) is not { } planned)
            return false;
        _groups[place] = group;
        _actions[action] = replaced;
        CatalogAction[] actions = Model.Actions.AsSpan().ToArray();
        actions[Find(actions, name, static planned => planned.Name)] = planned.Action;
        Model = Model with
        {
            Actions = new EquatableArray<CatalogAction>(actions),
            Findings = Findings([.. resolved.Before.Findings, .. planned.Before], [.. resolved.After.Findings, .. planned.After]),
        };
        return true;
    }

    private EquatableArray<CatalogFinding> Findings(CatalogFinding[] before, CatalogFinding[] after)
    {
        if (new EquatableArray<CatalogFinding>(before) == new EquatableArray<CatalogFinding>(after))
            return Model.Findings;
        var findings = new List<CatalogFinding>(Model.Findings);
        foreach (CatalogFinding finding in before)
            findings.Remove(finding);
        findings.AddRange(after);
        return CatalogPlanner.InOrder(findings, _paths);
    }

    /// <summary>Returns the place of an item among items in ordinal order of their names; a negative number if there is none.</summary>
    private static int Find<T>(T[] items, string name, Func<T, string> nameOf)
    {
        int low = 0, high = items.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            int order = string.CompareOrdinal(nameOf(items[middle]), name);
            if (order == 0)
                return middle;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return -1;
    }
}
