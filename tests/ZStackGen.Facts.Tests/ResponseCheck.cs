using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using ZStackGen.Facts.Merging;
using ZStackGen.Facts.Parity;
using ZStackGen.Specs.Model;

namespace ZStackGen.Facts.Tests;

/// <summary>Reads a response by the tables of its page, like the generated client: no member is unknown, each has its type.</summary>
internal sealed class ResponseCheck(PageLookup pages)
{
    /// <summary>Returns the parts of the response that contradict the tables.</summary>
    public IEnumerable<string> Problems(ApiModel api, JsonObject response)
    {
        var problems = new List<string>();
        if (api.Response is null)
            return problems;
        // These two members belong to the protocol.
        response.Remove("schema");
        response.Remove("success");
        Members(api.Name, response, name => (api.Response?.Fields ?? default).FirstOrDefault(field => field.Name == name), problems);
        return problems;
    }

    // A response contains a subclass for a base class. It is the class that has all members.
    private string ClassOf(string type, JsonObject value) => pages.Types.Where(other => pages.Extends(other, type)).Prepend(type)
        .FirstOrDefault(candidate => value.All(member => pages.Field(candidate, member.Key) is not null)) ?? type;

    private void Members(string place, JsonObject value, Func<string, FieldModel?> find, List<string> problems)
    {
        foreach ((string name, JsonNode? member) in value)
        {
            if (find(name) is { } field)
                Value($"{place}.{name}", member, TypeText.Normalize(field.Type), problems);
            else
                problems.Add($"{place}.{name} is no row of the table");
        }
    }

    private void Value(string place, JsonNode? value, string type, List<string> problems)
    {
        // No page states whether the server writes bytes as numbers or as Base64.
        if (value is null || type is "Object" or "byte[]")
            return;
        if (TypeText.IsList(type))
        {
            foreach (JsonNode? item in value as JsonArray ?? Wrong<JsonArray>(place, type, value, problems))
                Value(place, item, type == "List" ? "Object" : type[5..^1], problems);
        }
        else if (TypeText.IsMap(type))
        {
            foreach ((string key, JsonNode? item) in value as JsonObject ?? Wrong<JsonObject>(place, type, value, problems))
                Value($"{place}.{key}", item, type == "Map" ? "Object" : type[(type.IndexOf(',', StringComparison.Ordinal) + 1)..^1].Trim(), problems);
        }
        else if (pages.Type(type) is { Values.Count: 0 })
        {
            JsonObject members = value as JsonObject ?? Wrong<JsonObject>(place, type, value, problems);
            string own = ClassOf(type, members);
            Members(place, members, name => pages.Field(own, name), problems);
        }
        else if (!Fits(value.GetValueKind(), type))
        {
            problems.Add($"{place} is {value.ToJsonString()} and no {type}");
        }
    }

    private static bool Fits(JsonValueKind kind, string type) => type switch
    {
        "Integer" or "int" or "Long" or "long" or "Double" or "double" or "Float" or "float" => kind == JsonValueKind.Number,
        "Boolean" or "boolean" => kind is JsonValueKind.True or JsonValueKind.False,
        _ => kind == JsonValueKind.String,
    };

    private static T Wrong<T>(string place, string type, JsonNode value, List<string> problems)
        where T : JsonNode
    {
        problems.Add($"{place} is {value.ToJsonString()} and no {type}");
        return (T)(JsonNode)(typeof(T) == typeof(JsonArray) ? new JsonArray() : new JsonObject());
    }
}
