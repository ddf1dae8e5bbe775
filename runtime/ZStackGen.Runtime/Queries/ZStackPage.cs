using System.Collections.Generic;

namespace ZStack;

/// <summary>Represents a result page of a query.</summary>
/// <typeparam name="T">The type of the resources.</typeparam>
/// <param name="Items">The resources of the page.</param>
/// <param name="Total">The number of resources on all result pages; null if the request did not ask for it.</param>
public sealed record ZStackPage<T>(IReadOnlyList<T> Items, long? Total = null);
