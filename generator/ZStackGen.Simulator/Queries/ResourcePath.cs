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

    private ResourcePath(ResourceStore store, string name)
    {
        _store = store;
        _segments = name.Split('.');
    }

    /// <summary>Gets a value indicating whether the path refers to tags instead of a member.</summary>
    public bool IsTag => _segments[^1] is "__systemTag__" or "__userTag__" or "__tagUuid__";

    /// <summary>Gets a value indicating whether a resource can have several values: of parts, of another resource, or of a list.</summary>
    public bool HasMany { get; private set; }

    /// <summary>Resolves a name in a collection.</summary>
    /// <returns>The path; <see langword="null"/> if the name is unknown.</returns>
    /// <exception cref="PlainTextException">The name has too many segments.</exception>
    public static ResourcePath? Create(ResourceStore store, ApiCatalog catalog, ResourceCollection collection, string name)
    {
        if (name.Length == 0)
            return null;
        if (name.AsSpan().Count('.') >= MaxSegments)
            throw new PlainTextException(400, $"the name of a condition has more than {MaxSegments} parts");
        var path = new ResourcePath(store, name);
        path.HasMany = path._segments.Length > 1 || catalog.Type(collection.ElementType)?.Find(name) is null or { Type.Kind: ValueKind.List };
        return path.IsKnown(catalog, collection) ? path : null;
    }

    /// <summary>Returns all values of the path; empty if a member is missing.</summary>
    public IEnumerable<JsonNode> Values(Resource resource)
    {
        if (IsTag)
            return OwnersOfLast(resource).SelectMany(owner => _segments[^1] == "__userTag__" ? owner.UserTags : owner.SystemTags).Select(static tag => (JsonNode)tag);
        IEnumerable<JsonNode> nodes = [resource.Body];
        foreach (string segment in _segments)
            nodes = nodes.SelectMany(node => Step(node, segment));
        return nodes;
    }

    private IEnumerable<Resource> OwnersOfLast(Resource resource)
    {
        IEnumerable<JsonNode> nodes = [resource.Body];
        foreach (string segment in _segments[..^1])
            nodes = nodes.SelectMany(node => Step(node, segment));
        return nodes.Select(node => node == resource.Body ? resource : node is JsonObject body ? _store.Find(Resource.UuidOf(body)) : null).OfType<Resource>();
    }

    private IEnumerable<JsonNode> Step(JsonNode node, string segment)
    {
        if (node is not JsonObject body)
            return [];
        if (body.TryGetPropertyValue(segment, out JsonNode? value))
            return value is null ? [] : value is JsonArray array ? array.OfType<JsonNode>() : [value];
        // An expanded query: "zone" refers to the resource in zoneUuid.
        return Resource.TextOf(body, segment + "Uuid") is { } uuid && _store.Find(uuid) is { } other ? [other.Body] : [];
    }

    private bool IsKnown(ApiCatalog catalog, ResourceCollection collection)
    {
        if (IsTag && _segments.Length == 1)
            return true;
        string first = _segments[0];
        if (catalog.Type(collection.ElementType) is { Members.Count: > 0 } type)
        {
            if (type.Find(first) is not { } member)
                return _segments.Length > 1 && type.Has(first + "Uuid");
            return _segments.Length == 1
                || catalog.Type(member.Type.StructureName()) is not { } inner
                || _segments[1].StartsWith("__", StringComparison.Ordinal)
                || inner.Has(_segments[1])
                || inner.Has(_segments[1] + "Uuid");
        }

        // No page describes the fields, so the members of all resources are known.
        return collection.Items.Count == 0 || collection.Items.Any(item => item.Body.ContainsKey(first) || (_segments.Length > 1 && item.Body.ContainsKey(first + "Uuid")));
    }
}
