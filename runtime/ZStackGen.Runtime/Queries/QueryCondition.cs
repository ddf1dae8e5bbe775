using System;
using System.Collections.Generic;

namespace ZStack;

/// <summary>A condition of a query. Conditions combine with <c>&amp;</c>, <c>|</c> and <c>!</c> (<c>&amp;&amp;</c> and <c>||</c> do the same).</summary>
public abstract partial class QueryCondition
{
    private protected QueryCondition()
    {
    }

    /// <summary>Both hold.</summary>
    /// <param name="left">One condition.</param>
    /// <param name="right">The other.</param>
    public static QueryCondition operator &(QueryCondition left, QueryCondition right) => QueryCombination.Of(true, left, right);

    /// <summary>At least one holds.</summary>
    /// <param name="left">One condition.</param>
    /// <param name="right">The other.</param>
    public static QueryCondition operator |(QueryCondition left, QueryCondition right) => QueryCombination.Of(false, left, right);

    /// <summary>
    /// It does not hold. For a field of a part this differs from the opposite operator: <c>!(f.VmNics.Ip == ip)</c> finds what has no such
    /// NIC, <c>f.VmNics.Ip != ip</c> what has another.
    /// </summary>
    /// <param name="condition">The condition.</param>
    public static QueryCondition operator !(QueryCondition condition)
        => (condition ?? throw new ArgumentNullException(nameof(condition))).Negate();

    // With both of these false, && and || evaluate both sides and combine them by & and |.

    /// <summary>Always false: lets <c>||</c> combine conditions.</summary>
    /// <param name="condition">The condition.</param>
    public static bool operator true(QueryCondition condition) => false;

    /// <summary>Always false: lets <c>&amp;&amp;</c> combine conditions.</summary>
    /// <param name="condition">The condition.</param>
    public static bool operator false(QueryCondition condition) => false;

    internal abstract QueryCondition Negate();
}

// Field, operator, value. The values are kept as they are until a request is written, since moments depend on the server's zone.
internal sealed class QueryComparison(QueryField of, QueryOperator op, params object[] values) : QueryCondition
{
    public QueryField Field => of;

    public QueryOperator Operator => op;

    public IReadOnlyList<object> Values => values;

    // The opposite comparison, but where a resource can have several values "none of them" is a question of its own.
    internal override QueryCondition Negate()
        => of.IsSingle || of.IsTag ? new QueryComparison(of, op.Opposite(), values) : new QueryExclusion(this);
}

// No value of the field meets the comparison.
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

    // What holds always or never is decided here, so that it stands at most alone.
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

// An empty list: nothing is in it, everything is outside.
internal sealed class QueryConstant(bool holds) : QueryCondition
{
    public bool Holds => holds;

    public static QueryConstant Of(bool holds) => new(holds);

    internal override QueryCondition Negate() => new QueryConstant(!holds);
}
