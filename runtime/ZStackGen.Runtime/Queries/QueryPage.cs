using System.Collections.Generic;

namespace ZStack;

/// <summary>A page of what a query finds.</summary>
/// <typeparam name="T">What it finds.</typeparam>
/// <param name="Items">The page.</param>
/// <param name="Total">How many the query finds on all pages.</param>
public sealed record QueryPage<T>(IReadOnlyList<T> Items, long Total);
