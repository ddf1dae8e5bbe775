using System;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ZStack.Simulation.Responses;

/// <summary>
/// Formats all numbers like Java formats doubles: <c>1.0</c>, <c>8.589934592E9</c>. Servers before October 2022 do this with untyped data. See
/// runtime/PROTOCOL.md §6.
/// </summary>
internal static class JavaDoubles
{
    /// <summary>Replaces the numbers in <paramref name="node"/> and its descendants.</summary>
    public static void Apply(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject item:
                foreach ((string name, JsonNode? value) in item.ToArray())
                {
                    if (IsNumber(value))
                        item[name] = Convert(value!);
                    else
                        Apply(value);
                }

                break;
            case JsonArray array:
                for (int i = 0; i < array.Count; i++)
                {
                    if (IsNumber(array[i]))
                        array[i] = Convert(array[i]!);
                    else
                        Apply(array[i]);
                }

                break;
        }
    }

    /// <summary>
    /// Returns the text of <c>Double.toString</c>: without an exponent from 0.001 to below ten million; otherwise, with an exponent.
    /// </summary>
    public static string Print(double value)
    {
        if (value == 0)
            return "0.0";
        double size = Math.Abs(value);
        string shortest = value.ToString("E16", CultureInfo.InvariantCulture);
        if (size is >= 1e-3 and < 1e7)
        {
            string plain = ((decimal)value).ToString("0.0###############", CultureInfo.InvariantCulture);
            return double.Parse(plain, CultureInfo.InvariantCulture) == value ? plain : value.ToString("R", CultureInfo.InvariantCulture);
        }

        // The fewest digits that yield the same double.
        for (int digits = 1; digits <= 16; digits++)
        {
            shortest = value.ToString("E" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            if (double.Parse(shortest, CultureInfo.InvariantCulture) == value)
                break;
        }

        int e = shortest.IndexOf('E', StringComparison.Ordinal);
        int exponent = int.Parse(shortest.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return shortest[..e] + "E" + exponent.ToString(CultureInfo.InvariantCulture);
    }

    private static bool IsNumber(JsonNode? node) => node is JsonValue && node.GetValueKind() == JsonValueKind.Number;

    // A parsed number keeps its text when it is written again. A number beyond a double, such as 1e400, has no text of a double.
    private static JsonNode Convert(JsonNode number) =>
        double.Parse(number.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture) is var value && double.IsFinite(value)
            ? JsonNode.Parse(Print(value))!
            : number.DeepClone();
}
