using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using ZStack.Simulation.Specs;

namespace ZStack.Simulation.State;

/// <summary>Determines how a call changes a resource, from its name and its arguments.</summary>
internal static class ResourceChanges
{
    // Arguments that are not members of the resource.
    private static readonly HashSet<string> s_notMembers = new(StringComparer.Ordinal) { "uuid", "systemTags", "userTags", "tagUuids", "resourceUuid", "sessionId", "deleteMode", "createDate", "lastOpDate" };

    /// <summary>Copies the arguments into the members of the same name.</summary>
    public static void Overlay(JsonObject body, JsonObject arguments, SimulatedStructure? type, ApiCatalog catalog)
    {
        foreach ((string name, JsonNode? value) in arguments)
        {
            if (value is null || s_notMembers.Contains(name))
                continue;
            if (!Fits(value, catalog.Type(type?.Find(name)?.Type.StructureName())))
                continue;
            if (body.ContainsKey(name) || type?.Has(name) == true)
                body[name] = type?.Find(name) is { } member ? catalog.Forms.Form(value.DeepClone(), member.Type) : value.DeepClone();
        }
    }

    // An argument with UUIDs or with other members is not a value of the structure that the member of the same name contains.
    private static bool Fits(JsonNode value, SimulatedStructure? structure) => structure is null || value switch
    {
        JsonArray items => items.All(item => item is null || Fits(item, structure)),
        JsonObject members => members.All(member => structure.Has(member.Key)),
        _ => false,
    };

    /// <summary>Returns the state after an action, derived from the name of the API.</summary>
    /// <returns>The member and its new value; <see langword="null"/> if the name implies no state.</returns>
    public static (string Member, string Value)? StateAfter(SimulatedApi api, JsonObject arguments, JsonObject body)
    {
        string name = api.Name;
        if (name.StartsWith("Change", StringComparison.Ordinal) && name.EndsWith("State", StringComparison.Ordinal))
        {
            return Resource.TextOf(arguments, "stateEvent") switch
            {
                "enable" => ("state", "Enabled"),
                "disable" => ("state", "Disabled"),
                "maintain" => ("state", "Maintenance"),
                "preMaintain" => ("state", "PreMaintenance"),
                _ => null,
            };
        }

        string? state = Verb(name) switch
        {
            "Start" or "Resume" or "Reboot" => "Running",
            "Stop" => "Stopped",
            "Pause" or "Suspend" => "Paused",
            "Destroy" => "Destroyed",
            "Recover" => Resource.TextOf(body, "state") == "Destroyed" ? "Stopped" : null,
            _ => null,
        };
        if (state is not null && body.ContainsKey("state"))
            return ("state", state);
        return Verb(name) switch
        {
            "Recover" when Resource.TextOf(body, "status") == "Deleted" => ("status", "Ready"),
            "Reconnect" when body.ContainsKey("status") => ("status", "Connected"),
            _ => null,
        };
    }

    /// <summary>Updates the members that depend on the state of a VM instance: the host while it runs; otherwise, the last host.</summary>
    public static void FollowState(JsonObject body, string state)
    {
        if (state == "Running")
        {
            if (!body.ContainsKey("hostUuid") && Resource.TextOf(body, "lastHostUuid") is { } last)
                body["hostUuid"] = last;
        }
        else if (state is "Stopped" or "Destroyed" && Resource.TextOf(body, "hostUuid") is { } host && body.ContainsKey("clusterUuid"))
        {
            body["lastHostUuid"] = host;
            body.Remove("hostUuid");
        }
    }

    /// <summary>Returns the first word of an API's name.</summary>
    public static string Verb(string name)
    {
        int end = 1;
        while (end < name.Length && !char.IsUpper(name[end]))
            end++;
        return name[..end];
    }
}
