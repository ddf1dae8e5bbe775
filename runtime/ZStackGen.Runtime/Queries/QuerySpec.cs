using System;
using System.Collections.Generic;

namespace ZStack;

// What a query asks for, without the type of what it finds.
internal sealed record QuerySpec(ApiDescriptor Api)
{
    public const int DefaultPageSize = 500;

    /// <summary>The resource's name in ZQL; null where it is not known.</summary>
    public string? ZqlName { get; init; }

    /// <summary>The fields that tell resources apart, with commas between.</summary>
    public string? Key { get; init; }

    /// <summary>Null: all resources.</summary>
    public QueryCondition? Condition { get; init; }

    public IReadOnlyList<QueryOrder> Order { get; init; } = Array.Empty<QueryOrder>();

    public IReadOnlyList<string>? Fields { get; init; }

    public int Skip { get; init; }

    public int? Take { get; init; }

    public int PageSize { get; init; } = DefaultPageSize;

    public string? FilterName { get; init; }

    public bool FindsNothing => Condition is QueryConstant { Holds: false } || Take == 0;

    /// <summary>The one field that tells resources apart.</summary>
    public string? SingleKey => Key is not null && Key.IndexOf(',') < 0 ? Key : null;

    /// <summary>Whether pages follow each other by the key alone, so that each can begin behind the last resource of the one before.</summary>
    public bool IsInKeyOrder => SingleKey is { } key && (Order.Count == 0 || (Order.Count == 1 && Order[0] == new QueryOrder(key, false)));

    /// <summary>The order, with the key behind it so that no two resources are equal in it.</summary>
    public IEnumerable<QueryOrder> StableOrder()
    {
        foreach (QueryOrder order in Order)
            yield return order;
        foreach (string key in Key?.Split(',') ?? [])
        {
            bool isThere = false;
            foreach (QueryOrder order in Order)
                isThere |= order.Field == key;
            if (!isThere)
                yield return new QueryOrder(key, false);
        }
    }
}

internal readonly record struct QueryOrder(string Field, bool IsDescending)
{
    public string Zql => Field + (IsDescending ? " desc" : " asc");
}
