using System.Collections.Immutable;

namespace ZStackGen.Generator;

/// <summary>
/// All items of a step as one item of the pipeline. Compares the array by reference, since the compiler keeps the earlier array if all items are
/// equal.
/// </summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <param name="Items">The items.</param>
internal sealed record Collected<T>(ImmutableArray<T> Items)
    where T : class?;
