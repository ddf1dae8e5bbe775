using System;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ZStackGen.Facts.Tests;

/// <summary>Brings a request body and the example of a page to one form.</summary>
internal static class BodyComparison
{
    /// <summary>Returns the value without null members, with timestamps in one format and with members in one order.</summary>
    public static JsonNode? Normalize(JsonNode? value) => value switch
    {
        JsonObject members => new JsonObject(members.Where(static member => member.Value is not null).OrderBy(static member => member.Key, StringComparer.Ordinal)
            .Select(static member => new System.Collections.Generic.KeyValuePair<string, JsonNode?>(member.Key, Normalize(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Normalize)]),
        JsonValue text when text.GetValueKind() == JsonValueKind.String && Timestamp((string)text!) is { } time => JsonValue.Create(time),
        _ => value?.DeepClone(),
    };

    private static DateTimeOffset? Timestamp(string text) =>
        DateTimeOffset.TryParseExact(text, ["MMM d, yyyy h:mm:ss tt", "yyyy-MM-ddTHH:mm:ss.fffzzz"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time : null;
}
