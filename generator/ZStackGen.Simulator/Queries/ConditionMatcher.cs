using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using ZStack.Simulation.State;

namespace ZStack.Simulation.Queries;

/// <summary>Determines whether resources meet a condition.</summary>
internal sealed class ConditionMatcher
{
    private readonly ResourcePath _path;
    private readonly QueryOperator _operator;
    private readonly string _value;
    private readonly string[] _list;
    private readonly ValueSet _set;
    private readonly LikePattern? _like;

    public ConditionMatcher(ResourcePath path, QueryOperator op, string value, string[]? list = null)
    {
        _path = path;
        _operator = op;
        _value = value;
        _list = list ?? (op is QueryOperator.In or QueryOperator.NotIn ? value.Split(',') : []);
        _set = new ValueSet(_list);
        _like = op is QueryOperator.Like or QueryOperator.NotLike ? new LikePattern(value) : null;
    }

    public bool Matches(Resource resource)
    {
        IEnumerable<JsonNode> values = _path.Values(resource);
        if (_operator == QueryOperator.Has)
            return Array.TrueForAll(_list, item => values.Any(value => ValueComparison.Equal(value, item)));
        if (_path.IsTag)
        {
            // A negative operator on tags means that the resource has no such tag.
            return _operator switch
            {
                QueryOperator.NotEqual or QueryOperator.NotIn or QueryOperator.NotLike or QueryOperator.NotHas => values.All(Compare),
                QueryOperator.IsNull => !values.Any(),
                QueryOperator.NotNull => values.Any(),
                _ => values.Any(Compare),
            };
        }

        return _operator switch
        {
            QueryOperator.IsNull => !values.Any(),
            QueryOperator.NotNull => values.Any(),
            // For parts, the operator means that there are parts, and none of them has such a value.
            QueryOperator.NotHas => values.Any() && values.All(Compare),
            _ => values.Any(Compare), // a missing member matches no comparison, like NULL in SQL
        };
    }

    private bool Compare(JsonNode value) => _operator switch
    {
        QueryOperator.Equal => ValueComparison.Equal(value, _value),
        QueryOperator.NotEqual => !ValueComparison.Equal(value, _value),
        QueryOperator.Greater => ValueComparison.Order(value, _value) > 0,
        QueryOperator.GreaterOrEqual => ValueComparison.Order(value, _value) >= 0,
        QueryOperator.Less => ValueComparison.Order(value, _value) < 0,
        QueryOperator.LessOrEqual => ValueComparison.Order(value, _value) <= 0,
        QueryOperator.In => _set.Contains(value),
        QueryOperator.NotIn or QueryOperator.NotHas => !_set.Contains(value),
        QueryOperator.Like => _like!.Matches(ValueComparison.Text(value)),
        QueryOperator.NotLike => !_like!.Matches(ValueComparison.Text(value)),
        _ => throw new InvalidOperationException($"The operator {_operator} does not compare values."),
    };
}
