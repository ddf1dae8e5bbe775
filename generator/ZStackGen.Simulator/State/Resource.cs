using System;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ZStack.Simulation.State;

/// <summary>A resource of the simulated cloud.</summary>
internal sealed class Resource(string? uuid, string? type, string path, JsonObject body)
{
    /// <summary>Gets the UUID; <see langword="null"/> for a resource without a UUID, such as a global configuration.</summary>
    public string? Uuid { get; } = uuid;

    /// <summary>Gets the name of the structure; <see langword="null"/> if the pages do not state it.</summary>
    public string? Type { get; } = type;

    /// <summary>Gets the path of the API that created the resource, used to find its query APIs; empty for a part.</summary>
    public string Path { get; } = path;

    /// <summary>Gets the members. For a part such as a NIC, the object is inside the body of its owner.</summary>
    public JsonObject Body { get; } = body;

    /// <summary>Gets or sets the ID in the storage; <see langword="null"/> before the resource is saved.</summary>
    public string? StorageId { get; set; }

    /// <summary>Gets or sets the position among the stored resources; 0 before the resource is saved.</summary>
    public long Order { get; set; }

    /// <summary>Gets or sets the memory of the resource as counted by the store; 0 for a part.</summary>
    public long CountedSize { get; set; }

    public static string? UuidOf(JsonObject body) => TextOf(body, "uuid");

    public static string? TextOf(JsonObject body, string name) =>
        body.TryGetPropertyValue(name, out JsonNode? node) && node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    /// <summary>
    /// Determines whether <paramref name="text"/> is a UUID of version 1 to 5 without dashes, as a ZStack server requires. See runtime/PROTOCOL.md
    /// §1.2.
    /// </summary>
    public static bool IsWellFormedUuid(string text) =>
        text.Length == 32
        && Guid.TryParseExact(text, "N", out _)
        && text[12] is >= '1' and <= '5'
        && text[16] is '8' or '9' or 'a' or 'b' or 'A' or 'B';
}
