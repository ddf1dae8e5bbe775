using System;
using System.Collections.Generic;

namespace ZStack;

/// <summary>Represents a condition of a query. Combine conditions with <c>&amp;</c>, <c>|</c> and <c>!</c>, or <c>&amp;&amp;</c> and <c>||</c>.</summary>
public abstract partial class QueryCondition
{
    private protected QueryCondition()
    {
    }

    /// <summary>Combines two conditions, both of which a resource must meet.</summary>
    /// <param name="left">The first condition.</param>
    /// <param name="right">The second condition.</param>
    public static QueryCondition operator &(QueryCondition left, QueryCondition right) => QueryCombination.Of(true, left, right);

    /// <summary>Combines two conditions, at least one of which a resource must meet.</summary>
    /// <param name="left">The first condition.</param>
    /// <param name="right">The second condition.</param>
    public static QueryCondition operator |(QueryCondition left, QueryCondition right) => QueryCombination.Of(false, left, right);

    /// <summary>
    /// Negates a condition. For a field of a part, the negation differs from the opposite operator: <c>!(f.VmNics.Ip == ip)</c> finds resources without
    /// such a NIC, while <c>f.VmNics.Ip != ip</c> finds resources that have another NIC.
    /// </summary>
    /// <param name="condition">The condition.</param>
    public static QueryCondition operator !(QueryCondition condition)
        => (condition ?? throw new ArgumentNullException(nameof(condition))).Negate();

    // Because both operators return false, && and || evaluate both operands and combine them by & and |.

    /// <summary>Returns false, so that <c>||</c> combines conditions.</summary>
    /// <param name="condition">The condition.</param>
    public static bool operator true(QueryCondition condition) => false;

    /// <summary>Returns false, so that <c>&amp;&amp;</c> combines conditions.</summary>
    /// <param name="condition">The condition.</param>
    public static bool operator false(QueryCondition condition) => false;

    internal abstract QueryCondition Negate();
}

// A field, an operator and values. The values are formatted when the request is written, because timestamps depend on the server's time zone.
internal sealed class QueryComparison(QueryField of, QueryOperator op, params object[] values) : QueryCondition
{
    public QueryField Field => of;

    public QueryOperator Operator => op;

    public IReadOnlyList<object> Values => values;

    // Negates the operator. If a resource can have several values of the field, "none of the values" needs its own condition.
    internal override QueryCondition Negate()
        => of.IsSingle || of.IsTag ? new QueryComparison(of, op.Opposite(), values) : new QueryExclusion(this);
}

// A condition that no value of the field meets the comparison.
internal sealed class QueryExclusion(QueryComparison excluded) : QueryCondition
{
    public QueryComparison Excluded => excluded;

    internal override QueryCondition Negate() => excluded;
}

internal sealed class QueryCombination : QueryCondition
{
    private QueryCombination(bool isAnd, IReadOnlyList<QueryCondition> parts)
    {
        IsAnd = isAnd;
        Parts = parts;
    }

    public bool IsAnd { get; }

    public IReadOnlyList<QueryCondition> Parts { get; }

    public static QueryCondition Of(bool isAnd, QueryCondition left, QueryCondition right)
    {
        if (left is null)
            throw new ArgumentNullException(nameof(left));
        if (right is null)
            throw new ArgumentNullException(nameof(right));
        return Of(isAnd, new[] { left, right });
    }

    // Constant conditions are evaluated here, so that a combination never contains one.
    public static QueryCondition Of(bool isAnd, IEnumerable<QueryCondition> conditions)
    {
        var parts = new List<QueryCondition>();
        foreach (QueryCondition condition in conditions)
        {
            if (condition is QueryConstant constant)
            {
                if (constant.Holds != isAnd)
                    return constant;
            }
            else if (condition is QueryCombination inner && inner.IsAnd == isAnd)
            {
                parts.AddRange(inner.Parts);
            }
            else
            {
                parts.Add(condition);
            }
        }

        return parts.Count switch
        {
            0 => QueryConstant.Of(isAnd),
            1 => parts[0],
            _ => new QueryCombination(isAnd, parts),
        };
    }

    internal override QueryCondition Negate()
    {
        var parts = new QueryCondition[Parts.Count];
        for (int i = 0; i < parts.Length; i++)
            parts[i] = Parts[i].Negate();
        return Of(!IsAnd, parts);
    }
}

// The condition of an empty list: In is never met, NotIn is always met.
internal sealed class QueryConstant(bool holds) : QueryCondition
{
    public bool Holds => holds;

    public static QueryConstant Of(bool holds) => new(holds);

    internal override QueryCondition Negate() => new QueryConstant(!holds);
}
