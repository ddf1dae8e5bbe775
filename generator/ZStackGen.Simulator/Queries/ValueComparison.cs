using System;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ZStack.Simulation.Answers;

namespace ZStack.Simulation.Queries;

/// <summary>Compares a member with a condition's text as the database below a ZStack does: texts without case, numbers and times by value.</summary>
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

    /// <summary>Orders a member against a text; <see langword="null"/> where they cannot be compared.</summary>
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

    /// <summary>Orders two members, for sorting; absent ones come first.</summary>
    public static int Order(JsonNode? left, JsonNode? right)
    {
        if (left is null || right is null)
            return (left is null ? 0 : 1) - (right is null ? 0 : 1);
        string text = right.GetValueKind() == JsonValueKind.String ? right.GetValue<string>() : right.ToJsonString();
        return Order(left, text) ?? 0;
    }

    /// <summary>SQL's LIKE: <c>%</c> for any text, <c>_</c> for one character.</summary>
    public static Regex Like(string pattern)
    {
        var regex = new StringBuilder("^");
        foreach (char c in pattern)
        {
            regex.Append(c switch
            {
                '%' => ".*",
                '_' => ".",
                _ => Regex.Escape(c.ToString()),
            });
        }

        return new Regex(regex.Append('$').ToString(), RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }

    public static string Text(JsonNode value) => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();

    private static bool IsTrue(string text) => text.Equals("true", StringComparison.OrdinalIgnoreCase) || text == "1";

    private static decimal? Number(string text)
    {
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number))
            return number;
        return null;
    }
}
