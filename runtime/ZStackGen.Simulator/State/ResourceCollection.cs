using System;
using System.Collections.Generic;
using System.Linq;
using ZStack.Simulation.Specs;
using ZStackGen.Specs.Model;

namespace ZStack.Simulation.State;

/// <summary>What one query API searches.</summary>
internal sealed class ResourceCollection
{
    public ResourceCollection(SimulatedApi query)
    {
        Query = query;
        FieldModel? list = query.Model.Response?.Fields.FirstOrDefault(static field => ResponseTypes.IsList(field.Type) && field.Name == "inventories")
            ?? query.Model.Response?.Fields.FirstOrDefault(static field => ResponseTypes.IsList(field.Type));
        ListName = list?.Name ?? "inventories";
        ElementType = list?.StructureName(query);
        ElementStructureId = list?.StructureId;
        string path = query.Model.Path;
        Path = path.EndsWith('}') ? path[..path.LastIndexOf('/')] : path;
        ZqlName = Stem(ElementType ?? query.Name["Query".Length..]);
    }

    public SimulatedApi Query { get; }

    public string Path { get; }

    /// <summary>The member of the answer that holds the list.</summary>
    public string ListName { get; }

    public string? ElementType { get; }

    /// <summary>Where the page itself describes the elements without naming their type.</summary>
    public string? ElementStructureId { get; }

    /// <summary>The name in ZQL: the inventory's name without <c>Inventory</c> in lower case (protocol §5.4).</summary>
    public string ZqlName { get; }

    public List<Resource> Items { get; } = [];

    private static string Stem(string type)
    {
        string stem = type.EndsWith("Inventory", StringComparison.Ordinal) ? type[..^"Inventory".Length] : type;
#pragma warning disable CA1308 // ZQL's names are lower case
        return stem.ToLowerInvariant();
#pragma warning restore CA1308
    }
}
