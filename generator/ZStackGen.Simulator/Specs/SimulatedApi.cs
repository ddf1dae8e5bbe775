using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using ZStackGen.Specs.Catalog;

namespace ZStack.Simulation.Specs;

/// <summary>An API of the simulator, with the facts derived from its pages.</summary>
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
            // CreateBonding returns a list under this name.
            if (member.Name == "inventory" && member.Type.Kind != ValueKind.List)
                Inventory = member;
        }
    }

    public CatalogAction Action { get; }

    public string Name => Action.Name;

    public bool IsAsync { get; }

    /// <summary>Gets the member of the body that identifies the API among the PUT APIs of a shared path. See runtime/PROTOCOL.md §1.2.</summary>
    public string? ActionKey { get; }

    public JsonObject? ResponseExample { get; }

    /// <summary>Gets the member of the response that contains the resource.</summary>
    public CatalogMember? Inventory { get; }

    public IEnumerable<string> Paths => Action.AlternatePaths.Prepend(Action.Path);

    /// <summary>Returns the argument for a path variable. On some pages, the parameter has another name than the variable.</summary>
    public string ArgumentOf(string variable) =>
        Action.Parameters.FirstOrDefault(parameter => parameter.PathVariable == variable)?.Name ?? variable;

    /// <summary>Gets the name of the message class, which ZStack uses in errors.</summary>
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
            // The reader ensures strict JSON, so this is unexpected. Such a page has no example.
            return null;
        }
    }
}
