using System;

namespace ZStackGen.Specs.Text;

/// <summary>Computes the edit distance of two words, to recognize misspelled headers, labels, references and names.</summary>
internal static class Spelling
{
    /// <summary>The maximum length of words to compare. Longer words must be equal.</summary>
    private const int Longest = 128;

    /// <summary>
    /// Returns the number of letters to insert, remove, replace or swap with their neighbor, ignoring case;
    /// <paramref name="most"/> + 1 if there are more.
    /// </summary>
    public static int Distance(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int most)
    {
        if (Math.Abs(left.Length - right.Length) > most)
            return most + 1;
        if (left.Length > Longest || right.Length > Longest)
            return left.Equals(right, StringComparison.OrdinalIgnoreCase) ? 0 : most + 1;
        Span<int> beforeLast = stackalloc int[Longest + 1];
        Span<int> last = stackalloc int[Longest + 1];
        Span<int> row = stackalloc int[Longest + 1];
        for (int j = 0; j <= right.Length; j++)
            last[j] = j;
        for (int i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= right.Length; j++)
            {
                bool same = Same(left[i - 1], right[j - 1]);
                int cost = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                    cost = Math.Min(cost, beforeLast[j - 2] + 1);
                row[j] = cost;
                least = Math.Min(least, cost);
            }

            if (least > most)
                return most + 1;
            Span<int> free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }

        return Math.Min(last[right.Length], most + 1);
    }

    private static bool Same(char left, char right) => left == right || char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
