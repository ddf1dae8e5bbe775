using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using ZStackGen.Specs.Model;

namespace ZStack.Simulation.Specs;

/// <summary>One API as the simulator answers it: what its page states and what follows from that.</summary>
internal sealed class SimulatedApi
{
    public SimulatedApi(ApiModel model, string page, bool isBuiltIn = false)
    {
        Model = model;
        Page = page;
        IsBuiltIn = isBuiltIn;
        IsAsync = model.IsAsync ?? SyncApis.IsAsync(model);
        ActionKey = model.Method == "PUT" ? model.Wrapper is { Length: > 0 } wrapper ? wrapper : CamelCase(model.Name) : null;
        ResponseExample = model.ResponseExample is { } example ? Parse(example) : null;
        foreach (StructureModel structure in model.Structures)
            Structures[structure.Id] = structure;
    }

    public ApiModel Model { get; }

    public string Name => Model.Name;

    /// <summary>The page the API comes from, for messages.</summary>
    public string Page { get; }

    /// <summary>Whether the simulator itself brings the API, page or not.</summary>
    public bool IsBuiltIn { get; }

    public bool IsAsync { get; }

    /// <summary>The key in the body by which a PUT on a shared path is told apart (protocol §1.2).</summary>
    public string? ActionKey { get; }

    public JsonObject? ResponseExample { get; }

    /// <summary>The structures that only this page describes, by their id.</summary>
    public Dictionary<string, StructureModel> Structures { get; } = new(StringComparer.Ordinal);

    public IEnumerable<string> Paths => Model.AlternatePaths.Prepend(Model.Path);

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
