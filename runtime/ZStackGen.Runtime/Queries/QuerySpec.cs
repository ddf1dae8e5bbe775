using System;
using System.Collections.Generic;

namespace ZStack;

// The definition of a query, without the type of its resources.
internal sealed record QuerySpec(ApiDescriptor Api)
{
    public const int DefaultPageSize = 500;

    /// <summary>The name of the resource in ZQL; null if it is not known.</summary>
    public string? ZqlName { get; init; }

    /// <summary>The fields that identify a resource, separated by commas.</summary>
    public string? Key { get; init; }

    /// <summary>The condition; null for all resources.</summary>
    public QueryCondition? Condition { get; init; }

    public IReadOnlyList<QueryOrder> Order { get; init; } = Array.Empty<QueryOrder>();

    public IReadOnlyList<string>? Fields { get; init; }

    public int Skip { get; init; }

    public int? Take { get; init; }

    public int PageSize { get; init; } = DefaultPageSize;

    public string? FilterName { get; init; }

    public bool FindsNothing => Condition is QueryConstant { Holds: false } || Take == 0;

    /// <summary>The field that identifies a resource, if it is a single field.</summary>
    public string? SingleKey => Key is not null && Key.IndexOf(',') < 0 ? Key : null;

    /// <summary>Gets a value indicating whether the order is that of the key alone, so that each page can begin after the last resource of the previous page.</summary>
    public bool IsInKeyOrder => SingleKey is { } key && (Order.Count == 0 || (Order.Count == 1 && Order[0] == new QueryOrder(key, false)));

    /// <summary>The order, followed by the key so that the order of any two resources is defined.</summary>
    public IEnumerable<QueryOrder> StableOrder()
    {
        foreach (QueryOrder order in Order)
            yield return order;
        foreach (string key in Key?.Split(',') ?? [])
        {
            bool isListed = false;
            foreach (QueryOrder order in Order)
                isListed |= order.Field == key;
            if (!isListed)
                yield return new QueryOrder(key, false);
        }
    }
}

internal readonly record struct QueryOrder(string Field, bool IsDescending)
{
    public string Zql => Field + (IsDescending ? " desc" : " asc");
}
