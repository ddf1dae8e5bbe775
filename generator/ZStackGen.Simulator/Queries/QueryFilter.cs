using System;
using ZStack.Simulation.Responses;

namespace ZStack.Simulation.Queries;

/// <summary>The operator of a condition.</summary>
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

    /// <summary>All of the values exist. ZQL only.</summary>
    Has,

    /// <summary>None of the values exists. ZQL only.</summary>
    NotHas,
}

/// <summary>A <c>q=</c> parameter of a query, parsed like the server parses it, including its pitfalls. See runtime/PROTOCOL.md §5.2.</summary>
internal sealed record QueryFilter(string Name, QueryOperator Operator, string Value)
{
    // The server searches the whole string for these operators in this order and uses the first match.
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

    /// <summary>Parses a condition.</summary>
    /// <exception cref="PlainTextException">The condition contains no operator.</exception>
    public static QueryFilter Parse(string text)
    {
        foreach ((string symbol, QueryOperator op) in s_operators)
        {
            int at = text.IndexOf(symbol, StringComparison.Ordinal);
            if (at < 0)
                continue;
            string name = text[..at].Trim();
            string value = op is QueryOperator.IsNull or QueryOperator.NotNull ? "" : text[(at + symbol.Length)..];
            // Further '=' signs belong to the operator: name==x means name=x.
            return new QueryFilter(name, op, op == QueryOperator.Equal ? value.TrimStart('=') : value);
        }

        throw new PlainTextException(400, $"the query condition [{text}] has no operator");
    }

    /// <summary>
    /// Gets a value indicating whether the value breaks the server's query parser, because the server escapes single quotes in an unsupported way.
    /// </summary>
    public bool CausesServerError => Value.Contains('\'', StringComparison.Ordinal);
}
