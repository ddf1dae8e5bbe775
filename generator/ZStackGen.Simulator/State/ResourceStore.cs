using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using ZStack.Simulation.Requests;
using ZStack.Simulation.Specs;
using ZStack.Simulation.Storage;
using ZStackGen.Specs.Catalog;

namespace ZStack.Simulation.State;

/// <summary>The resources, indexed by UUID and by query API. Callers must hold <see cref="Gate"/>.</summary>
internal sealed class ResourceStore
{
    private readonly ApiCatalog _catalog;
    private readonly Dictionary<string, Resource> _byUuid = new(StringComparer.Ordinal);
    private readonly List<ResourceCollection> _collections;
    private readonly StoredResources _stored;
    private readonly long _byteLimit;
    private long _size;

    public ResourceStore(ApiCatalog catalog, bool withExamples, long byteLimit, StoredState storage)
    {
        _byteLimit = byteLimit;
        _catalog = catalog;
        References = new ResourceReferences(this, catalog);
        Tags = new TagStore(this, catalog);
        _collections = [.. catalog.Apis.Where(static api => api.Action.IsQuery).Select(static api => new ResourceCollection(api))];
        _stored = new StoredResources(this, storage);
        if (storage.WasUsed)
        {
            _stored.Load();
            foreach (Resource resource in Owners())
                Count(resource);
            return;
        }

        if (withExamples)
            AddExamples();
        foreach (Resource resource in Owners())
        {
            Count(resource);
            _stored.Save(resource);
        }

        storage.MarkUsed();
    }

    /// <summary>Gets the lock to hold while resources are read or changed.</summary>
    public object Gate { get; } = new();

    public ResourceReferences References { get; }

    public TagStore Tags { get; }

    public AddressPool Addresses { get; } = new();

    public IReadOnlyList<ResourceCollection> Collections => _collections;

    public ResourceCollection? CollectionOf(SimulatedApi query) => _collections.Find(collection => collection.Query == query);

    /// <summary>Returns the collections that contain the resources of a type created by an API with a path.</summary>
    public IReadOnlyList<ResourceCollection> CollectionsFor(string? type, string path)
    {
        List<ResourceCollection> found = _collections.FindAll(collection => Shows(collection, type, path));
        if (found.Count > 0)
            return found;
        ResourceCollection? nearest = _collections
            .Where(collection => IsBelow(path, collection.Path) && (type is null || collection.ElementType is null || collection.Path == path))
            .MaxBy(static collection => collection.Path.Length);
        return nearest is null ? [] : [nearest];
    }

    public Resource? Find(string? uuid) => uuid is not null && _byUuid.TryGetValue(uuid, out Resource? resource) ? resource : null;

    /// <summary>Determines whether a resource refers to a UUID in one of its members.</summary>
    public bool IsReferred(string uuid) => _byUuid.Values.Any(resource => Refers(resource.Body, uuid));

    private static bool Refers(JsonNode? node, string uuid) => node switch
    {
        JsonObject body => body.Any(member => Refers(member.Value, uuid)),
        JsonArray items => items.Any(item => Refers(item, uuid)),
        JsonValue value => value.TryGetValue(out string? text) && text == uuid,
        _ => false,
    };

    /// <summary>Returns the resources that were created by the APIs with a path.</summary>
    public IReadOnlyList<Resource> MadeAt(string path) => [.. _byUuid.Values.Where(resource => resource.Path == path)];

    /// <summary>Adds a resource. Adds its parts, such as the NICs of a VM instance, if a query API returns them separately.</summary>
    public Resource Add(JsonObject body, string? type, string path)
    {
        var resource = new Resource(Resource.UuidOf(body), type, path, body);
        Addresses.Take(body);
        if (resource.Uuid is { } uuid)
            _byUuid[uuid] = resource;
        foreach (ResourceCollection collection in CollectionsFor(type, path))
        {
            if (Shows(collection, type, path) || Fits(body, collection))
                collection.Add(resource);
        }

        Tags.OnAdded(resource);
        if (_catalog.Type(type) is { } structure)
        {
            foreach (CatalogMember field in structure.Members)
            {
                if (field.Type.StructureName() is { } partType && body[field.Name] is JsonArray parts)
                    AddParts(parts, partType);
            }
        }

        return resource;
    }

    /// <summary>Saves a resource to the storage. Saves the owner if the resource is a part. Call this after all changes.</summary>
    public void Save(Resource resource)
    {
        if (OwnerOf(resource) is not { } owner)
            return;
        Count(owner);
        _stored.Save(owner);
    }

    /// <summary>
    /// Returns the error of a call that adds to the resources although they take all memory that they may have; <see langword="null"/> if there is
    /// memory left.
    /// </summary>
    public SimulatedError? CheckSpace() => _size <= _byteLimit ? null
        : new SimulatedError("ID.1003", $"the resources of the simulator take more than {_byteLimit} bytes; delete some, or increase ResourceByteLimit or --resource-limit");

    public void Remove(Resource resource)
    {
        foreach (Resource tag in Parts(resource.Body).Prepend(resource).SelectMany(Tags.OnRemoved).ToArray())
            Remove(tag);
        Resource? owner = OwnerOf(resource);
        Detach(resource);
        if (owner == resource)
        {
            _size -= resource.CountedSize;
            resource.CountedSize = 0;
            _stored.Remove(resource);
        }
        else if (owner is not null)
        {
            Count(owner);
            _stored.Save(owner);
        }
    }

    private Resource[] Owners() => [.. _collections.SelectMany(static collection => collection.Items).Where(static item => item.Body.Parent is null).Distinct()];

