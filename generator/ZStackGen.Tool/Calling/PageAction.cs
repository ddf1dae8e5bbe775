using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using ZStack;
using ZStack.Serialization;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;
using ZStackGen.Explorer.Apis;

namespace ZStackGen.Tool.Calling;

/// <summary>A call of an API as its page describes it. The arguments are JSON.</summary>
internal sealed class PageAction : ZStackAction<ZStackRawResult>
{
    private readonly CatalogAction _action;
    private readonly JsonObject _arguments;

    /// <summary>Initializes a new instance of the <see cref="PageAction"/> class.</summary>
    /// <param name="api">The API.</param>
    /// <param name="arguments">The arguments by parameter name. For a query also those of <see cref="QueryTerms"/>.</param>
    public PageAction(ApiEntry api, JsonObject arguments)
    {
        _action = api.Action;
        _arguments = arguments;
        ApiTraits traits = (_action.RequiresSession ? ApiTraits.RequiresSession : ApiTraits.None)
            | (api.IsAsync ? ApiTraits.Asynchronous : _action.Method == "GET" ? ApiTraits.None : ApiTraits.Synchronous)
            | (_action.IsQuery ? ApiTraits.Query : ApiTraits.None);
        Api = new ApiDescriptor(_action.Name, _action.Method, _action.Path, traits) { Wrapper = _action.Wrapper };
    }

    /// <inheritdoc/>
    public override ApiDescriptor Api { get; }

    /// <inheritdoc/>
    protected override void WritePath(ref PathWriter path)
    {
        while (path.NextVariable is { } variable)
        {
            string name = _action.Parameters.FirstOrDefault(parameter => (parameter.PathVariable ?? parameter.Name) == variable)?.Name ?? variable;
            path.Segment(name, _arguments[name] is JsonValue value ? Text(value) : null);
        }
    }

    /// <inheritdoc/>
    protected override void WriteQuery(ref QueryWriter query)
    {
        if (Api.Method is not ("GET" or "DELETE"))
            return;
        foreach ((string name, JsonNode? value) in _arguments)
        {
            CatalogMember? parameter = _action.Parameters.FirstOrDefault(parameter => parameter.Name == name);
            if (parameter?.Location != ParameterLocation.Path)
                Add(ref query, name, value);
        }
    }

    /// <inheritdoc/>
    protected override void WriteBody(ref JsonBodyWriter body) => Write(ref body, inWrapper: true);

    /// <inheritdoc/>
    protected override void WriteBodyOutsideWrapper(ref JsonBodyWriter body) => Write(ref body, inWrapper: false);

    /// <inheritdoc/>
    protected override ZStackRawResult ReadResult(ref JsonReader reader)
    {
        var result = new ZStackRawResult();
        reader.ReadMembers(result);
        return result;
    }

    private void Write(ref JsonBodyWriter body, bool inWrapper)
    {
        foreach (CatalogMember parameter in _action.Parameters)
        {
            if (parameter.Location == ParameterLocation.Body && parameter.InWrapper == inWrapper && _arguments[parameter.Name] is { } value)
                body.Member(parameter.Name, (JsonElement?)JsonSerializer.SerializeToElement(value));
        }
    }

    // A list becomes several pairs of the same key, a map one pair for each of its keys (PROTOCOL.md §1.1).
    private static void Add(ref QueryWriter query, string name, JsonNode? value)
    {
        switch (value)
        {
            case null:
                break;
            case JsonArray list:
                foreach (JsonNode? item in list)
                    Add(ref query, name, item);
                break;
            case JsonObject map:
                foreach ((string key, JsonNode? item) in map)
                    Add(ref query, name + "." + key, item);
                break;
            default:
                query.Add(name, Text((JsonValue)value));
                break;
        }
    }

    private static string Text(JsonValue value) => value.TryGetValue(out string? text) ? text : value.ToJsonString();
}
