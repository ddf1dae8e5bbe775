using System;
using System.Globalization;
using System.Text.Json.Nodes;
using ZStackGen.Facts.Merging;

namespace ZStackGen.Facts.Pages;

/// <summary>Fits a value into the bounds of its row.</summary>
internal static class ExampleBounds
{
    /// <summary>Returns the value, or the nearest one that the bounds allow.</summary>
    public static JsonNode? Keep(JsonNode? value, MergedParameter parameter)
    {
        if (parameter.Bounds is not { } bounds)
            return value;
        if (bounds == "not empty")
            return NotEmpty(value, parameter);
        bool isLength = bounds.StartsWith("length ", StringComparison.Ordinal);
        string[] ends = (isLength ? bounds[7..] : bounds).Split("..");
        long? least = ends[0].Length > 0 ? long.Parse(ends[0], CultureInfo.InvariantCulture) : null;
        long? greatest = ends[1].Length > 0 ? long.Parse(ends[1], CultureInfo.InvariantCulture) : null;
        return isLength ? Length(value, least, greatest) : Number(value, least, greatest);
    }

    private static JsonNode? NotEmpty(JsonNode? value, MergedParameter parameter) => value switch
    {
        JsonArray { Count: 0 } => new JsonArray(parameter.Type == "List<Object>" ? new JsonObject { ["name"] = TypeText.Singular(parameter.Name) } : TypeText.Singular(parameter.Name)),
        JsonObject { Count: 0 } => new JsonObject { ["name"] = TypeText.Singular(parameter.Name) },
        _ => value,
    };

    private static JsonNode? Length(JsonNode? value, long? least, long? greatest)
    {
        string text = value?.GetValue<string>() ?? "";
        if (least is { } minimum && text.Length < minimum)
            text = text.PadRight((int)minimum, '0');
        return greatest is { } maximum && text.Length > maximum ? text[..(int)maximum] : text;
    }

    private static JsonNode? Number(JsonNode? value, long? least, long? greatest)
    {
        long number = value is JsonValue known && long.TryParse(known.ToJsonString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out long parsed) ? parsed : 0;
        return Math.Clamp(number, least ?? long.MinValue, greatest ?? long.MaxValue);
    }
}
