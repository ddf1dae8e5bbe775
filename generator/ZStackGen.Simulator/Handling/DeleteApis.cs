using System;
using System.Text.Json.Nodes;
using ZStack.Simulation.Responses;
using ZStack.Simulation.Specs;
using ZStack.Simulation.State;

namespace ZStack.Simulation.Handling;

/// <summary>Deletes resources. Deleting a missing resource succeeds if the UUID is well-formed. See runtime/PROTOCOL.md §1.1.</summary>
internal sealed class DeleteApis(ResourceStore store, ApiCatalog catalog, ServerClock clock) : IApiHandler
{
    public bool CanHandle(SimulatedApi api) =>
        api.Action.Method == "DELETE" && api.Action.Path.EndsWith('}') && ResourceChanges.Verb(api.Name) is "Delete" or "Destroy";

    public SimulatedResponse Handle(SimulatedCall call)
    {
        string path = call.Definition.Action.Path;
        string uuid = call.Text(call.Definition.ArgumentOf(path[(path.LastIndexOf('{') + 1)..^1])) ?? "";
        lock (store.Gate)
        {
            Resource? resource = store.Find(uuid);
            if (resource is null && !Resource.IsWellFormedUuid(uuid))
                return SimulatedResponse.Failure(SimulatedError.NotFound(uuid, null));
            if (resource is not null)
            {
                // A destroyed VM instance can be recovered until it is expunged.
                if (ResourceChanges.StateAfter(call.Definition, call.Arguments, resource.Body) is { } change)
                {
                    resource.Body[change.Member] = change.Value;
                    ResourceChanges.FollowState(resource.Body, change.Value);
                    if (resource.Body.ContainsKey("lastOpDate"))
                        resource.Body["lastOpDate"] = clock.Print(clock.Now);
                    store.Save(resource);
                }
                else
                {
                    store.Remove(resource);
                }
            }

            JsonObject result = (JsonObject?)call.Definition.ResponseExample?.DeepClone() ?? [];
            if (resource is not null && result.ContainsKey("inventory") && catalog.Shows(call.Definition.Inventory?.Type.StructureName(), resource.Type))
                result["inventory"] = resource.Body.DeepClone();
            return SimulatedResponse.Success(result);
        }
    }
}
