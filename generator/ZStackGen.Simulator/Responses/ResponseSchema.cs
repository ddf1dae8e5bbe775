using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using ZStack.Simulation.Specs;
using ZStackGen.Specs.Catalog;

namespace ZStack.Simulation.Responses;

/// <summary>
/// Creates the <c>schema</c> member of a response, which names the server class at each path of the response. See runtime/PROTOCOL.md §6.
/// </summary>
internal sealed class ResponseSchema(ApiCatalog catalog)
{
    /// <summary>Adds the schema to <paramref name="response"/>.</summary>
    /// <param name="response">The response.</param>
    /// <param name="api">The API.</param>
    /// <param name="elements">The structures of the results of ZQL statements, in order; <see langword="null"/> for other APIs.</param>
    public void AddTo(JsonObject response, SimulatedApi api, IReadOnlyList<string?>? elements)
    {
        var schema = new JsonObject();
        for (int i = 0; i < elements?.Count; i++)
        {
            string path = string.Create(CultureInfo.InvariantCulture, $"results[{i}]");
            schema[path] = catalog.Classes.NameOf("ZQLQueryReturn");
            if (elements[i] is { } element)
                Visit(schema, path + ".inventories", response["results"]?[i]?["inventories"], new TypeReference(ValueKind.List, null, new TypeReference(ValueKind.Structure, element)));
        }

        if (elements is not null)
        {
            response["schema"] = schema;
            return;
        }

        foreach (CatalogMember member in api.Action.Result)
            Visit(schema, member.Name, response[member.Name], member.Type);

        response["schema"] = schema;
    }

    private void Visit(JsonObject schema, string path, JsonNode? value, TypeReference type)
    {
        switch (value)
        {
            case JsonArray array:
                for (int i = 0; i < array.Count; i++)
                    VisitElement(schema, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), array[i], type);
                break;
            case JsonObject map when type.Kind == ValueKind.Map:
                foreach ((string key, JsonNode? element) in map)
                    VisitElement(schema, $"{path}.{key}", element, type);
                break;
            default:
                VisitElement(schema, path, value, type);
                break;
        }
    }

    private void VisitElement(JsonObject schema, string path, JsonNode? value, TypeReference type)
    {
        if (value is not JsonObject item || type.StructureName() is not { } name)
            return;
        SimulatedStructure? structure = catalog.Type(name) is { } declared ? ClassOf(item, declared) : null;
        schema[path] = catalog.Classes.NameOf(structure?.Name ?? name);
        if (structure is null)
            return;
        foreach (CatalogMember member in structure.Members)
        {
            if (item.TryGetPropertyValue(member.Name, out JsonNode? inner))
                Visit(schema, $"{path}.{member.Name}", inner, member.Type);
        }
    }

    /// <summary>
    /// Determines the class of a resource from its members: the class that declares most of them. If several classes match equally,
    /// the class with the fewest members is used.
    /// </summary>
    private SimulatedStructure ClassOf(JsonObject item, SimulatedStructure declared)
    {
        if (declared.Subclasses.Count == 0)
            return declared;
        IEnumerable<SimulatedStructure> candidates = declared.Subclasses.Select(catalog.Type).OfType<SimulatedStructure>().Prepend(declared);
        return candidates.OrderByDescending(candidate => item.Count(member => candidate.Has(member.Key))).ThenBy(static candidate => candidate.Members.Count).First();
    }
}
