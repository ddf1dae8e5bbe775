using System.Collections.Generic;

namespace ZStack.Simulation.Queries.Zql;

/// <summary>The verb of a statement.</summary>
internal enum ZqlVerb
{
    Query,
    Count,
    Sum,
}

/// <summary>A function applied to the target.</summary>
internal enum ZqlFunction
{
    None,
    Distinct,
    Max,
    Min,
    Average,
}

/// <summary>A parsed statement with its clauses.</summary>
internal sealed record ParsedStatement
{
    public required ZqlVerb Verb { get; init; }

    public ZqlFunction Function { get; init; }

    /// <summary>Gets the ZQL name of the resource, such as <c>vminstance</c>.</summary>
    public required string Target { get; init; }

    public required IReadOnlyList<string>? Fields { get; init; }

    /// <summary>Gets the field that a sum is grouped by.</summary>
    public string? SumBy { get; init; }

    public ZqlCondition? Where { get; set; }

    /// <summary>Gets the conditions on related resources. All of them must be met.</summary>
    public List<ZqlRestriction> RestrictBy { get; } = [];

    public bool ReturnTotal { get; set; }

    /// <summary>Gets the names of additional results.</summary>
    public List<string> ReturnWith { get; } = [];

    public List<string> GroupBy { get; } = [];

    public List<(string Field, bool Descending)> OrderBy { get; } = [];

    public int? Limit { get; set; }

    public int Offset { get; set; }

    public string? Name { get; set; }
}

/// <summary>A condition of a <c>where</c> clause.</summary>
internal abstract record ZqlCondition;

/// <summary>Conditions combined by <c>and</c> or <c>or</c>.</summary>
internal sealed record ZqlCombination(IReadOnlyList<ZqlCondition> Conditions, bool IsAnd) : ZqlCondition;

/// <summary>A comparison of a member with values or with the result of a query.</summary>
internal sealed record ZqlComparison(string Field, QueryOperator Operator, IReadOnlyList<string> Values, ParsedStatement? SubQuery) : ZqlCondition;

/// <summary>A condition of a <c>restrict by</c> clause, on a resource that the target refers to.</summary>
internal sealed record ZqlRestriction(string Target, ZqlComparison Condition);
