using System;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ZStack.Simulation.Responses;

namespace ZStack.Simulation.Queries;

/// <summary>
/// Compares a member with the text of a condition like the database of a ZStack server: texts ignoring case, numbers and timestamps by value.
/// </summary>
internal static class ValueComparison
{
    public static bool Equal(JsonNode value, string text)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.True:
                return IsTrue(text);
            case JsonValueKind.False:
                return !IsTrue(text);
            case JsonValueKind.String:
                string own = value.GetValue<string>();
                return own.Equals(text, StringComparison.OrdinalIgnoreCase)
                    || (ServerClock.TryRead(own, out DateTime left) && ServerClock.TryRead(text, out DateTime right) && left == right);
            default:
                return Order(value, text) == 0;
        }
    }

    /// <summary>Compares a member with a text; returns <see langword="null"/> if they are not comparable.</summary>
    public static int? Order(JsonNode value, string text)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.Number:
                return Number(text) is { } number && Number(value.ToJsonString()) is { } own ? own.CompareTo(number) : null;
            case JsonValueKind.String:
                string left = value.GetValue<string>();
                if (ServerClock.TryRead(left, out DateTime leftDate))
                    return ServerClock.TryRead(text, out DateTime rightDate) ? leftDate.CompareTo(rightDate) : null;
                return string.Compare(left, text, StringComparison.OrdinalIgnoreCase);
            case JsonValueKind.True:
                return 1.CompareTo(IsTrue(text) ? 1 : 0);
            case JsonValueKind.False:
                return 0.CompareTo(IsTrue(text) ? 1 : 0);
            default:
                return null;
        }
    }

    /// <summary>Compares two members for sorting. Missing members come first.</summary>
    public static int Order(JsonNode? left, JsonNode? right)
    {
        if (left is null || right is null)
            return (left is null ? 0 : 1) - (right is null ? 0 : 1);
        string text = right.GetValueKind() == JsonValueKind.String ? right.GetValue<string>() : right.ToJsonString();
        return Order(left, text) ?? 0;
    }

    public static string Text(JsonNode value) => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();

    public static bool IsTrue(string text) => text.Equals("true", StringComparison.OrdinalIgnoreCase) || text == "1";

    public static decimal? Number(string text)
    {
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number))
            return number;
        return null;
    }
}
