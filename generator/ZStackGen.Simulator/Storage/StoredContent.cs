using System;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ZStack.Simulation.Storage;

/// <summary>The members of a stored record. A member that is missing or of another kind throws an exception that names it.</summary>
/// <param name="json">The record.</param>
internal readonly struct StoredContent(JsonObject json)
{
    /// <summary>Returns a text.</summary>
    /// <exception cref="JsonException">The member is missing or not a text.</exception>
    public string Text(string member) => OptionalText(member) ?? throw Invalid(member, "a text");

    /// <summary>Returns a text; <see langword="null"/> if the member is missing.</summary>
    /// <exception cref="JsonException">The member is not a text.</exception>
    public string? OptionalText(string member) => json[member] is { } node ? Value<string>(node, member, "a text") : null;

    /// <summary>Returns a whole number.</summary>
    /// <exception cref="JsonException">The member is missing or not a whole number.</exception>
    public long Number(string member) => Value<long>(json[member], member, "a whole number");

    /// <summary>Returns a Boolean value.</summary>
    /// <exception cref="JsonException">The member is missing or not a Boolean value.</exception>
    public bool Flag(string member) => Value<bool>(json[member], member, "true or false");

    /// <summary>Returns a timestamp.</summary>
    /// <exception cref="JsonException">The member is missing or not a timestamp.</exception>
    public DateTimeOffset Time(string member) =>
        DateTimeOffset.TryParseExact(Text(member), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset time) ? time : throw Invalid(member, "a timestamp");

    /// <summary>Returns a copy of an object.</summary>
    /// <exception cref="JsonException">The member is missing or not an object.</exception>
    public JsonObject Object(string member) => json[member] is JsonObject value ? (JsonObject)value.DeepClone() : throw Invalid(member, "a JSON object");

    private T Value<T>(JsonNode? node, string member, string kind) =>
        node is JsonValue value && value.TryGetValue(out T? typed) ? typed : throw Invalid(member, kind);

    private JsonException Invalid(string member, string kind) => new(json.ContainsKey(member) ? $"its member '{member}' is not {kind}" : $"its member '{member}' is missing");
}
