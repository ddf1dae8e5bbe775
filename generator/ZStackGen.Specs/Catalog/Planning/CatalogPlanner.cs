using System.Collections.Generic;
using System.Threading;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Catalog.Naming;
using ZStackGen.Specs.Catalog.Resolving;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Planning;

/// <summary>The last stage: gives everything its C# name, ties structures to their bases, and chooses their queries.</summary>
internal static class CatalogPlanner
{
    public static CatalogModel Plan(CollectedPages pages, StructureNames tables, ResolvedTypes types, CatalogOptions options, PlanningMemory memory, CancellationToken cancellationToken)
    {
        var findings = new List<CatalogFinding>();
        findings.AddRange(pages.Findings);
        findings.AddRange(tables.Findings);
        findings.AddRange(types.Findings);
        var names = new IdentifierPlan(ReservedNames.Type);
        var plan = new ActionPlan(names, options, memory, findings);
        var actions = new List<CatalogAction>(types.Actions.Count);
        foreach (ResolvedAction action in types.Actions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            actions.Add(plan.Make(action));
        }

        var structurePlan = new StructurePlan(types.Structures, memory, findings);
        Dictionary<string, string> renamed = structurePlan.NameTypes(names);
        EquatableArray<CatalogStructure> structures = structurePlan.Make(renamed, out EquatableArray<CatalogEnumeration> enumerations);
        CatalogAction[] finished = TypeRenaming.Apply(actions, renamed);
        return new CatalogModel(
            new EquatableArray<CatalogAction>(finished),
            QueryPlan.Apply(structures, finished, renamed, memory),
            enumerations,
            InOrder(findings)) { UnmatchedIncludes = pages.UnmatchedIncludes };
    }

    private static EquatableArray<CatalogFinding> InOrder(List<CatalogFinding> findings)
    {
        findings.Sort(static (left, right) =>
        {
            int order = string.CompareOrdinal(left.Path, right.Path);
            if (order == 0)
                order = string.CompareOrdinal(left.ElementKey, right.ElementKey);
            if (order == 0)
                order = string.CompareOrdinal(left.Rule, right.Rule);
            return order != 0 ? order : string.CompareOrdinal(left.Message, right.Message);
        });
        return findings.ToEquatableArray();
    }
}
