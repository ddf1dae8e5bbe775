using System.Collections.Generic;

namespace ZStack;

/// <summary>A result page of a query.</summary>
/// <typeparam name="T">The type of the resources.</typeparam>
/// <param name="Items">The resources of the page.</param>
/// <param name="Total">The number of resources that the query finds on all pages; null where it was not asked for.</param>
public sealed record ZStackPage<T>(IReadOnlyList<T> Items, long? Total = null);
