using System;
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
            Resource resource = store.Add(content.Object("body"), content.OptionalText("type"), content.Text("path"));
            resource.StorageId = id;
            resource.Order = content.Number("order");
            _order = Math.Max(_order, resource.Order);
        });
    }

    public void Save(Resource owner)
    {
        owner.StorageId ??= owner.Uuid ?? Guid.NewGuid().ToString("n");
        if (owner.Order == 0)
            owner.Order = ++_order;
        storage.Save(Kind, owner.StorageId, () => new JsonObject
        {
            ["type"] = owner.Type,
            ["path"] = owner.Path,
            ["order"] = owner.Order,
            ["body"] = owner.Body.DeepClone(),
        });
    }

    public void Remove(Resource owner)
    {
        if (owner.StorageId is { } id)
            storage.Remove(Kind, id);
    }
}
