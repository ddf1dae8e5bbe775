using System;
using System.Collections.Generic;
using System.Threading;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Catalog.Naming;
using ZStackGen.Specs.Catalog.Planning;
using ZStackGen.Specs.Catalog.Resolving;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog;

/// <summary>Makes one coherent API of all pages: names and merges structures, merges pages of one API, decides types and C# names.</summary>
public static class TypeCatalog
{
    /// <summary>Builds the catalog. The order of <paramref name="pages"/> does not matter, and a page that is there twice counts once.</summary>
    public static CatalogModel Build(IReadOnlyCollection<CatalogPage> pages, CatalogOptions options, CancellationToken cancellationToken = default)
    {
        var sorted = new CatalogPage[pages.Count];
        int count = 0;
        foreach (CatalogPage page in pages)
            sorted[count++] = page;
        Sort(sorted);

        var findings = new List<CatalogFinding>();
        var parts = new List<ApiPart>();
        var typePages = new List<StructurePart>();
        for (int i = 0; i < sorted.Length; i++)
        {
            CatalogPage page = sorted[i];
            if (i > 0 && string.Equals(page.Page.Path, sorted[i - 1].Page.Path, StringComparison.Ordinal))
                continue;
            typePages.AddRange(page.Types);
            foreach (ApiPart part in page.Apis)
            {
                if (options.IsIncluded(part.Api.Name))
                    parts.Add(part);
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
        List<ApiGroup> groups = ApiGroup.Make(parts, findings);
        var ordered = new List<ApiPart>(parts.Count);
        foreach (ApiGroup group in groups)
            ordered.AddRange(group.Parts);

        var naming = new StructureNaming(findings);
        naming.NameAll(ordered, typePages);
        cancellationToken.ThrowIfCancellationRequested();

        var structures = new StructureCatalog(naming, options, findings);
        structures.Collect(typePages, ordered);
        var actions = new List<CatalogAction>(groups.Count);
        var names = new IdentifierPlan(IdentifierPlan.TypeNames);
        var builder = new ActionCatalog(structures, options, findings);
        foreach (ApiGroup group in groups)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (options.IsOmitted(group.Since()))
                continue;
            actions.Add(builder.Build(group, names));
        }

        // With a filter only what the wanted APIs need is generated; without one a type page alone is reason enough.
        if (options.Include.Count == 0 && options.Exclude.Count == 0)
        {
            foreach (StructurePart page in typePages)
                structures.Need(naming[page]);
        }

        structures.ResolveNeeded(cancellationToken);
        Dictionary<string, string> renamed = structures.PlanNames(names);
        EquatableArray<CatalogStructure> resolved = structures.Finish(renamed, out EquatableArray<CatalogEnumeration> enumerations);
        CatalogAction[] finished = TypeRenaming.Apply(actions, renamed);
        enumerations = SharedEnumerations.Apply(finished, ref resolved, enumerations, names);
        findings.Sort(static (left, right) =>
        {
            int order = string.CompareOrdinal(left.Path, right.Path);
            if (order == 0)
                order = string.CompareOrdinal(left.ElementKey, right.ElementKey);
            if (order == 0)
                order = string.CompareOrdinal(left.Rule, right.Rule);
            return order != 0 ? order : string.CompareOrdinal(left.Message, right.Message);
        });
        return new CatalogModel(
            new EquatableArray<CatalogAction>(finished),
            QueryPlan.Apply(resolved, finished, renamed),
            enumerations,
            findings.ToEquatableArray()) { UnmatchedIncludes = options.UnmatchedIncludes(pages) };
    }

    /// <summary>Hosts mostly hand files over in order, and a look costs less than a sort.</summary>
    private static void Sort(CatalogPage[] pages)
    {
        for (int i = 1; i < pages.Length; i++)
        {
            if (string.CompareOrdinal(pages[i - 1].Page.Path, pages[i].Page.Path) <= 0)
                continue;
            Array.Sort(pages, static (left, right) => string.CompareOrdinal(left.Page.Path, right.Page.Path));
            return;
        }
    }
}
