using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using ZStack.Simulation.Responses;
using ZStack.Simulation.Specs;
using ZStack.Simulation.State;

namespace ZStack.Simulation.Handling;

/// <summary>Creates tags, and attaches and detaches tag patterns. Updates and deletions of tags are those of any resource.</summary>
internal sealed class TagApis(ResourceStore store, ServerClock clock, bool checkReferences) : IApiHandler
{
    public bool CanHandle(SimulatedApi api) => api.Name is "CreateSystemTag" or "CreateSystemTags" or "CreateUserTag" or "AttachTagToResources" or "DetachTagFromResources";

    public SimulatedResponse Handle(SimulatedCall call)
    {
        lock (store.Gate)
        {
            if (store.CheckSpace() is { } full)
                return SimulatedResponse.Failure(full);
            string[] resources = [.. (call.Text("resourceUuid") is { } single ? [single] : Texts(call, "resourceUuids")).Distinct()];
            if (checkReferences && resources.FirstOrDefault(uuid => store.Find(uuid) is null && !store.IsReferred(uuid)) is { } missing)
                return SimulatedResponse.Failure(SimulatedError.NotFound(missing, null));
            if (Array.Exists(resources, store.Tags.IsFull) || Texts(call, "tags").Skip(TagStore.MaxPerResource).Any())
                return SimulatedResponse.Failure(new SimulatedError("ID.1003", $"a resource of the simulator has at most {TagStore.MaxPerResource} tags"));
            switch (call.Api)
            {
                case "CreateSystemTag" or "CreateUserTag":
                    return SimulatedResponse.Success(new JsonObject { ["inventory"] = Create(call, resources[0], call.Text("tag") ?? "") });
                case "CreateSystemTags":
                    return SimulatedResponse.Success(new JsonObject { ["inventories"] = new JsonArray([.. Texts(call, "tags").Select(tag => Create(call, resources[0], tag))]) });
                default:
                    return ChangePattern(call, resources);
            }
        }
    }

    private JsonNode Create(SimulatedCall call, string resource, string tag) =>
        store.Tags.Add(resource, tag, system: call.Api != "CreateUserTag", call.Text("resourceType"), clock).Body.DeepClone();

    private SimulatedResponse ChangePattern(SimulatedCall call, string[] resources)
    {
        string uuid = call.Text("tagUuid") ?? "";
        if (store.Find(uuid) is not { } pattern)
        {
            return checkReferences
                ? SimulatedResponse.Failure(SimulatedError.NotFound(uuid, "TagPatternInventory"))
                : SimulatedResponse.Success((JsonObject?)call.Definition.ResponseExample?.DeepClone());
        }

        if (call.Api == "AttachTagToResources")
        {
            return SimulatedResponse.Success(new JsonObject
            {
                ["results"] = new JsonArray([.. resources.Select(resource =>
                    (JsonNode)new JsonObject { ["success"] = true, ["inventory"] = store.Tags.Attach(pattern, resource, clock).Body.DeepClone() })]),
            });
        }

        foreach (Resource tag in resources.SelectMany(resource => store.Tags.Of(resource, system: false)).Where(tag => Resource.TextOf(tag.Body, "tagPatternUuid") == uuid).ToArray())
            store.Remove(tag);
        return SimulatedResponse.Success();
    }

    private static IEnumerable<string> Texts(SimulatedCall call, string name) => (call.Arguments[name] as JsonArray ?? []).Select(static item => item?.ToString()).OfType<string>();
}
