using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using ZStack.Simulation.Identity;
using ZStack.Simulation.Specs;

namespace ZStack.Simulation;

/// <summary>A call that passed the checks of the REST layer: which API, with which arguments, by whom.</summary>
public sealed class SimulatedCall
{
    internal SimulatedCall(SimulatedApi definition, JsonObject arguments, Session? session)
    {
        Definition = definition;
        Arguments = arguments;
        Session = session;
    }

    /// <summary>The API's name.</summary>
    public string Api => Definition.Name;

    /// <summary>The arguments from path, query and body.</summary>
    public JsonObject Arguments { get; }

    /// <summary>The session of the caller; <see langword="null"/> when the API needs none.</summary>
    public string? SessionUuid => Session?.Uuid;

    /// <summary>The system tags sent with the call.</summary>
    public IReadOnlyList<string> SystemTags => Strings("systemTags");

    /// <summary>The user tags sent with the call.</summary>
    public IReadOnlyList<string> UserTags => Strings("userTags");

    internal SimulatedApi Definition { get; }

    internal Session? Session { get; }

    /// <summary>The query string's parameters of a query API, which are not arguments of their own.</summary>
    internal IReadOnlyDictionary<string, string[]> QueryParameters { get; init; } = new Dictionary<string, string[]>();

    /// <summary>An argument as text; <see langword="null"/> when it was not sent or is not a plain value.</summary>
    /// <param name="name">The argument's name.</param>
    public string? Text(string name) => Arguments[name] is JsonValue value ? value.GetValueKind() == System.Text.Json.JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString() : null;

    private string[] Strings(string name) =>
        Arguments[name] is JsonArray array ? [.. array.OfType<JsonValue>().Select(static item => item.ToString())] : [];
}
