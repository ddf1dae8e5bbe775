using System;
using System.Collections.Generic;

namespace ZStackGen.Generator.Pages;

/// <summary>
/// Finds the items to remove so that an operation on the others succeeds, including items that fail only together.
/// Uses binary search, so that one culprit among thousands takes about a dozen attempts.
/// </summary>
internal static class CulpritSearch
{
    /// <summary>The number of culprits after which the remaining items are tried individually.</summary>
    private const int MostSearched = 8;

    /// <summary>Runs the operation without the failing items.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <typeparam name="TResult">The type of the operation's result.</typeparam>
    /// <param name="items">The items. The operation on all of them has failed.</param>
    /// <param name="attempt">Runs the operation on some items; returns the exception if it fails.</param>
    /// <returns>
    /// The result for the remaining items, and the culprits with their exceptions.
    /// The result is <see langword="null"/> if the operation fails even without items.
    /// </returns>
    public static (TResult? Result, List<(T Item, Exception Failure)> Culprits) Run<T, TResult>(IReadOnlyList<T> items, Func<List<T>, (TResult? Result, Exception? Failure)> attempt)
        where TResult : class
    {
        var culprits = new List<(T Item, Exception Failure)>();
        var good = new List<T>();
        var rest = new List<T>(items);
        while (true)
        {
            (TResult? result, Exception? failure) = attempt([.. good, .. rest]);
            if (failure is null)
                return (result, culprits);
            if (rest.Count == 0)
                return (null, culprits);
            if (culprits.Count == MostSearched)
                rest = WithoutFailingAlone(rest, attempt, culprits);
            // If many items fail only together, a result for some of the others is enough.
            if (culprits.Count > 2 * MostSearched && attempt([.. good, .. rest]).Failure is not null)
            {
                foreach (T item in rest)
                    culprits.Add((item, failure));
                rest.Clear();
                continue;
            }

            if (rest.Count > 0)
                TakeUpToCulprit(good, rest, failure, attempt, culprits);
        }
    }

    /// <summary>Moves items to <paramref name="good"/> up to the first item that fails with them, and adds that item to the culprits.</summary>
    private static void TakeUpToCulprit<T, TResult>(
        List<T> good,
        List<T> rest,
        Exception failure,
        Func<List<T>, (TResult? Result, Exception? Failure)> attempt,
        List<(T Item, Exception Failure)> culprits)
        where TResult : class
    {
        int works = 0;
        int fails = rest.Count;
        while (fails - works > 1)
        {
            int middle = works + ((fails - works) / 2);
            if (attempt([.. good, .. rest.GetRange(0, middle)]).Failure is { } earlier)
            {
                fails = middle;
                failure = earlier;
            }
            else
            {
                works = middle;
            }
        }

        culprits.Add((rest[works], failure));
        good.AddRange(rest.GetRange(0, works));
        rest.RemoveRange(0, works + 1);
    }

    private static List<T> WithoutFailingAlone<T, TResult>(
        List<T> items,
        Func<List<T>, (TResult? Result, Exception? Failure)> attempt,
        List<(T Item, Exception Failure)> culprits)
        where TResult : class
    {
        var others = new List<T>();
        foreach (T item in items)
        {
            if (attempt([item]).Failure is { } failure)
                culprits.Add((item, failure));
            else
                others.Add(item);
        }

        return others;
    }
}
