using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using ZStackGen.Specs.Catalog;

namespace ZStack.Simulation.Specs;

/// <summary>One API as the simulator answers it: what its pages state and what follows from that.</summary>
internal sealed class SimulatedApi
{
    public SimulatedApi(CatalogAction action, string? responseExample)
    {
        Action = action;
        IsAsync = SyncApis.IsAsync(action);
        ActionKey = action.Method == "PUT" ? action.Wrapper is { Length: > 0 } wrapper ? wrapper : CamelCase(action.Name) : null;
        ResponseExample = responseExample is null ? null : Parse(responseExample);
        foreach (CatalogMember member in action.Result)
        {
            // CreateBonding answers with a list under this name.
            if (member.Name == "inventory" && member.Type.Kind != ValueKind.List)
                Inventory = member;
        }
    }

    public CatalogAction Action { get; }

    public string Name => Action.Name;

    public bool IsAsync { get; }

    /// <summary>The key in the body by which a PUT on a shared path is told apart (PROTOCOL.md §1.2).</summary>
    public string? ActionKey { get; }

    public JsonObject? ResponseExample { get; }

    /// <summary>The one resource that the API answers with.</summary>
    public CatalogMember? Inventory { get; }

    public IEnumerable<string> Paths => Action.AlternatePaths.Prepend(Action.Path);

    /// <summary>The argument that a variable of the path gives; some pages call the parameter differently.</summary>
    public string ArgumentOf(string variable) =>
        Action.Parameters.FirstOrDefault(parameter => parameter.PathVariable == variable)?.Name ?? variable;

    /// <summary>The message class a ZStack would name in its errors.</summary>
    public string MessageName => $"API{Name}Msg";

    internal static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static JsonObject? Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json) as JsonObject;
        }
        catch (JsonException)
        {
            // The reader promises strict JSON; a page that breaks the promise has no example.
            return null;
        }
    }
}
