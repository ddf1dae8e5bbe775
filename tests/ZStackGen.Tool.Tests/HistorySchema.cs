using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ZStackGen.Tool.Tests;

/// <summary>Checks a history against specs/history.schema.json, with the keywords of JSON Schema that the schema uses.</summary>
internal static class HistorySchema
{
    private static readonly JsonElement s_schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(SourceTree.Root, "specs", "history.schema.json"))).RootElement;

    private static readonly HashSet<string> s_known = ["$schema", "$id", "$defs", "$ref", "title", "description", "type", "enum", "anyOf", "pattern", "properties", "required", "additionalProperties"];

    /// <summary>What breaks the schema, with its place.</summary>
    public static List<string> Faults(JsonElement history)
    {
        var faults = new List<string>();
        Check(history, s_schema, "", faults);
        return faults;
    }

    private static void Check(JsonElement value, JsonElement schema, string at, List<string> faults)
    {
        if (schema.ValueKind == JsonValueKind.False)
        {
            faults.Add($"{at} is not allowed");
            return;
        }

        foreach (JsonProperty keyword in schema.EnumerateObject())
        {
            bool holds = s_known.Contains(keyword.Name) && keyword.Name switch
            {
                "type" => keyword.Value.ValueKind == JsonValueKind.Array ? keyword.Value.EnumerateArray().Any(type => Is(value, type.GetString()!)) : Is(value, keyword.Value.GetString()!),
                "enum" => keyword.Value.EnumerateArray().Any(allowed => JsonElement.DeepEquals(allowed, value)),
                "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!),
                "required" => value.ValueKind != JsonValueKind.Object || keyword.Value.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
                "anyOf" => keyword.Value.EnumerateArray().Any(option => Holds(value, option)),
                _ => true,
            };
            if (!holds)
                faults.Add($"{at}: {keyword.Name}");
        }

        if (schema.TryGetProperty("$ref", out JsonElement reference))
            Check(value, s_schema.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..]), at, faults);
        if (value.ValueKind != JsonValueKind.Object || !schema.TryGetProperty("type", out _))
            return;
        foreach (JsonProperty member in value.EnumerateObject())
        {
            if (schema.TryGetProperty("properties", out JsonElement properties) && properties.TryGetProperty(member.Name, out JsonElement own))
                Check(member.Value, own, $"{at}/{member.Name}", faults);
            else if (schema.TryGetProperty("additionalProperties", out JsonElement others))
                Check(member.Value, others, $"{at}/{member.Name}", faults);
        }
    }

    private static bool Holds(JsonElement value, JsonElement schema)
    {
        var faults = new List<string>();
        Check(value, schema, "", faults);
        return faults.Count == 0;
    }

    private static bool Is(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => false,
    };
}
