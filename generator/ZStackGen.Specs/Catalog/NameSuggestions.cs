using System;
using System.Collections.Generic;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Catalog;

/// <summary>Finds suggestions for misspelled names.</summary>
public static class NameSuggestions
{
    /// <summary>Finds the most similar name.</summary>
    /// <param name="text">The misspelled name.</param>
    /// <param name="names">The candidates.</param>
    /// <returns>The most similar name, the first of equally similar names; <see langword="null"/> if no name is similar.</returns>
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

    /// <summary>Returns the text to append to a message: <c>; did you mean 'String'?</c></summary>
    /// <param name="suggestion">The suggestion, or <see langword="null"/>.</param>
    /// <returns>The text; empty if there is no suggestion.</returns>
    public static string Question(string? suggestion) => suggestion is null ? "" : "; did you mean '" + suggestion + "'?";
}
