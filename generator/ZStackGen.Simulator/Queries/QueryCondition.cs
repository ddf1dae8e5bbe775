using System;
using ZStack.Simulation.Answers;

namespace ZStack.Simulation.Queries;

/// <summary>How a condition compares.</summary>
internal enum QueryOperator
{
    NotEqual,
    GreaterOrEqual,
    LessOrEqual,
    NotIn,
    NotLike,
    Like,
    In,
    Equal,
    Greater,
    Less,
    IsNull,
    NotNull,

    /// <summary>All of the values are there; ZQL only.</summary>
    Has,

    /// <summary>None of the values is there; ZQL only.</summary>
    NotHas,
}

/// <summary>One <c>q=</c> of a query, read as the server reads it, its traps included (PROTOCOL.md §5.2).</summary>
internal sealed record QueryCondition(string Name, QueryOperator Operator, string Value)
{
    // The order in which the server searches the whole string; the first hit wins.
    private static readonly (string Text, QueryOperator Operator)[] s_operators =
    [
        ("!=", QueryOperator.NotEqual),
        (">=", QueryOperator.GreaterOrEqual),
        ("<=", QueryOperator.LessOrEqual),
        ("!?=", QueryOperator.NotIn),
        ("!~=", QueryOperator.NotLike),
        ("~=", QueryOperator.Like),
        ("?=", QueryOperator.In),
        ("=", QueryOperator.Equal),
        (">", QueryOperator.Greater),
        ("<", QueryOperator.Less),
        ("is null", QueryOperator.IsNull),
        ("not null", QueryOperator.NotNull),
    ];

    /// <summary>Reads a condition.</summary>
    /// <exception cref="PlainTextException">There is no operator in it.</exception>
    public static QueryCondition Parse(string text)
    {
        foreach ((string symbol, QueryOperator op) in s_operators)
        {
            int at = text.IndexOf(symbol, StringComparison.Ordinal);
            if (at < 0)
                continue;
            string name = text[..at].Trim();
            string value = op is QueryOperator.IsNull or QueryOperator.NotNull ? "" : text[(at + symbol.Length)..];
            // Further '=' signs belong to the operator: name==x means x.
            return new QueryCondition(name, op, op == QueryOperator.Equal ? value.TrimStart('=') : value);
        }

        throw new PlainTextException(400, $"the query condition [{text}] has no operator");
    }

    /// <summary>Whether the value breaks the server's own parser: it escapes a quote in a way that its grammar does not know.</summary>
    public bool BreaksTheServer => Value.Contains('\'', StringComparison.Ordinal);
}
