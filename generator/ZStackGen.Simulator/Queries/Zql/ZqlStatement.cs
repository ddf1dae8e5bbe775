using System.Collections.Generic;

namespace ZStack.Simulation.Queries.Zql;

/// <summary>What a statement does.</summary>
internal enum ZqlVerb
{
    Query,
    Count,
    Sum,
}

/// <summary>A function around the target.</summary>
internal enum ZqlFunction
{
    None,
    Distinct,
    Max,
    Min,
    Average,
}

/// <summary>One statement with its clauses.</summary>
internal sealed record ZqlStatement
{
    public required ZqlVerb Verb { get; init; }

    public ZqlFunction Function { get; init; }

    /// <summary>The resource's name in ZQL, such as <c>vminstance</c>.</summary>
    public required string Target { get; init; }

    public required IReadOnlyList<string>? Fields { get; init; }

    /// <summary>What a sum is grouped by.</summary>
    public string? SumBy { get; init; }

    public ZqlCondition? Where { get; set; }

    /// <summary>Conditions on related resources, all of which hold.</summary>
    public List<ZqlRestriction> RestrictBy { get; } = [];

    public bool ReturnTotal { get; set; }

    /// <summary>What else is returned with the resources: the names under which it stands.</summary>
    public List<string> ReturnWith { get; } = [];

    public List<string> GroupBy { get; } = [];

    public List<(string Field, bool Descending)> OrderBy { get; } = [];

    public int? Limit { get; set; }

    public int Offset { get; set; }

    public string? Name { get; set; }
}

/// <summary>A condition of a <c>where</c>.</summary>
internal abstract record ZqlCondition;

/// <summary>Both, or either.</summary>
internal sealed record ZqlCombination(ZqlCondition Left, ZqlCondition Right, bool IsAnd) : ZqlCondition;

/// <summary>A member held against values, or against the result of a query.</summary>
internal sealed record ZqlComparison(string Field, QueryOperator Operator, IReadOnlyList<string> Values, ZqlStatement? SubQuery) : ZqlCondition;

/// <summary>A condition of a <c>restrict by</c>: on a resource to which the target belongs.</summary>
internal sealed record ZqlRestriction(string Target, ZqlComparison Condition);
