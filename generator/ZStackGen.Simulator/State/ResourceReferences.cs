using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using ZStack.Simulation.Specs;
using ZStackGen.Specs.Catalog;

namespace ZStack.Simulation.State;

/// <summary>Finds the members that refer to other resources (<c>zoneUuid</c>, <c>l3NetworkUuids</c>), and the resources they refer to.</summary>
internal sealed class ResourceReferences(ResourceStore store, ApiCatalog catalog)
{
    private const int MaxDepth = 6;

    // Short names that ZStack uses for resources.
    private static readonly Dictionary<string, string> s_shortNames = new(StringComparer.OrdinalIgnoreCase) { ["vm"] = "VmInstance", ["iso"] = "Image", ["nic"] = "VmNic" };
    private readonly Dictionary<string, ResourceCollection?> _targets = new(StringComparer.Ordinal);

    /// <summary>
    /// Returns the collection of the resource that a member refers to; <see langword="null"/> if the name of the member does not identify it.
    /// The last words of the name must match the name of a resource that a query API returns.
    /// </summary>
    public ResourceCollection? TargetOf(string member)
    {
        if (_targets.TryGetValue(member, out ResourceCollection? known))
            return known;
        string stem = member.EndsWith("Uuids", StringComparison.Ordinal) ? member[..^5] : member.EndsWith("Uuid", StringComparison.Ordinal) ? member[..^4] : "";
        ResourceCollection? target = null;
        // From the longest to the shortest name: "defaultL3Network" refers to an L3Network, "rootDiskOffering" to a DiskOffering.
        for (int start = 0; start < stem.Length && target is null; start++)
        {
            if (start > 0 && !char.IsAsciiLetterUpper(stem[start]))
                continue;
            string name = stem[start..];
            if (start == 0 && s_shortNames.TryGetValue(name, out string? full))
                name = full;
            target = store.Collections.FirstOrDefault(collection => string.Equals(collection.ElementType, name + "Inventory", StringComparison.OrdinalIgnoreCase));
        }

        return _targets[member] = target;
    }

    /// <summary>Determines whether resources of one type refer to resources of another type, through documented members.</summary>
    public bool AreRelated(string? from, string? to)
    {
        if (from is null || to is null)
            return true;
        var seen = new HashSet<string>(StringComparer.Ordinal) { from };
        var open = new Queue<string>(seen);
        while (open.TryDequeue(out string? type))
        {
            foreach (CatalogMember member in catalog.Type(type)?.Members ?? [])
            {
                if ((TargetOf(member.Name)?.ElementType ?? member.Type.StructureName()) is not { } next)
                    continue;
                if (next == to)
                    return true;
                if (seen.Add(next))
                    open.Enqueue(next);
            }
        }

        return false;
    }

    /// <summary>Returns the UUIDs of all resources that a resource refers to, directly or indirectly.</summary>
    public IEnumerable<string> Reachable(Resource resource)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<(JsonNode Body, int Depth)>();
        open.Enqueue((resource.Body, 0));
        while (open.TryDequeue(out (JsonNode Body, int Depth) item))
        {
            foreach (string uuid in Named(item.Body))
            {
                if (seen.Add(uuid) && item.Depth < MaxDepth && store.Find(uuid) is { } next)
                    open.Enqueue((next.Body, item.Depth + 1));
            }
        }

        return seen;
    }

    private static IEnumerable<string> Named(JsonNode? node) => node switch
    {
        JsonObject body => body.SelectMany(static member => Named(member.Value)),
        JsonArray array => array.SelectMany(Named),
        JsonValue value when value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is { Length: 32 } text => [text],
        _ => [],
    };
}
