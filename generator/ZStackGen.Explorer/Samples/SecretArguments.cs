using System;
using System.Linq;
using System.Text.Json.Nodes;

namespace ZStackGen.Explorer.Samples;

/// <summary>Finds passwords and keys in arguments, so that a sample that is copied contains none.</summary>
internal static class SecretArguments
{
    /// <summary>The text that a sample shows in place of a secret.</summary>
    public const string Placeholder = "the-password";

    private const int DeepestValue = 64;

    private static readonly string[] s_words = ["password", "passwd", "secret", "privatekey"];

    /// <summary>Determines whether the name of a parameter or field denotes a secret.</summary>
    public static bool IsSecret(string name) => Array.Exists(s_words, word => name.Contains(word, StringComparison.OrdinalIgnoreCase)) && !name.EndsWith("uuid", StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns a copy of the arguments with a placeholder for each secret.</summary>
    public static JsonObject Redact(JsonObject arguments) => (JsonObject)Redact(arguments, 0)!;

    private static JsonNode? Redact(JsonNode? value, int depth) => value switch
    {
        JsonObject when depth > DeepestValue => new JsonObject(),
        JsonArray when depth > DeepestValue => new JsonArray(),
        JsonObject map => new JsonObject(map.Select(member => new System.Collections.Generic.KeyValuePair<string, JsonNode?>(
            member.Key, IsSecret(member.Key) && member.Value is JsonValue text && text.TryGetValue(out string? _) ? JsonValue.Create(Placeholder) : Redact(member.Value, depth + 1)))),
        JsonArray list => new JsonArray([.. list.Select(item => Redact(item, depth + 1))]),
        _ => value?.DeepClone(),
    };
}
