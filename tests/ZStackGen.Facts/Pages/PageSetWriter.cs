using System;
using System.Collections.Generic;
using System.Linq;
using ZStackGen.Facts.Merging;
using ZStackGen.Specs.Model;

namespace ZStackGen.Facts.Pages;

/// <summary>Writes missing pages, and adds missing rows to existing pages.</summary>
internal sealed class PageSetWriter(MergedFacts facts, PageBuilder builder, PageFolder folder)
{
    private readonly SortedSet<string> _changed = new(StringComparer.Ordinal);

    /// <summary>Returns the path of an API's page.</summary>
    public static string PathOf(MergedApi api) => $"{api.Category}/{api.Name}.md";

    /// <summary>Composes the pages, in memory.</summary>
    public void Compose()
    {
        foreach (MergedStructure structure in facts.Structures.Values)
            Put(structure);
        foreach (MergedApi api in facts.Apis.Values)
            Put(api);
    }

    /// <summary>Saves the composed pages. Links depend on all pages, so nothing is saved before.</summary>
    /// <returns>The paths of the changed pages.</returns>
    public IReadOnlyList<string> Save() => [.. _changed.Where(folder.Save)];

    private void Put(MergedStructure structure)
    {
        if (folder.Type(structure.Name) is not { } found)
        {
            Put($"types/{structure.Name}.md", new PageModel(structure.Name, default, new[] { builder.Structure(structure) }.ToEquatableArray()));
            return;
        }

        StructureModel[] types = [.. found.Page.Types.Select(type => type.Name == structure.Name ? PageAdditions.Add(type, structure, builder) : type)];
        Replace(found.Path, found.Page, found.Page with { Types = types.ToEquatableArray() });
    }

    private void Put(MergedApi api)
    {
        if (folder.Api(api.Name) is not { } found)
        {
            Put(PathOf(api), new PageModel(api.Name, new[] { builder.Api(api) }.ToEquatableArray(), default));
            return;
        }

        ApiModel[] apis = [.. found.Page.Apis.Select(page => page.Name == api.Name ? PageAdditions.Add(page, api, builder) : page)];
        Replace(found.Path, found.Page, found.Page with { Apis = apis.ToEquatableArray() });
    }

    private void Replace(string path, PageModel before, PageModel after)
    {
        if (before != after)
            Put(path, after);
    }

    private void Put(string path, PageModel page)
    {
        folder.Put(path, page);
        _changed.Add(path);
    }
}
