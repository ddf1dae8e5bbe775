using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Model;

namespace ZStackGen.Explorer.Apis;

/// <summary>The APIs and structures of a set of pages as the generator reads them, with the examples of the pages.</summary>
internal sealed class ApiLibrary
{
    private readonly Dictionary<string, ApiEntry> _byName;
    private readonly Dictionary<string, CatalogStructure> _structures;
    private readonly Dictionary<string, CatalogEnumeration> _enumerations;

    private ApiLibrary(CatalogModel catalog, ApiEntry[] apis, ChineseTexts chinese)
    {
        Catalog = catalog;
        Apis = apis;
        Chinese = chinese;
        Resources = new ExampleResources(apis);
        _byName = apis.ToDictionary(static api => api.Name, StringComparer.Ordinal);
        _structures = catalog.Structures.ToDictionary(static structure => structure.TypeName, StringComparer.Ordinal);
        _enumerations = catalog.Enumerations.ToDictionary(static enumeration => enumeration.TypeName, StringComparer.Ordinal);
    }

    /// <summary>Gets the catalog of all pages.</summary>
    public CatalogModel Catalog { get; }

    /// <summary>Gets the APIs in ordinal order.</summary>
    public IReadOnlyList<ApiEntry> Apis { get; }

    /// <summary>Gets the Chinese descriptions of the pages.</summary>
    public ChineseTexts Chinese { get; }

    /// <summary>Gets the resources in the examples of the queries.</summary>
    public ExampleResources Resources { get; }

    /// <summary>Gets the API with the given name.</summary>
    public ApiEntry? Api(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Gets the structure with the given name.</summary>
    public CatalogStructure? Structure(string? name) => name is null ? null : _structures.GetValueOrDefault(name);

    /// <summary>Gets the open enumeration with the given name, unless it belongs to a single member.</summary>
    public CatalogEnumeration? Enumeration(string? name) => name is null ? null : _enumerations.GetValueOrDefault(name);

    /// <summary>Returns the names of the types that an API uses: its own enumerations, structures, and what those are made of.</summary>
    public HashSet<string> TypesOf(CatalogAction action)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<CatalogMember>(action.Parameters.Concat(action.Result));
        while (open.TryPop(out CatalogMember? member))
        {
            TypeReference type = member.Type;
            while (type.Element is { } element)
                type = element;
            for (string? name = type.Name; name is not null && reached.Add(name); name = Structure(name)?.Extends)
            {
                foreach (CatalogMember inner in Structure(name)?.Members ?? [])
                    open.Push(inner);
            }
        }

        return reached;
    }

    /// <summary>Creates a library from pages.</summary>
    /// <param name="pages">The pages, identified by the paths that the user gave.</param>
    /// <param name="roots">The folders given by the user. Their subfolders are categories.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static ApiLibrary Make(IEnumerable<PageModel> pages, IReadOnlyList<string> roots, CancellationToken cancellationToken)
    {
        PageModel[] ordered = [.. pages.DistinctBy(static page => page.Path, StringComparer.Ordinal).OrderBy(static page => page.Path, StringComparer.Ordinal)];
        var options = new CatalogOptions(SpecsRoots: roots.Select(static root => root.Replace('\\', '/').TrimEnd('/') + "/").ToArray().ToEquatableArray());
        CatalogModel catalog = TypeCatalog.Build([.. ordered.Select(CatalogPage.From)], options, cancellationToken);
        ILookup<string, ApiModel> described = ordered.SelectMany(static page => page.Apis).ToLookup(static api => api.Name, StringComparer.Ordinal);
        ApiEntry[] apis = [.. catalog.Actions.Select(action => new ApiEntry(
            action,
            SyncApis.IsAsync(action),
            FirstObject(described[action.Name].Select(static api => api.RequestExample)),
            FirstObject(described[action.Name].Select(static api => api.ResponseExample))))];
        return new ApiLibrary(catalog, apis, ChineseTexts.Of(ordered, cancellationToken));
    }

    private static JsonObject? FirstObject(IEnumerable<string?> samples)
    {
        foreach (string? sample in samples)
        {
            try
            {
                if (sample is not null && JsonNode.Parse(sample, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) is JsonObject found)
                    return found;
            }
            catch (JsonException)
            {
                // JSON cannot show a sample that lists a member twice.
            }
        }

        return null;
    }
}
