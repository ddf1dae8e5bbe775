using System;
using System.Collections.Generic;
using System.Linq;

namespace ZStackGen.Testing;

/// <summary>
/// Chooses the cases of tests that repeat one check over hundreds of pages in several forms. By default, each page is tested in one form, so that the
/// tests stay fast. With the environment variable <c>ZSTACKGEN_EXHAUSTIVE=1</c>, all cases are tested.
/// </summary>
internal static class Exhaustive
{
    /// <summary>Gets a value indicating whether all cases are tested.</summary>
    public static bool IsRequested { get; } = Environment.GetEnvironmentVariable("ZSTACKGEN_EXHAUSTIVE") == "1";

    /// <summary>Returns all items if all cases are tested; otherwise, one of each <paramref name="forms"/> items.</summary>
    /// <param name="items">The items.</param>
    /// <param name="forms">The number of forms in which the items are tested.</param>
    /// <param name="form">The form: a number from 0. Different forms get different items.</param>
    public static T[] Choose<T>(IReadOnlyList<T> items, int forms, int form) => IsRequested ? [.. items] : [.. items.Where((_, index) => index % forms == form)];
}
