using System;
using System.Collections.Generic;
using ZStackGen.Specs.Text;

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
            int distance = Spelling.Distance(text.AsSpan(), name.AsSpan(), least - 1);
            if (distance < least)
                (least, nearest) = (distance, name);
        }

        return nearest;
    }

    /// <summary>The words to put behind a message: <c>; did you mean 'String'?</c></summary>
    /// <param name="suggestion">The name, or <see langword="null"/>.</param>
    /// <returns>The words; empty where there is no suggestion.</returns>
    public static string Question(string? suggestion) => suggestion is null ? "" : "; did you mean '" + suggestion + "'?";
}
