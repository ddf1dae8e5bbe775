using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ZStack.Simulation.State;

/// <summary>One resource of the simulated cloud.</summary>
internal sealed class Resource(string? uuid, string? type, string path, JsonObject body)
{
    /// <summary>The UUID; <see langword="null"/> for what has none, such as a global configuration.</summary>
    public string? Uuid { get; } = uuid;

    /// <summary>The structure's name where the pages tell it.</summary>
    public string? Type { get; } = type;

    /// <summary>The path of the API that made it, by which its queries are found; empty for a part.</summary>
    public string Path { get; } = path;

    /// <summary>The members; lives inside its owner's body for a part such as a NIC.</summary>
    public JsonObject Body { get; } = body;

    public List<string> SystemTags { get; } = [];

    public List<string> UserTags { get; } = [];

    /// <summary>The id in the storage, once it was saved.</summary>
    public string? StorageId { get; set; }

    /// <summary>Where it comes among the stored ones; 0 before it was saved.</summary>
    public long Order { get; set; }

    public static string? UuidOf(JsonObject body) => TextOf(body, "uuid");

    public static string? TextOf(JsonObject body, string name) =>
        body.TryGetPropertyValue(name, out JsonNode? node) && node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    /// <summary>Whether <paramref name="text"/> is a UUID of version 1 to 5 without dashes, as a ZStack wants it (PROTOCOL.md §1.2).</summary>
    public static bool IsWellFormedUuid(string text) =>
        text.Length == 32
        && Guid.TryParseExact(text, "N", out _)
        && text[12] is >= '1' and <= '5'
        && text[16] is '8' or '9' or 'a' or 'b' or 'A' or 'B';
}
