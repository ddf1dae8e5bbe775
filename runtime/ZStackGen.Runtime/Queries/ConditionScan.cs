using System;

namespace ZStack;

// Writes a condition for `q`, and verifies that the server reads the same condition from it (PROTOCOL.md §5.2).
internal static class ConditionScan
{
    // The order in which the server searches for operators anywhere in the text; the first match is used.
    private static readonly QueryOperator[] s_order =
    [
        QueryOperator.NotEqual, QueryOperator.GreaterOrEqual, QueryOperator.LessOrEqual, QueryOperator.NotIn, QueryOperator.NotLike,
        QueryOperator.Like, QueryOperator.In, QueryOperator.Equal, QueryOperator.Greater, QueryOperator.Less, QueryOperator.IsNull, QueryOperator.NotNull,
    ];

    /// <summary>Returns the text of the condition, or null with the reason if the server would read every text as another condition.</summary>
    public static string? Write(QueryComparison comparison, TimeZoneInfo zone, out string? reason)
    {
        string name = comparison.Field.Path;
        QueryOperator op = comparison.Operator;
        string value = string.Empty;
        reason = null;
        if (op is QueryOperator.In or QueryOperator.NotIn)
        {
            var list = new string[comparison.Values.Count];
            for (int i = 0; i < list.Length; i++)
            {
                list[i] = QueryValue.Text(comparison, comparison.Values[i], zone);
                // The server splits the list at every comma and trims the items.
                if (list[i].Length == 0 || list[i].IndexOf(',') >= 0 || char.IsWhiteSpace(list[i][0]) || char.IsWhiteSpace(list[i][list[i].Length - 1]))
                    reason = "a value in a list contains a comma, begins or ends with white space, or is empty";
            }

            value = string.Join(",", list);
        }
        else if (op is not (QueryOperator.IsNull or QueryOperator.NotNull))
        {
            value = QueryValue.Text(comparison, comparison.Values[0], zone);
            // `name=` matches the empty string (PROTOCOL.md §5.2); the behavior of the other operators is not known.
            if (value.Length == 0 && op != QueryOperator.Equal)
                reason = "the value is empty";
        }

        if (value.IndexOf('\'') >= 0)
            reason = "the value contains a single quote";
        else if (value.Length > 0 && value[0] is '=' or '!' or '<' or '>' or '~' or '?')
            reason = "the value begins with an operator";
        if (reason is not null)
            return null;
        string text = name + (op is QueryOperator.IsNull or QueryOperator.NotNull ? " " : string.Empty) + op.Sign() + value;
        if (Read(text, out string readName, out QueryOperator readOperator, out string readValue) && readName == name && readOperator == op && readValue == value)
            return text;
        reason = "the value contains an operator";
        return null;
    }

    /// <summary>Parses a condition as the server does.</summary>
    public static bool Read(string condition, out string name, out QueryOperator op, out string value)
    {
        foreach (QueryOperator candidate in s_order)
        {
            string sign = candidate.Sign();
            int at = condition.IndexOf(sign, StringComparison.Ordinal);
            if (at < 0)
                continue;
            op = candidate;
            name = condition.Substring(0, at).Trim();
            at += sign.Length;
            // The server skips a repeated operator.
            while (string.CompareOrdinal(condition, at, sign, 0, sign.Length) == 0)
                at += sign.Length;
            value = op is QueryOperator.IsNull or QueryOperator.NotNull ? string.Empty : condition.Substring(at);
            return true;
        }

        name = value = string.Empty;
        op = default;
        return false;
    }
}
