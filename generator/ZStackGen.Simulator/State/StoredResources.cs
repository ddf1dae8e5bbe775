using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using ZStack.Simulation.Storage;

namespace ZStack.Simulation.State;

/// <summary>Saves resources to the storage and loads them. Parts are saved with their owners.</summary>
internal sealed class StoredResources(ResourceStore store, StoredState storage)
{
    private const string Kind = "resource";
    private long _order;

    public void Load()
    {
        storage.Read(Kind, (id, content) =>
        {
            var body = (JsonObject)content["body"]!.DeepClone();
            Resource resource = store.Add(body, (string?)content["type"], (string)content["path"]!);
            resource.StorageId = id;
            resource.Order = (long)content["order"]!;
            _order = Math.Max(_order, resource.Order);
            ReadTags(resource, content);
            foreach ((string uuid, JsonNode? tags) in content["parts"] as JsonObject ?? [])
            {
                if (store.Find(uuid) is { } part && tags is JsonObject partTags)
                    ReadTags(part, partTags);
            }
        });
    }

    public void Save(Resource owner)
    {
        owner.StorageId ??= owner.Uuid ?? Guid.NewGuid().ToString("n");
        if (owner.Order == 0)
            owner.Order = ++_order;
        storage.Save(Kind, owner.StorageId, () =>
        {
            JsonObject content = Tags(owner);
            content["type"] = owner.Type;
            content["path"] = owner.Path;
            content["order"] = owner.Order;
            content["body"] = owner.Body.DeepClone();
            var parts = new JsonObject();
            foreach (Resource part in store.Parts(owner.Body).Where(static part => part.SystemTags.Count > 0 || part.UserTags.Count > 0))
                parts[part.Uuid!] = Tags(part);
            if (parts.Count > 0)
                content["parts"] = parts;
            return content;
        });
    }

    public void Remove(Resource owner)
    {
        if (owner.StorageId is { } id)
            storage.Remove(Kind, id);
    }

    private static JsonObject Tags(Resource resource)
    {
        var tags = new JsonObject();
        if (resource.SystemTags.Count > 0)
            tags["systemTags"] = new JsonArray([.. resource.SystemTags.Select(static tag => (JsonNode)tag)]);
        if (resource.UserTags.Count > 0)
            tags["userTags"] = new JsonArray([.. resource.UserTags.Select(static tag => (JsonNode)tag)]);
        return tags;
    }

    private static void ReadTags(Resource resource, JsonObject tags)
    {
        resource.SystemTags.AddRange(Texts(tags["systemTags"]));
        resource.UserTags.AddRange(Texts(tags["userTags"]));
    }

    private static IEnumerable<string> Texts(JsonNode? list) => (list as JsonArray ?? []).Select(static item => (string)item!);
}
