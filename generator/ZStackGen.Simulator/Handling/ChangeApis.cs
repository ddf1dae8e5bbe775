using System;
using System.Linq;
using System.Text.Json.Nodes;
using ZStack.Simulation.Responses;
using ZStack.Simulation.Specs;
using ZStack.Simulation.State;

namespace ZStack.Simulation.Handling;

/// <summary>Changes resources: updates, actions on <c>…/{uuid}/actions</c>, attaching and detaching.</summary>
internal sealed class ChangeApis(ResourceStore store, ApiCatalog catalog, ServerClock clock, StateRules? rules, bool needsTarget) : IApiHandler
{
    public bool CanHandle(SimulatedApi api)
    {
        if (api.Action.IsQuery || api.Action.Method == "GET" || !api.Action.Path.Contains('{', StringComparison.Ordinal))
            return false;
        // Without a query API, the change would not be visible. The example of the page is then the better response.
        string? type = api.Inventory?.Type.StructureName();
        return api.Action.Method switch
        {
            "PUT" or "POST" => store.CollectionsFor(type, Owner(api.Action.Path)).Count > 0,
            "DELETE" => ResourceChanges.Verb(api.Name) is "Detach" or "Remove" && type is not null && store.CollectionsFor(type, Owner(api.Action.Path)).Count > 0,
            _ => false,
        };
    }

    public SimulatedResponse Handle(SimulatedCall call)
    {
        SimulatedApi api = call.Definition;
        string? type = api.Inventory?.Type.StructureName();
        lock (store.Gate)
        {
            (string variable, Resource? target) = Target(call, type);
            if (target is null)
                return needsTarget ? SimulatedResponse.Failure(SimulatedError.NotFound(call.Text(variable) ?? "", type)) : SimulatedResponse.Success((JsonObject?)api.ResponseExample?.DeepClone());
            if (rules?.Check(api, target) is { } refused)
                return SimulatedResponse.Failure(refused);
            if (ResourceChanges.Verb(api.Name) == "Expunge")
            {
                store.Remove(target);
                return SimulatedResponse.Success((JsonObject?)api.ResponseExample?.DeepClone());
            }

            if (store.CheckSpace() is { } full)
                return SimulatedResponse.Failure(full);
            Change(call, variable, target);
            store.Save(target);
            JsonObject result = (JsonObject?)api.ResponseExample?.DeepClone() ?? [];
            // The resource in the response can have another type: AddLabelToAlarm changes an alarm and returns the label.
            if ((api.Inventory is not null || result["inventory"] is JsonObject) && catalog.Shows(type, target.Type))
                result["inventory"] = target.Body.DeepClone();
            return SimulatedResponse.Success(result);
        }
    }

    private void Change(SimulatedCall call, string variable, Resource target)
    {
        JsonObject body = target.Body;
        JsonObject arguments = (JsonObject)call.Arguments.DeepClone();
        arguments.Remove(variable);
        if (call.Definition.Action.Method == "DELETE")
        {
            // Detaching removes the reference to the other resource.
            foreach ((string name, _) in arguments)
            {
                if (name.EndsWith("Uuid", StringComparison.Ordinal))
                    body.Remove(name);
            }
        }
        else
        {
            // The arguments of an action, such as StopVmInstance.type, are not members of the resource, except references and updates.
            if (ResourceChanges.Verb(call.Api) is not ("Update" or "Set" or "Change"))
            {
                foreach ((string name, _) in arguments.ToArray())
                {
                    if (!name.EndsWith("Uuid", StringComparison.Ordinal))
                        arguments.Remove(name);
                }
            }

            ResourceChanges.Overlay(body, arguments, catalog.Type(target.Type), catalog);
        }

        // ChangeInstanceOffering
        if (store.Find(call.Text("instanceOfferingUuid"))?.Body is { } offering)
        {
            foreach (string member in (ReadOnlySpan<string>)["cpuNum", "cpuSpeed", "memorySize"])
            {
                if (offering[member] is { } value && body.ContainsKey(member))
                    body[member] = value.DeepClone();
            }
        }

        if (ResourceChanges.StateAfter(call.Definition, call.Arguments, body) is { } change)
        {
            body[change.Member] = change.Value;
            if (change.Member == "state")
                ResourceChanges.FollowState(body, change.Value);
        }

        if (body.ContainsKey("lastOpDate"))
            body["lastOpDate"] = clock.Print(clock.Now);
        store.Tags.AddFrom(call, target, clock);
    }

    // Returns the path variable whose resource has the type of the response; otherwise, the first path variable.
    private (string Variable, Resource? Target) Target(SimulatedCall call, string? type)
    {
        string[] variables = [.. call.Definition.Action.Path.Split('/').Where(static s => s.StartsWith('{')).Select(s => call.Definition.ArgumentOf(s[1..^1]))];
        foreach (string variable in variables)
        {
            if (store.Find(call.Text(variable)) is { } resource && (type is null || resource.Type is null || resource.Type == type))
                return (variable, resource);
        }

        return (variables[0], store.Find(call.Text(variables[0])));
    }

    private static string Owner(string path) => path[..(path.IndexOf('{', StringComparison.Ordinal) - 1)];
}
