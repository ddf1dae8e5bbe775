using System;
using System.Collections.Generic;

namespace ZStackGen.Specs.Catalog;

/// <summary>Finds the name that a misspelled one was meant to be.</summary>
public static class NameSuggestions
{
    /// <summary>The nearest of a few names.</summary>
    /// <param name="text">The misspelled name.</param>
    /// <param name="names">The names that it could be.</param>
    /// <returns>The nearest name, the first of equally near ones; <see langword="null"/> when none is near.</returns>
    public static string? Nearest(string text, IEnumerable<string> names)
    {
        int least = text.Length < 4 ? 2 : 3;
        string? nearest = null;
        foreach (string name in names)
        {
            int distance = Distance(text, name, least);
            if (distance < least)
                (least, nearest) = (distance, name);
        }

        return nearest;
    }

    /// <summary>The words to put behind a message: <c>; did you mean 'String'?</c></summary>
    /// <param name="suggestion">The name, or <see langword="null"/>.</param>
    /// <returns>The words; empty where there is no suggestion.</returns>
    public static string Question(string? suggestion) => suggestion is null ? "" : "; did you mean '" + suggestion + "'?";

    /// <summary>How many letters have to be changed, added, taken away or exchanged with their neighbor; case does not count.</summary>
    private static int Distance(string left, string right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) >= limit)
            return limit;
        int[] before = new int[right.Length + 1];
        int[] last = new int[right.Length + 1];
        int[] row = new int[right.Length + 1];
        for (int j = 0; j <= right.Length; j++)
            last[j] = j;
        for (int i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= right.Length; j++)
            {
                bool same = char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]);
                int distance = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    distance = Math.Min(distance, before[j - 2] + 1);
                row[j] = distance;
                least = Math.Min(least, distance);
            }

            if (least >= limit)
                return limit;
            (before, last, row) = (last, row, before);
        }

        return last[right.Length];
    }
}
