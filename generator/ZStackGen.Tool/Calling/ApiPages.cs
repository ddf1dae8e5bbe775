using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using ZStackGen.Specs.Catalog;
using ZStackGen.Explorer.Apis;
using ZStackGen.Tool.Pages;

namespace ZStackGen.Tool.Calling;

/// <summary>Finds the page of an API: in the folders of the user, or else among the pages of the tool.</summary>
/// <param name="paths">The files and folders of the user. If there are none, the pages of the tool are used.</param>
/// <param name="terminal">The terminal that provides the working directory.</param>
internal sealed class ApiPages(IReadOnlyList<string> paths, Terminal terminal)
{
    /// <summary>Returns the names of all APIs with a page of the same name, in ordinal order.</summary>
    public IReadOnlyList<string> Names()
    {
        IEnumerable<string> files = paths.Count > 0 ? PageFinder.Find(paths, terminal).Select(static file => file.RelativePath) : BundledPages.Names();
        return [.. files.Where(static file => !file.StartsWith("types/", StringComparison.Ordinal)).Select(static file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Finds an API by its name, in any letter case.</summary>
    /// <param name="name">The name.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ToolException">No page describes the API, or the page has an error.</exception>
    public ApiEntry Find(string name, CancellationToken cancellationToken)
    {
        // The page of an API usually has its name. The types of structures are not needed: arguments of such a type are JSON.
        if (Find(name, Read(file => IsPageOf(file, name), cancellationToken), cancellationToken) is { } named)
            return named;
        if (paths.Count > 0 && Find(name, Read(static _ => true, cancellationToken), cancellationToken) is { } other)
            return other;
        IReadOnlyList<string> names = Names();
        string? similar = NameSuggestions.Nearest(name, names)
            ?? names.Where(known => known.StartsWith(name, StringComparison.OrdinalIgnoreCase)).MinBy(static known => known.Length)
            ?? names.Where(known => known.Contains(name, StringComparison.OrdinalIgnoreCase)).MinBy(static known => known.Length);
        throw new ToolException($"no page describes an API '{name}'{NameSuggestions.Question(similar)}");
    }

    /// <summary>Returns the members that the pages describe for the resources in the response of an API; empty if they describe none.</summary>
    /// <param name="api">The API.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public IReadOnlySet<string> ResponseMembers(ApiEntry api, CancellationToken cancellationToken)
    {
        var members = new HashSet<string>(StringComparer.Ordinal);
        foreach (CatalogMember member in api.Action.Result)
        {
            TypeReference type = member.Type;
            while (type.Element is { } element)
                type = element;
            var seen = new HashSet<string>(StringComparer.Ordinal);
            for (string? name = type.Name; name is not null && seen.Add(name);)
            {
                string[] pages = [api.Name, name];
                ReadPage[] read = Read(file => Array.Exists(pages, page => Path.GetFileNameWithoutExtension(file.AsSpan()).Equals(page, StringComparison.Ordinal)), cancellationToken);
                CatalogStructure? structure = ApiLibrary.Make(read.Select(static page => page.ShownPage), [], cancellationToken).Structure(name);
                members.UnionWith(structure?.Members.Select(static field => field.Name) ?? []);
                name = structure?.Extends;
            }
        }

        return members;
    }

    /// <summary>Returns the key fields of the resources of a query, separated by commas; <see langword="null"/> if the pages describe none.</summary>
    /// <param name="api">The query API.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public string? QueryKey(ApiEntry api, CancellationToken cancellationToken)
    {
        string? element = api.Action.QueryElement?.Name;
        var needed = new HashSet<string>(StringComparer.Ordinal) { api.Name };
        CatalogQuery? query = null;
        for (string? name = element; name is not null && needed.Add(name);)
        {
            ReadPage[] read = Read(file => needed.Contains(Path.GetFileNameWithoutExtension(file)), cancellationToken);
            ApiLibrary library = ApiLibrary.Make(read.Select(static page => page.ShownPage), [], cancellationToken);
            query = library.Structure(element!)?.Query;
            name = library.Structure(name)?.Extends;
        }

        return query?.Key;
    }

    private static bool IsPageOf(string file, string name) =>
        Path.GetFileNameWithoutExtension(file.AsSpan()).Equals(name, StringComparison.OrdinalIgnoreCase) && !file.StartsWith("types/", StringComparison.Ordinal);

    private ReadPage[] Read(Func<string, bool> matches, CancellationToken cancellationToken) => paths.Count == 0
        ? BundledPages.Read(matches, cancellationToken)
        : PageReader.Read([.. PageFinder.Find(paths, terminal).Where(file => matches(file.RelativePath))], terminal, cancellationToken);

    private static ApiEntry? Find(string name, ReadPage[] pages, CancellationToken cancellationToken)
    {
        if (pages.Length == 0)
            return null;
        ApiLibrary library = ApiLibrary.Make(pages.Select(static page => page.ShownPage), [], cancellationToken);
        return library.Apis.FirstOrDefault(api => api.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
    }
}
