using System.Collections.Generic;

namespace ZStack.Simulation.Queries.Zql;

/// <summary>One statement: <c>query</c> or <c>count</c>.</summary>
internal sealed record ZqlStatement
{
    public required bool IsCount { get; init; }

    /// <summary>The resource's name in ZQL, such as <c>vminstance</c>.</summary>
    public required string Target { get; init; }

    public required IReadOnlyList<string>? Fields { get; init; }

    public ZqlCondition? Where { get; set; }

    public bool ReturnTotal { get; set; }

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
