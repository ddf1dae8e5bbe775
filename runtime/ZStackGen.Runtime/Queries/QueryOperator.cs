namespace ZStack;

internal enum QueryOperator
{
    Equal,
    NotEqual,
    Greater,
    LessOrEqual,
    Less,
    GreaterOrEqual,
    In,
    NotIn,
    Like,
    NotLike,
    IsNull,
    NotNull,
}

internal static class QueryOperators
{
    // An operator and its opposite are adjacent in the enumeration.
    public static QueryOperator Opposite(this QueryOperator op) => (QueryOperator)((int)op ^ 1);

    // The operator as written in `q` (PROTOCOL.md §5.2).
    public static string Sign(this QueryOperator op) => op switch
    {
        QueryOperator.Equal => "=",
        QueryOperator.NotEqual => "!=",
        QueryOperator.Greater => ">",
        QueryOperator.LessOrEqual => "<=",
        QueryOperator.Less => "<",
        QueryOperator.GreaterOrEqual => ">=",
        QueryOperator.In => "?=",
        QueryOperator.NotIn => "!?=",
        QueryOperator.Like => "~=",
        QueryOperator.NotLike => "!~=",
        QueryOperator.IsNull => "is null",
        _ => "not null",
    };

    // The operator as written in ZQL (PROTOCOL.md §5.4).
    public static string Keyword(this QueryOperator op) => op switch
    {
        QueryOperator.In => "in",
        QueryOperator.NotIn => "not in",
        QueryOperator.Like => "like",
        QueryOperator.NotLike => "not like",
        QueryOperator.NotNull => "is not null",
        _ => op.Sign(),
    };
}
