using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using ZStack.Simulation.Responses;
using ZStack.Simulation.Specs;
using ZStack.Simulation.State;
using ZStackGen.Specs.Catalog;

namespace ZStack.Simulation.Queries;

/// <summary>
/// A member named in a condition: a member of the resource, of a part (<c>vmNics.ip</c>) or of another resource (<c>zone.name</c>), or a tag. See
/// runtime/PROTOCOL.md §5.2.
/// </summary>
internal sealed class ResourcePath
{
    // The values of a path are nested sequences, one for each segment.
    private const int MaxSegments = 16;
    private readonly ResourceStore _store;
    private readonly string[] _segments;
    private readonly List<Func<JsonNode, IEnumerable<JsonNode>>> _steps;

    private ResourcePath(ResourceStore store, string[] segments, List<Func<JsonNode, IEnumerable<JsonNode>>> steps)
    {
        _store = store;
        _segments = segments;
        _steps = steps;
    }

    /// <summary>Gets a value indicating whether the path refers to tags instead of a member.</summary>
    public bool IsTag => IsTagName(_segments[^1]);

    /// <summary>Gets a value indicating whether a resource can have several values: of parts, of another resource, or of a list.</summary>
    public bool HasMany { get; private init; }

    /// <summary>Resolves a name in a collection.</summary>
    /// <returns>The path; <see langword="null"/> if the name is unknown.</returns>
    /// <exception cref="PlainTextException">The name has too many segments.</exception>
    public static ResourcePath? Create(ResourceStore store, ApiCatalog catalog, ResourceCollection collection, string name)
    {
        if (name.Length == 0)
            return null;
        if (name.AsSpan().Count('.') >= MaxSegments)
            throw new PlainTextException(400, $"the name of a condition has more than {MaxSegments} parts");
        string[] segments = name.Split('.');
        // No page describes the fields of some resources, so the members of all resources are known.
        bool isDescribed = catalog.Type(collection.ElementType) is { Members.Count: > 0 };
        if (!isDescribed && !IsTagName(segments[0]) && collection.Items.Count > 0
            && !collection.Items.Exists(item => item.Body.ContainsKey(segments[0]) || (segments.Length > 1 && item.Body.ContainsKey(segments[0] + "Uuid"))))
            return null;
        var steps = new List<Func<JsonNode, IEnumerable<JsonNode>>>(segments.Length);
        string? type = isDescribed ? collection.ElementType : null;
        for (int i = 0; i < segments.Length; i++)
        {
            bool isLast = i == segments.Length - 1;
            if (isLast && IsTagName(segments[i]))
                break;
            if (Step(store, catalog, ref type, segments[i], isLast) is not { } step)
                return null;
            steps.Add(step);
        }

        return new ResourcePath(store, segments, steps)
        {
            HasMany = segments.Length > 1 || catalog.Type(collection.ElementType)?.Find(name) is null or { Type.Kind: ValueKind.List },
        };
    }

    /// <summary>Returns true if a name is a field of the resource, and not of a related resource. Queries can sort and group by such a field.</summary>
    public static bool IsOwnField(ResourceStore store, ApiCatalog catalog, ResourceCollection collection, string name) =>
        !name.Contains('.', StringComparison.Ordinal) && !IsTagName(name) && Create(store, catalog, collection, name) is not null;

    /// <summary>Returns all values of the path; empty if a member is missing.</summary>
    public IEnumerable<JsonNode> Values(Resource resource)
    {
        IEnumerable<JsonNode> nodes = [resource.Body];
        foreach (Func<JsonNode, IEnumerable<JsonNode>> step in _steps)
            nodes = nodes.SelectMany(step);
        if (!IsTag)
            return nodes;
        return nodes.Select(node => node == resource.Body ? resource : node is JsonObject body ? _store.Find(Resource.UuidOf(body)) : null).OfType<Resource>()
            .SelectMany(Tags).Select(static tag => (JsonNode)tag);
    }

    private IEnumerable<string> Tags(Resource owner) => _segments[^1] switch
    {
        "__tagUuid__" => _store.Tags.Of(owner.Uuid, system: false).Select(static tag => Resource.TextOf(tag.Body, "tagPatternUuid")).OfType<string>(),
        string name => _store.Tags.Texts(owner.Uuid, system: name == "__systemTag__"),
    };

    // Returns the step from a resource to the values of a segment, and the type of these values; null if the type does not have the segment.
    private static Func<JsonNode, IEnumerable<JsonNode>>? Step(ResourceStore store, ApiCatalog catalog, ref string? type, string segment, bool isLast)
    {
        if (catalog.Type(type) is not { Members.Count: > 0 } structure)
        {
            type = null;
            return node => Member(node, segment) ?? Linked(store, node, segment + "Uuid");
        }

        if (structure.Find(segment) is { } member)
        {
            type = member.Type.StructureName();
            return node => Member(node, segment) ?? [];
        }

        if (isLast)
            return null;
        // An expanded query: "zone" refers to the resource in zoneUuid, "attachedZone" to the resources in attachedZoneUuids.
        foreach (string link in (ReadOnlySpan<string>)[segment + "Uuid", segment + "Uuids"])
        {
            if (!structure.Has(link))
                continue;
            type = store.References.TargetOf(link)?.ElementType;
            return node => Linked(store, node, link);
        }

        return Reverse(store, catalog, ref type, segment);
    }

    // The resources that refer to this one: "vmInstance" of a zone are the VM instances with its zoneUuid.
    private static Func<JsonNode, IEnumerable<JsonNode>>? Reverse(ResourceStore store, ApiCatalog catalog, ref string? type, string segment)
    {
        const string inventory = "Inventory";
        if (type?.EndsWith(inventory, StringComparison.Ordinal) != true)
            return null;
        string stem = type[..^inventory.Length];
        ResourceCollection? other = store.Collections.FirstOrDefault(collection => string.Equals(collection.ElementType, segment + inventory, StringComparison.OrdinalIgnoreCase));
        if (other is null || catalog.Type(other.ElementType)?.Members.FirstOrDefault(member => string.Equals(member.Name, stem + "Uuid", StringComparison.OrdinalIgnoreCase)) is not { } link)
            return null;
        type = other.ElementType;
        var byUuid = new Lazy<ILookup<string?, JsonObject>>(() => other.Items.ToLookup(item => Resource.TextOf(item.Body, link.Name), static item => item.Body));
        return node => node is JsonObject body && Resource.UuidOf(body) is { } uuid ? byUuid.Value[uuid] : [];
    }

    private static IEnumerable<JsonNode>? Member(JsonNode node, string name)
    {
        if (node is not JsonObject body)
            return [];
        if (!body.TryGetPropertyValue(name, out JsonNode? value))
            return null;
        return value is null ? [] : value is JsonArray array ? array.OfType<JsonNode>() : [value];
    }

    // Of a resource that the simulator does not have, only the UUID is known.
    private static IEnumerable<JsonNode> Linked(ResourceStore store, JsonNode node, string link) =>
        (Member(node, link) ?? []).OfType<JsonValue>().Select(static value => value.ToString())
            .Select(uuid => store.Find(uuid)?.Body ?? new JsonObject { ["uuid"] = uuid });

    private static bool IsTagName(string name) => name is "__systemTag__" or "__userTag__" or "__tagUuid__";
}
