using System;
using System.Linq;
using System.Text.Json.Nodes;
using ZStack.Simulation.Responses;
using ZStack.Simulation.Specs;
using ZStack.Simulation.State;

namespace ZStack.Simulation.Handling;

/// <summary>Creates resources: a POST with a name such as Create… or Add… whose response has an <c>inventory</c>.</summary>
internal sealed class CreateApis(ResourceStore store, ApiCatalog catalog, ServerClock clock) : IApiHandler
{
    public bool CanHandle(SimulatedApi api) =>
        api.Action.Method == "POST"
        && ResourceChanges.Verb(api.Name) is "Create" or "Add" or "Clone" or "Register" or "Import"
        && !MakesPartOfTarget(api)
        && (api.Inventory is not null || api.ResponseExample?["inventory"] is JsonObject);

    public SimulatedResponse Handle(SimulatedCall call)
    {
        SimulatedApi api = call.Definition;
        string? type = api.Inventory?.Type.StructureName();
        lock (store.Gate)
        {
            if (store.CheckSpace() is { } full)
                return SimulatedResponse.Failure(full);
            // If resourceUuid is required, it identifies the resource that the new resource belongs to, as in CreateSystemTag.
            string? wanted = api.Action.Parameters.Any(static parameter => parameter.Name == "resourceUuid" && parameter.IsRequired) ? null : call.Text("resourceUuid");
            if (wanted is not null && !Resource.IsWellFormedUuid(wanted))
                return SimulatedResponse.Failure(SimulatedError.BadArgument($"the field [resourceUuid] of [{api.MessageName}] is '{wanted}', which is not a UUID without dashes", $"[{api.MessageName}]的字段[resourceUuid]的值'{wanted}'不是合法的UUID"));
            if (store.Find(wanted) is not null)
                return SimulatedResponse.Failure(new SimulatedError("SYS.1002", $"a resource with the uuid [{wanted}] already exists"));

            string uuid = wanted ?? Guid.NewGuid().ToString("n");
            string now = clock.Print(clock.Now);
            JsonObject body = ResourceTemplate.Instantiate(Example(api, type), uuid, call.Text("name"), now, store.Addresses);
            SimulatedStructure? structure = catalog.Type(type);
            if (!call.Arguments.ContainsKey("description"))
                body.Remove("description");
            ResourceChanges.Overlay(body, call.Arguments, structure, catalog);
            TakeOffering(body, call, structure);
            Complete(body, structure, uuid, call.Text("name"), now);
            if (call.Text("strategy") is "CreateStopped" or "JustCreate" && body.ContainsKey("state"))
            {
                body["state"] = call.Text("strategy") == "JustCreate" ? "Created" : "Stopped";
                ResourceChanges.FollowState(body, "Stopped");
            }

            Resource resource = store.Add(body, type, Collection(api.Action.Path));
            store.Save(resource);
            store.Tags.AddFrom(call, resource, clock);

            JsonObject result = (JsonObject?)api.ResponseExample?.DeepClone() ?? [];
            result["inventory"] = body.DeepClone();
            return SimulatedResponse.Success(result);
        }
    }

    // "Add…To…" with the target in the path changes the target: AddDnsToL3Network, AddVmNicToLoadBalancer.
    private static bool MakesPartOfTarget(SimulatedApi api) =>
        api.Name.StartsWith("Add", StringComparison.Ordinal) && api.Name.Contains("To", StringComparison.Ordinal) && api.Action.Path.Contains('{', StringComparison.Ordinal);

    private JsonObject Example(SimulatedApi api, string? type) =>
        (api.HasExample ? api.ResponseExample?["inventory"] as JsonObject : null)
        ?? store.CollectionsFor(type, Collection(api.Action.Path)).Select(static c => c.Query.ResponseExample?[c.ListName]?[0] as JsonObject).FirstOrDefault(static example => example is not null)
        ?? api.ResponseExample?["inventory"] as JsonObject
        ?? [];

    // A VM instance gets the processors and the memory of its instance offering, unless the call states its own.
    private void TakeOffering(JsonObject body, SimulatedCall call, SimulatedStructure? structure)
    {
        if (store.Find(call.Text("instanceOfferingUuid"))?.Body is not { } offering)
            return;
        foreach (string member in (ReadOnlySpan<string>)["cpuNum", "cpuSpeed", "memorySize"])
        {
            if (offering[member] is { } value && call.Arguments[member] is null && (body.ContainsKey(member) || structure?.Has(member) == true))
                body[member] = value.DeepClone();
        }
    }

    private static void Complete(JsonObject body, SimulatedStructure? type, string uuid, string? name, string now)
    {
        bool Has(string member) => type is null ? member is "uuid" or "createDate" or "lastOpDate" : type.Has(member);
        if (Has("uuid"))
            body["uuid"] = uuid;
        if (name is not null && (type is null || Has("name")))
            body["name"] = name;
        if (Has("state") && !body.ContainsKey("state"))
            body["state"] = "Enabled";
        if (Has("status") && !body.ContainsKey("status"))
            body["status"] = "Ready";
        foreach (string date in (ReadOnlySpan<string>)["createDate", "lastOpDate"])
        {
            if (Has(date))
                body[date] = now;
        }
    }

    private static string Collection(string path) => path.EndsWith('}') ? path[..path.LastIndexOf('/')] : path;
}