    private void Count(Resource owner)
    {
        _size -= owner.CountedSize;
        owner.CountedSize = JsonSize.Of(owner.Body);
        _size += owner.CountedSize;
    }

    private Resource? OwnerOf(Resource resource)
    {
        JsonNode top = resource.Body;
        while (top.Parent is { } parent)
            top = parent;
        if (top == resource.Body)
            return resource;
        return top is JsonObject body && Find(Resource.UuidOf(body)) is { } owner && owner.Body == body
            ? owner
            : _collections.SelectMany(static collection => collection.Items).FirstOrDefault(item => item.Body == top);
    }

    private void Detach(Resource resource)
    {
        Addresses.Release(resource.Body);
        Forget(resource);
        (resource.Body.Parent as JsonArray)?.Remove(resource.Body);
        foreach (Resource part in Parts(resource.Body))
            Forget(part);
    }

    // The resources in the examples of query APIs exist from the start.
    private void AddExamples()
    {
        foreach (ResourceCollection collection in _collections)
        {
            if (collection.Query.ResponseExample?[collection.ListName] is not JsonArray examples)
                continue;
            foreach (JsonObject example in examples.OfType<JsonObject>())
            {
                if (Resource.UuidOf(example) is not { } uuid || !_byUuid.ContainsKey(uuid))
                    Add((JsonObject)example.DeepClone(), collection.ElementType, collection.Path);
            }
        }
    }

    private void Forget(Resource resource)
    {
        if (resource.Uuid is { } uuid)
            _byUuid.Remove(uuid);
        foreach (ResourceCollection collection in _collections)
            collection.Remove(resource);
    }

    /// <summary>Returns the resources inside another resource, such as the NICs of a VM instance.</summary>
    public List<Resource> Parts(JsonNode owner)
    {
        var parts = new List<Resource>();
        var open = new Stack<JsonNode?>();
        open.Push(owner);
        while (open.TryPop(out JsonNode? node))
        {
            if (node is JsonArray array)
            {
                foreach (JsonNode? item in array)
                    open.Push(item);
            }
            else if (node is JsonObject body)
            {
                if (body != owner && Find(Resource.UuidOf(body)) is { } part && part.Body == body)
                    parts.Add(part);
                foreach ((_, JsonNode? value) in body)
                    open.Push(value);
            }
        }

        return parts;
    }

    private void AddParts(JsonArray parts, string partType)
    {
        foreach (JsonObject part in parts.OfType<JsonObject>())
        {
            string? uuid = Resource.UuidOf(part);
            // A part that already exists from an example is replaced by the part inside its owner, so that changes are visible in both.
            if (uuid is not null && _byUuid.TryGetValue(uuid, out Resource? known))
                Detach(known);
            Add(part, partType, "");
        }
    }

    private bool Shows(ResourceCollection collection, string? type, string path)
    {
        if (type is null || collection.ElementType is null)
            return collection.Path == path;
        if (collection.ElementType == type || (IsBelow(path, collection.Path) && _catalog.Type(collection.ElementType)?.Subclasses.Contains(type) == true))
            return true;
        // If no page states that a type extends another one, the names can. A type with a query of its own is not part of a more general query.
        return IsBelow(path, collection.Path) && IsKindOf(type, collection.ElementType) && HasAllOf(type, collection.ElementType)
            && !_collections.Exists(other => other.ElementType == type);
    }

    // A resource below the path of a query can be another resource: /v1/l3-networks/{uuid}/ip-ranges. It then has other members.
    private bool Fits(JsonObject body, ResourceCollection collection)
    {
        if (_catalog.Type(collection.ElementType) is { Members.Count: > 0 } structure)
            return body.All(member => structure.Has(member.Key) || structure.Subclasses.Any(subclass => _catalog.Type(subclass)?.Has(member.Key) == true));
        JsonObject[] examples = [.. (collection.Query.ResponseExample?[collection.ListName] as JsonArray ?? []).OfType<JsonObject>()];
        return examples.Length > 0 && body.All(member => examples.Any(example => example.ContainsKey(member.Key)));
    }

    // A type that extends another type has all of its members. For instance, ArchiveTicketInventory lacks members of TicketInventory.
    private bool HasAllOf(string special, string general) =>
        _catalog.Type(special) is not { } structure || _catalog.Type(general) is not { } ancestor || ancestor.Members.All(member => structure.Has(member.Name));

    private static bool IsBelow(string path, string collection) =>
        path == collection || path.StartsWith(collection + "/", StringComparison.Ordinal);

    // KVMHostInventory is a HostInventory, and L2VlanNetworkInventory is an L2NetworkInventory: they contain the words of the general name in the
    // same order and end with the same noun. HostNetworkBondingInventory is not a HostInventory, although its path is below the path of hosts.
    private static bool IsKindOf(string special, string general)
    {
        List<string> words = Words(general), specialWords = Words(special);
        int last = Math.Min(words.Count, specialWords.Count) > 1 ? 2 : 1;
        if (words[^last] != specialWords[^last])
            return false;
        int at = 0;
        foreach (string word in specialWords)
        {
            if (at < words.Count && word == words[at])
                at++;
        }

        return at == words.Count;
    }

    private static List<string> Words(string name)
    {
        List<string> words = [];
        int start = 0;
        for (int i = 1; i <= name.Length; i++)
        {
            if (i == name.Length || (char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])))))
            {
                words.Add(name[start..i]);
                start = i;
            }
        }

        return words;
    }
}
