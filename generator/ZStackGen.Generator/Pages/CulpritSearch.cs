using System;
using System.Collections.Generic;

namespace ZStackGen.Generator.Pages;

/// <summary>
/// Finds the items without which an operation on all of them succeeds, also where items fail only together. Halves what is left, so
/// that one culprit among thousands costs a dozen tries.
/// </summary>
internal static class CulpritSearch
{
    /// <summary>The number of culprits from which on the remaining items are tried one by one.</summary>
    private const int MostSearched = 8;

    /// <summary>Leaves out what fails.</summary>
    /// <typeparam name="T">An item.</typeparam>
    /// <typeparam name="TResult">What the operation gives.</typeparam>
    /// <param name="items">The items; the operation on all of them failed.</param>
    /// <param name="attempt">Tries the operation on some; returns the exception where it fails.</param>
    /// <returns>The result for the others; the culprits with what they fail with. The result is <see langword="null"/> where even no item fails.</returns>
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
            // Many culprits that fail only together: a part that works is worth more than the largest one.
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

    /// <summary>Moves items to the good ones up to the first with which they fail, and that one to the culprits.</summary>
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
