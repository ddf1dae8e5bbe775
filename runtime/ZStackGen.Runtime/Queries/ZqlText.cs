using System;
using System.Collections.Generic;
using System.Text;

namespace ZStack;

// Writes conditions, names and literals of ZQL (PROTOCOL.md §5.4).
internal sealed class ZqlText(string target, string? key, TimeZoneInfo zone)
{
    // The keywords of the grammar.
    private static readonly HashSet<string> s_keywords = new(StringComparer.Ordinal)
    {
        "query", "get", "count", "sum", "search", "distinct", "where", "from", "and", "or", "asc", "desc", "input", "output", "true", "false",
        "limit", "offset", "in", "like", "by", "has", "not", "is", "null", "order", "group", "named", "as", "restrict", "return", "with", "filter", "list",
    };

    private readonly StringBuilder _text = new();

    public static string Condition(QueryCondition condition, string target, string? key, TimeZoneInfo zone)
    {
        var text = new ZqlText(target, key, zone);
        text.Append(condition);
        return text._text.ToString();
    }

    // A quote is doubled.
    public static string Literal(string value) => "'" + value.Replace("'", "''") + "'";

    public static bool IsName(string name)
    {
        if (name.Length == 0 || name[0] is >= '0' and <= '9')
            return false;
        foreach (char c in name)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_'))
                return false;
        }

        return !s_keywords.Contains(name);
    }

    public static bool IsPath(string path)
    {
        foreach (string name in path.Split('.'))
        {
            if (!IsName(name))
                return false;
        }

        return true;
    }

    private void Append(QueryCondition condition)
    {
        switch (condition)
        {
            case QueryCombination combination:
                for (int i = 0; i < combination.Parts.Count; i++)
                {
                    if (i > 0)
                        _text.Append(combination.IsAnd ? " and " : " or ");
                    // Brackets avoid relying on the precedence of `and` and `or`.
                    bool brackets = combination.Parts[i] is QueryCombination;
                    _text.Append(brackets ? "(" : string.Empty);
                    Append(combination.Parts[i]);
                    _text.Append(brackets ? ")" : string.Empty);
                }

                break;
            case QueryExclusion exclusion:
                if (key is null)
                    throw new QueryRefusal("the negation of a condition on '" + exclusion.Excluded.Field.Path + "' requires the uuid of the resource, which it does not have");
                _text.Append(key).Append(" not in (query ").Append(target).Append('.').Append(key).Append(" where ");
                Append(exclusion.Excluded);
                _text.Append(')');
                break;
            case QueryComparison comparison:
                Append(comparison);
                break;
            default:
                throw new InvalidOperationException("A constant condition cannot be written.");
        }
    }

    private void Append(QueryComparison comparison)
    {
        if (!IsPath(comparison.Field.Path))
            throw new QueryRefusal("'" + comparison.Field.Path + "' is not a valid ZQL field; use names of letters, digits and '_' separated by dots, and no keywords");
        _text.Append(comparison.Field.Path).Append(' ').Append(comparison.Operator.Keyword());
        switch (comparison.Operator)
        {
            case QueryOperator.IsNull or QueryOperator.NotNull:
                break;
            case QueryOperator.In or QueryOperator.NotIn:
                for (int i = 0; i < comparison.Values.Count; i++)
                    _text.Append(i == 0 ? " (" : ",").Append(Literal(QueryValue.Text(comparison, comparison.Values[i], zone)));
                _text.Append(')');
                break;
            default:
                _text.Append(' ').Append(Literal(QueryValue.Text(comparison, comparison.Values[0], zone)));
                break;
        }
    }
}
