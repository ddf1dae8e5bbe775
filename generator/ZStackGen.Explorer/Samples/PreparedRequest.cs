using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using ZStackGen.Explorer.Apis;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;

namespace ZStackGen.Explorer.Samples;

/// <summary>The HTTP request of a call with given arguments.</summary>
/// <param name="Method">The method.</param>
/// <param name="Url">The path, starting with <c>/v1</c>, and the query string.</param>
/// <param name="Body">The body; <see langword="null"/> for none.</param>
/// <param name="Missing">The required parameters without an argument.</param>
internal sealed record PreparedRequest(string Method, string Url, JsonObject? Body, IReadOnlyList<string> Missing)
{
    /// <summary>Puts each argument at the location of its parameter (PROTOCOL.md §1).</summary>
    /// <param name="api">The API.</param>
    /// <param name="arguments">The arguments by parameter name. Arguments without a parameter are those of every query.</param>
    public static PreparedRequest Of(ApiEntry api, JsonObject arguments)
    {
        CatalogAction action = api.Action;
        var missing = new List<string>();
        var query = new StringBuilder();
        string url = Fill(action, arguments, missing);
        if (action.IsQuery)
        {
            if (arguments["uuid"] is JsonValue uuid && Text(uuid) is { Length: > 0 } one)
            {
                bool hasRoute = action.AlternatePaths.Any(path => path == action.Path + "/{uuid}");
                if (hasRoute)
                    return new PreparedRequest(action.Method, url + "/" + Uri.EscapeDataString(one), null, missing);
                Append(query, "q", "uuid=" + one);
            }

            foreach (string name in QueryArguments.Names)
                Append(query, name, arguments[name]);
        }

        foreach (CatalogMember parameter in action.Parameters)
        {
            if (parameter.IsRequired && parameter.Location != ParameterLocation.Path && arguments[parameter.Name] is null)
                missing.Add(parameter.Name);
            if (parameter.Location == ParameterLocation.Query)
                Append(query, parameter.Name, arguments[parameter.Name]);
        }

        return new PreparedRequest(action.Method, url + query, MakeBody(action, arguments), missing);
    }

    private static string Fill(CatalogAction action, JsonObject arguments, List<string> missing)
    {
        var url = new StringBuilder();
        string path = action.Path;
        for (int i = 0; i < path.Length; i++)
        {
            int close = path[i] == '{' ? path.IndexOf('}', i) : -1;
            if (close < 0)
            {
                url.Append(path[i]);
                continue;
            }

            string variable = path[(i + 1)..close];
            string name = action.Parameters.FirstOrDefault(parameter => (parameter.PathVariable ?? parameter.Name) == variable)?.Name ?? variable;
            if (arguments[name] is JsonValue value && Text(value) is { Length: > 0 } text)
            {
                url.Append(Uri.EscapeDataString(text));
            }
            else
            {
                missing.Add(name);
                url.Append('{').Append(variable).Append('}');
            }

            i = close;
        }

        return url.ToString();
    }

    private static JsonObject? MakeBody(CatalogAction action, JsonObject arguments)
    {
        if (action.Method is not ("POST" or "PUT"))
            return null;
        var wrapped = new JsonObject();
        var body = new JsonObject();
        if (action.Wrapper is { } wrapper)
            body[wrapper] = wrapped;
        foreach (CatalogMember parameter in action.Parameters)
        {
            if (parameter.Location == ParameterLocation.Body && arguments[parameter.Name] is { } value)
                (parameter.InWrapper && action.Wrapper is not null ? wrapped : body)[parameter.Name] = value.DeepClone();
        }

        return body;
    }

    private static void Append(StringBuilder query, string name, JsonNode? value)
    {
        switch (value)
        {
            case null:
                break;
            case JsonArray list:
                foreach (JsonNode? item in list)
                    Append(query, name, item);
                break;
            case JsonObject map:
                foreach ((string key, JsonNode? item) in map)
                    Append(query, name + "." + key, item);
                break;
            default:
                query.Append(query.Length == 0 ? '?' : '&').Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(Text((JsonValue)value)));
                break;
        }
    }

    private static string Text(JsonValue value) => value.TryGetValue(out string? text) ? text : value.ToJsonString();
}
