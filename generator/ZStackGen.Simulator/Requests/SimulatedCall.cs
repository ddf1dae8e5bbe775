using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using ZStack.Simulation.Identity;
using ZStack.Simulation.Specs;

namespace ZStack.Simulation;

/// <summary>A call that passed the checks of the REST layer: the API, its arguments and the session of the caller.</summary>
public sealed class SimulatedCall
{
    internal SimulatedCall(SimulatedApi definition, JsonObject arguments, Session? session)
    {
        Definition = definition;
        Arguments = arguments;
        Session = session;
    }

    /// <summary>Gets the name of the API.</summary>
    public string Api => Definition.Name;

    /// <summary>Gets the arguments from path, query and body.</summary>
    public JsonObject Arguments { get; }

    /// <summary>Gets the UUID of the caller's session; <see langword="null"/> if the API needs none.</summary>
    public string? SessionUuid => Session?.Uuid;

    /// <summary>Gets the system tags of the call.</summary>
    public IReadOnlyList<string> SystemTags => Strings("systemTags");

    /// <summary>Gets the user tags of the call.</summary>
    public IReadOnlyList<string> UserTags => Strings("userTags");

    internal SimulatedApi Definition { get; }

    internal Session? Session { get; }

    /// <summary>Gets the query string of a query API. Its parameters are not arguments of the API.</summary>
    internal IReadOnlyDictionary<string, string[]> QueryParameters { get; init; } = new Dictionary<string, string[]>();

    /// <summary>Returns an argument as text; <see langword="null"/> if it is missing or not a plain value.</summary>
    /// <param name="name">The name of the argument.</param>
    public string? Text(string name) => Arguments[name] is JsonValue value ? value.GetValueKind() == System.Text.Json.JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString() : null;

    private string[] Strings(string name) =>
        Arguments[name] is JsonArray array ? [.. array.OfType<JsonValue>().Select(static item => item.ToString())] : [];
}
