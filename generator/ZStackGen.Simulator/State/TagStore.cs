using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using ZStack.Simulation.Responses;
using ZStack.Simulation.Specs;

namespace ZStack.Simulation.State;

/// <summary>
/// The tags of all resources. A tag is a resource itself, whether it was created by an API or together with its resource, so queries of tags and
/// conditions on tags see the same tags. Callers must hold the gate of the store.
/// </summary>
internal sealed class TagStore(ResourceStore store, ApiCatalog catalog)
{
    private const string SystemType = "SystemTagInventory";
    private const string UserType = "UserTagInventory";
    private const string SystemPath = "/v1/system-tags";
    private const string UserPath = "/v1/user-tags";

    /// <summary>The maximum number of tags of a resource. Adding a tag looks through all of them.</summary>
    public const int MaxPerResource = 1000;

    private readonly Dictionary<string, List<Resource>> _byResource = new(StringComparer.Ordinal);

    /// <summary>Returns the tags of a resource.</summary>
    public IEnumerable<Resource> Of(string? uuid, bool system) =>
        uuid is not null && _byResource.TryGetValue(uuid, out List<Resource>? tags) ? tags.Where(tag => IsSystem(tag) == system) : [];

    /// <summary>Returns the texts of the tags of a resource.</summary>
    public IEnumerable<string> Texts(string? uuid, bool system) => Of(uuid, system).Select(static tag => Resource.TextOf(tag.Body, "tag")).OfType<string>();

    /// <summary>Determines whether a resource can have no further tags.</summary>
    public bool IsFull(string uuid) => _byResource.TryGetValue(uuid, out List<Resource>? tags) && tags.Count >= MaxPerResource;

    /// <summary>Adds a tag to a resource, unless the resource has it.</summary>
    /// <returns>The new or the existing tag.</returns>
    public Resource Add(string uuid, string text, bool system, string? resourceType, ServerClock clock, Resource? pattern = null)
    {
        if (Of(uuid, system).FirstOrDefault(tag => Resource.TextOf(tag.Body, "tag") == text) is { } existing)
            return existing;
        string now = clock.Print(clock.Now);
        var body = new JsonObject
        {
            ["uuid"] = Guid.NewGuid().ToString("n"),
            ["resourceUuid"] = uuid,
            ["resourceType"] = resourceType ?? EntityOf(store.Find(uuid)),
            ["tag"] = text,
            ["type"] = system ? "System" : "User",
            ["createDate"] = now,
            ["lastOpDate"] = now,
        };
        if (system)
            body["inherent"] = false;
        if (pattern is not null)
            body["tagPatternUuid"] = pattern.Uuid;
        string type = system ? SystemType : UserType;
        foreach ((string member, JsonNode? value) in body.ToArray())
        {
            if (value is null || catalog.Type(type) is { Members.Count: > 0 } structure && !structure.Has(member))
                body.Remove(member);
        }

        Resource tag = store.Add(body, type, system ? SystemPath : UserPath);
        store.Save(tag);
        return tag;
    }

    /// <summary>Adds the tags of a call to the resource that the call creates or changes.</summary>
    public void AddFrom(SimulatedCall call, Resource resource, ServerClock clock)
    {
        if (resource.Uuid is not { } uuid)
            return;
        // A dry run is not a property of the resource, and ephemeral tags live only as long as the call.
        foreach (string tag in call.SystemTags.Where(static tag => tag != "validationOnly" && !tag.StartsWith("ephemeral::", StringComparison.Ordinal)).TakeWhile(_ => !IsFull(uuid)))
            Add(uuid, tag, system: true, null, clock);
        foreach (string tag in call.UserTags.TakeWhile(_ => !IsFull(uuid)))
            Add(uuid, tag, system: false, null, clock);
        foreach (JsonNode? pattern in (call.Arguments["tagUuids"] as JsonArray ?? []).TakeWhile(_ => !IsFull(uuid)))
        {
            if (store.Find(pattern?.ToString()) is { } found)
                Attach(found, uuid, clock);
        }
    }

    /// <summary>Adds a user tag that is made from a tag pattern.</summary>
    public Resource Attach(Resource pattern, string uuid, ServerClock clock) =>
        Add(uuid, Resource.TextOf(pattern.Body, "name") ?? Resource.TextOf(pattern.Body, "value") ?? pattern.Uuid!, system: false, null, clock, pattern);

    /// <summary>Indexes a resource that was added to the store, if it is a tag.</summary>
    public void OnAdded(Resource resource)
    {
        if (!IsTag(resource) || Resource.TextOf(resource.Body, "resourceUuid") is not { } owner)
            return;
        if (!_byResource.TryGetValue(owner, out List<Resource>? tags))
            _byResource[owner] = tags = [];
        tags.Add(resource);
    }

    /// <summary>Removes a resource from the index if it is a tag; otherwise, returns the tags of the resource, which end with it.</summary>
    public IReadOnlyList<Resource> OnRemoved(Resource resource)
    {
        if (IsTag(resource) && Resource.TextOf(resource.Body, "resourceUuid") is { } owner && _byResource.TryGetValue(owner, out List<Resource>? tags))
        {
            tags.Remove(resource);
            if (tags.Count == 0)
                _byResource.Remove(owner);
        }

        return resource.Uuid is { } uuid && _byResource.TryGetValue(uuid, out List<Resource>? own) ? [.. own] : [];
    }

    private static bool IsTag(Resource resource) => resource.Type is SystemType or UserType || resource.Path is SystemPath or UserPath;

    private static bool IsSystem(Resource tag) => tag.Type == SystemType || tag.Path == SystemPath;

    // VmInstanceInventory is the inventory of the entity VmInstanceVO.
    private static string? EntityOf(Resource? resource) =>
        resource?.Type is { } type && type.EndsWith("Inventory", StringComparison.Ordinal) ? type[..^"Inventory".Length] + "VO" : null;
}
