using System;
using System.Collections.Generic;
using System.Linq;
using ZStack.Simulation.Specs;
using ZStackGen.Specs.Catalog;

namespace ZStack.Simulation.State;

/// <summary>The resources that a query API searches.</summary>
internal sealed class ResourceCollection
{
    public ResourceCollection(SimulatedApi query)
    {
        Query = query;
        CatalogMember? list = query.Action.Result.FirstOrDefault(static member => member.Name == "inventories")
            ?? query.Action.Result.FirstOrDefault(static member => member.Type.Kind == ValueKind.List);
        ListName = list?.Name ?? "inventories";
        ElementType = query.Action.QueryElement?.StructureName() ?? list?.Type.StructureName();
        string path = query.Action.Path;
        Path = path.EndsWith('}') ? path[..path.LastIndexOf('/')] : path;
        ZqlName = Stem(ElementType ?? query.Name["Query".Length..]);
    }

    public SimulatedApi Query { get; }

    public string Path { get; }

    /// <summary>Gets the member of the response that contains the list.</summary>
    public string ListName { get; }

    public string? ElementType { get; }

    /// <summary>Gets the ZQL name: the name of the inventory without <c>Inventory</c>, in lower case. See runtime/PROTOCOL.md §5.4.</summary>
    public string ZqlName { get; }

    public List<Resource> Items { get; } = [];

    /// <summary>
    /// Gets a value indicating whether the collection has ever contained a resource. Otherwise, a reference to a missing resource is not an error.
    /// </summary>
    public bool IsKnown { get; private set; }

    private readonly HashSet<Resource> _known = [];

    public bool Contains(Resource resource) => _known.Contains(resource);

    public void Remove(Resource resource)
    {
        if (_known.Remove(resource))
            Items.Remove(resource);
    }

    public void Add(Resource resource)
    {
        Items.Add(resource);
        _known.Add(resource);
        IsKnown = true;
    }

    private static string Stem(string type)
    {
        string stem = type.EndsWith("Inventory", StringComparison.Ordinal) ? type[..^"Inventory".Length] : type;
#pragma warning disable CA1308 // ZQL names are lower case
        return stem.ToLowerInvariant();
#pragma warning restore CA1308
    }
}
