using System;
using System.Globalization;
using System.Text.Json.Nodes;
using ZStackGen.Facts.Merging;

namespace ZStackGen.Facts.Examples;

/// <summary>Fits a value into the bounds of its row.</summary>
internal static class ExampleBounds
{
    /// <summary>Returns the value, or the nearest number that the bounds allow; <see langword="null"/> for a text of a wrong length.</summary>
    public static JsonNode? Keep(JsonNode? value, MergedParameter parameter)
    {
        if (value is null || parameter.Bounds is not { } bounds || bounds == "not empty")
            return value;
        bool isLength = bounds.StartsWith("length ", StringComparison.Ordinal);
        string[] ends = (isLength ? bounds[7..] : bounds).Split("..");
        long? least = ends[0].Length > 0 ? long.Parse(ends[0], CultureInfo.InvariantCulture) : null;
        long? greatest = ends[1].Length > 0 ? long.Parse(ends[1], CultureInfo.InvariantCulture) : null;
        return isLength ? Length(value, least, greatest) : Number(value, least, greatest);
    }

    // A text that is cut off or padded is no longer realistic.
    private static JsonNode? Length(JsonNode value, long? least, long? greatest) =>
        value.GetValue<string>().Length is var length && length >= (least ?? 0) && length <= (greatest ?? long.MaxValue) ? value : null;

    private static JsonNode Number(JsonNode value, long? least, long? greatest)
    {
        long number = value is JsonValue known && long.TryParse(known.ToJsonString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out long parsed) ? parsed : 0;
        return Math.Clamp(number, least ?? long.MinValue, greatest ?? long.MaxValue);
    }
}
