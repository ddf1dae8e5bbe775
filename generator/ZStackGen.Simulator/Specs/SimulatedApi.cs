using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using ZStack.Simulation.Responses;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;

namespace ZStack.Simulation.Specs;

/// <summary>An API of the simulator, with the facts derived from its pages.</summary>
internal sealed class SimulatedApi
{
    private readonly Dictionary<string, CatalogMember> _result = new(StringComparer.Ordinal);

    public SimulatedApi(CatalogAction documented, VersionFilter version, string? responseExample)
    {
        HasTable = documented.Result.Count > 0;
        OmittedParameters = version.Omitted(documented.Parameters);
        CatalogAction action = documented with
        {
            Parameters = documented.Parameters.Where(version.Has).ToArray().ToEquatableArray(),
            Result = documented.Result.Where(version.Has).ToArray().ToEquatableArray(),
        };
        Action = action;
        IsAsync = SyncApis.IsAsync(action);
        ActionKey = action.Method == "PUT" ? action.Wrapper is { Length: > 0 } wrapper ? wrapper : CamelCase(action.Name) : null;
        ResponseExample = responseExample is null ? null : Parse(responseExample);
        HasExample = ResponseExample is not null;
        foreach (CatalogMember member in action.Result)
        {
            _result.TryAdd(member.Name, member);
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

    /// <summary>Gets the parameters that the version of the simulator does not have. A server ignores unknown arguments.</summary>
    public IReadOnlySet<string> OmittedParameters { get; }

    /// <summary>Gets a value indicating whether a table describes the response.</summary>
    public bool HasTable { get; }

    /// <summary>Gets the response of the page in the form of its table; without an example, a response with all members of the table.</summary>
    public JsonObject? ResponseExample { get; private set; }

    /// <summary>Gets a value indicating whether the page has an example of the response.</summary>
    public bool HasExample { get; }

    /// <summary>Gets the member of the response that contains the resource.</summary>
    public CatalogMember? Inventory { get; }

    public IEnumerable<string> Paths => Action.AlternatePaths.Prepend(Action.Path);

    /// <summary>Returns the argument for a path variable. On some pages, the parameter has another name than the variable.</summary>
    public string ArgumentOf(string variable) =>
        Action.Parameters.FirstOrDefault(parameter => parameter.PathVariable == variable)?.Name ?? variable;

    /// <summary>Gets the name of the message class, which ZStack uses in errors.</summary>
    public string MessageName => $"API{Name}Msg";

    /// <summary>Returns a member of the response's table; <see langword="null"/> if the table does not have it.</summary>
    public CatalogMember? ResultMember(string name) => _result.GetValueOrDefault(name);

    /// <summary>Gives the example the form of the table. Called once, when all structures are known.</summary>
    public void CompleteExample(ValueForms forms) => ResponseExample = forms.Complete(ResponseExample, this);

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
