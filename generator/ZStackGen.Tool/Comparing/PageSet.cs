using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;
using ZStackGen.Tool.Pages;

namespace ZStackGen.Tool.Comparing;

/// <summary>A set of pages merged into one API, as in a build.</summary>
internal sealed class PageSet
{
    private readonly HashSet<string> _withResponse = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CatalogStructure> _structures;

    private PageSet(string path, ReadPage[] pages, CatalogModel catalog)
    {
        Path = path;
        Catalog = catalog;
        StatesExecution = catalog.Actions.Any(static action => action.IsAsync is not null);
        Actions = catalog.Actions.ToDictionary(static action => action.Name, StringComparer.Ordinal);
        _structures = catalog.Structures.ToDictionary(static structure => structure.TypeName, StringComparer.Ordinal);
        Unreadable = new UnreadablePages(pages);
        foreach (ReadPage page in pages)
        {
            foreach (ApiModel api in page.Page.Apis)
            {
                if (api.Response is not null || api.ResponseExample is not null || api.IsQuery)
                    _withResponse.Add(api.Name);
            }
        }
    }

    /// <summary>Gets the file or folder as the user gave it.</summary>
    public string Path { get; }

    /// <summary>Gets the merged API.</summary>
    public CatalogModel Catalog { get; }

    /// <summary>Gets the APIs by name.</summary>
    public IReadOnlyDictionary<string, CatalogAction> Actions { get; }

    /// <summary>Gets the structures by name.</summary>
    public IReadOnlyDictionary<string, CatalogStructure> Structures => _structures;

    /// <summary>Gets the pages with errors. They may contain more than was read.</summary>
    public UnreadablePages Unreadable { get; }

    /// <summary>Gets a value that indicates whether a page states that an API is synchronous or asynchronous.</summary>
    public bool StatesExecution { get; }

    /// <summary>Gets whether a page documents the response of an API. Pages of the API explorer never do.</summary>
    public bool DocumentsResponse(string api) => _withResponse.Contains(api);

    /// <summary>Reads a file or folder of pages.</summary>
    /// <exception cref="ToolException">It does not exist, cannot be read, or contains no page.</exception>
    public static PageSet Read(string path, Terminal terminal, CancellationToken cancellationToken)
    {
        IReadOnlyList<PageFile> files = PageFinder.Find([path], terminal);
        if (files.Count == 0)
            throw new ToolException($"'{path}' contains no page to compare");
        ReadPage[] pages = PageReader.Read(files, terminal, cancellationToken);
        // Pages are identified by their paths below the given folder: the names of the two folders do not matter.
        CatalogPage[] prepared = [.. pages.Select(static page => CatalogPage.From(page.Page with { Path = page.File.RelativePath }))];
        return new PageSet(path, pages, TypeCatalog.Build(prepared, CatalogOptions.Default with { SpecsRoots = new EquatableArray<string>([""]) }, cancellationToken));
    }

    /// <summary>Returns the members of a structure, starting with those of its base classes.</summary>
    public List<CatalogMember> AllMembers(CatalogStructure structure)
    {
        var members = new List<CatalogMember>(structure.Members);
        foreach (string name in Bases(structure.TypeName))
            members.InsertRange(0, _structures[name].Members);
        return members;
    }

    /// <summary>Returns the C# names of a structure's base classes, the nearest first.</summary>
    public List<string> Bases(string structure)
    {
        var bases = new List<string>();
        string name = structure;
        while (_structures.GetValueOrDefault(name)?.Extends is { } next && next != structure && _structures.ContainsKey(next) && !bases.Contains(next))
            bases.Add(name = next);
        return bases;
    }

    /// <summary>Gets whether a structure is a base class of another structure, or equal to it.</summary>
    public bool IsBase(string name, string of) => name == of || Bases(of).Contains(name);

    /// <summary>Returns the APIs that use each structure or enumeration, directly or through another structure.</summary>
    public Dictionary<string, HashSet<string>> Uses()
    {
        var uses = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (CatalogAction action in Catalog.Actions)
        {
            var open = new Stack<CatalogMember>(action.Parameters.Concat(action.Result));
            while (open.TryPop(out CatalogMember? member))
            {
                TypeReference type = member.Type;
                while (type.Element is { } element)
                    type = element;
                if (type.Name is not { } name)
                    continue;
                if (!uses.TryGetValue(name, out HashSet<string>? apis))
                    uses[name] = apis = new HashSet<string>(StringComparer.Ordinal);
                if (!apis.Add(action.Name) || !_structures.TryGetValue(name, out CatalogStructure? structure))
                    continue;
                foreach (CatalogMember inner in AllMembers(structure))
                    open.Push(inner);
            }
        }

        return uses;
    }
}
