using System;
using System.Collections.Generic;
using System.Threading;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Catalog.Naming;
using ZStackGen.Specs.Catalog.Resolving;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Planning;

/// <summary>The last stage: assigns all C# names, links structures to their bases, and selects their queries.</summary>
internal static class CatalogPlanner
{
    public static CatalogPlan Plan(CollectedPages pages, StructureNames tables, ResolvedTypes types, CatalogOptions options, PlanningMemory memory, CancellationToken cancellationToken)
    {
        var findings = new List<CatalogFinding>();
        findings.AddRange(pages.Findings);
        findings.AddRange(tables.Findings);
        findings.AddRange(types.Findings);
        var names = new IdentifierPlan(ReservedNames.Type);
        var plan = new ActionPlan(options, memory, findings);
        var actions = new List<CatalogAction>(types.Actions.Count);
        foreach (ResolvedAction action in types.Actions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            actions.Add(plan.Make(action, names));
        }

        var structurePlan = new StructurePlan(types.Structures, memory, findings);
        Dictionary<string, string> renamed = structurePlan.NameTypes(names);
        EquatableArray<CatalogStructure> structures = structurePlan.Make(renamed, out EquatableArray<CatalogEnumeration> enumerations);
        CatalogAction[] finished = TypeRenaming.Apply(actions, renamed);
        var shared = SharedEnumerations.Apply(finished, ref structures, ref enumerations, new EnumerationPages(pages, enumerations), names, memory);
        var model = new CatalogModel(
            new EquatableArray<CatalogAction>(finished),
            QueryPlan.Apply(structures, finished, renamed, memory),
            enumerations,
            InOrder(findings, pages.Paths))
        { UnmatchedIncludes = pages.UnmatchedIncludes };
        return new CatalogPlan(model, renamed, shared);
    }

    /// <summary>Plans the action of an edited page again.</summary>
    /// <param name="plan">The plan of all APIs.</param>
    /// <param name="before">The resolved API before the edit.</param>
    /// <param name="edited">The resolved API after the edit. It refers to the same types.</param>
    /// <param name="options">The options of the plan.</param>
    /// <param name="memory">The cache.</param>
    /// <returns>The action, and the findings before and after the edit; <see langword="null"/> if the edit can affect other classes.</returns>
    public static (CatalogAction Action, CatalogFinding[] Before, CatalogFinding[] After)? PlanEdited(CatalogPlan plan, ResolvedApi before, ResolvedAction edited, CatalogOptions options, PlanningMemory memory)
    {
        if (!memory.Actions.TryGet(before, out PlannedAction? earlier))
            return null;
        PlannedAction planned = new ActionPlan(options, memory, []).MakeAnew(edited, earlier.Action.TypeName);
        if (planned.Action.Enumerations != earlier.Action.Enumerations || !QueryPlan.AreSame(earlier.Action, planned.Action))
            return null;
        return (plan.Shared.Apply(TypeRenaming.Apply(planned.Action, plan.Renamed), memory), earlier.Findings, planned.Findings);
    }

    /// <summary>Sorts findings by path, element and rule. The paths are already sorted, so only the findings of each page need sorting.</summary>
    public static EquatableArray<CatalogFinding> InOrder(List<CatalogFinding> findings, IReadOnlyList<string> paths)
    {
        if (findings.Count == 0)
            return default;
        var byPath = new Dictionary<string, List<CatalogFinding>>(StringComparer.Ordinal);
        foreach (CatalogFinding finding in findings)
        {
            if (!byPath.TryGetValue(finding.Path, out List<CatalogFinding>? page))
                byPath.Add(finding.Path, page = []);
            page.Add(finding);
        }

        var sorted = new List<CatalogFinding>(findings.Count);
        foreach (string path in paths)
        {
            if (!byPath.TryGetValue(path, out List<CatalogFinding>? page))
                continue;
            if (page.Count > 1)
                page.Sort(Compare);
            sorted.AddRange(page);
        }

        return sorted.ToEquatableArray();
    }

    private static int Compare(CatalogFinding left, CatalogFinding right)
    {
        int order = string.CompareOrdinal(left.ElementKey, right.ElementKey);
        if (order == 0)
            order = string.CompareOrdinal(left.Rule, right.Rule);
        return order != 0 ? order : string.CompareOrdinal(left.Message, right.Message);
    }
}
