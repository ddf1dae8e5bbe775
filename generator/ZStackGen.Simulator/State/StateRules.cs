using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using ZStack.Simulation.Specs;
using ZStackGen.Specs.Catalog;

namespace ZStack.Simulation.State;

/// <summary>
/// Rejects actions that the state of a resource does not allow. The rules cover only actions on the resource itself. A state of another type is
/// never applied, because only states that the pages show for the type are considered.
/// </summary>
internal sealed class StateRules
{
    // The verbs and the states that allow them. A ZStack server allows starting a running resource and stopping a stopped one.
    private static readonly Dictionary<string, string[]> s_allowed = new(StringComparer.Ordinal)
    {
        ["Start"] = ["Stopped", "Created", "Running", "Crashed"],
        ["Stop"] = ["Running", "Stopped", "Paused", "Unknown", "Crashed", "NoState"],
        ["Reboot"] = ["Running", "Crashed", "NoState"],
        ["Pause"] = ["Running"],
        ["Resume"] = ["Paused"],
        ["Recover"] = ["Destroyed"],
        ["Expunge"] = ["Destroyed"],
    };

    private readonly Dictionary<string, HashSet<string>> _known = new(StringComparer.Ordinal);

    public StateRules(ApiCatalog catalog)
    {
        foreach (SimulatedStructure structure in catalog.Types)
        {
            foreach (string documented in structure.Find("state")?.Values ?? default)
                Known(structure.Name).Add(documented);
        }

        var anyState = new JsonObject { ["state"] = "" };
        foreach (SimulatedApi api in catalog.Apis)
        {
            foreach (CatalogMember member in api.Action.Result)
                Visit(catalog, api.ResponseExample?[member.Name], member.Type);
            // The state after an action is known as well.
            if (catalog.Type(TypeOf(api)) is { } type && ResourceChanges.StateAfter(api, [], anyState) is { } change)
                Known(type.Name).Add(change.Value);
        }
    }

    /// <summary>Returns the error of an action that is not allowed now; <see langword="null"/> if it is allowed or no rule is known.</summary>
    public SimulatedError? Check(SimulatedApi api, Resource target)
    {
        if (target.Type is not { } type || type != TypeOf(api) || !s_allowed.TryGetValue(ResourceChanges.Verb(api.Name), out string[]? states))
            return null;
        string[] allowed = [.. states.Where(Known(type).Contains)];
        if (Resource.TextOf(target.Body, "state") is not { } now || allowed.Length == 0 || allowed.Contains(now) || !Known(type).Contains(now))
            return null;
        string list = string.Join(", ", allowed);
        return new SimulatedError("SYS.1006", $"the state [{now}] of the {type} [{target.Uuid}] does not allow [{api.MessageName}]; allowed are [{list}]")
        {
            ChineseDetails = $"[{target.Uuid}]的状态[{now}]不允许[{api.MessageName}]，允许的状态为[{list}]",
        };
    }

    // StartVmInstance acts on a VmInstanceInventory. An action with more words in its name acts on a part of the resource.
    private static string TypeOf(SimulatedApi api) => api.Name[ResourceChanges.Verb(api.Name).Length..] + "Inventory";

    private void Visit(ApiCatalog catalog, JsonNode? value, TypeReference type)
    {
        if (value is JsonArray array)
        {
            foreach (JsonNode? item in array)
                Visit(catalog, item, type);
        }
        else if (value is JsonObject body && type.StructureName() is { } name && catalog.Type(name) is { } structure)
        {
            foreach (CatalogMember member in structure.Members)
            {
                if (member.Name != "state")
                    Visit(catalog, body[member.Name], member.Type);
                else if (Resource.TextOf(body, member.Name) is { } seen)
                    Known(name).Add(seen);
            }
        }
    }

    private HashSet<string> Known(string type)
    {
        if (!_known.TryGetValue(type, out HashSet<string>? states))
            _known[type] = states = new HashSet<string>(StringComparer.Ordinal);
        return states;
    }
}
