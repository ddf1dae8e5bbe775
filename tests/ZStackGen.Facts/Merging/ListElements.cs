using System;
using System.Collections.Generic;
using ZStackGen.Facts.Facts;

namespace ZStackGen.Facts.Merging;

/// <summary>Finds the element types of lists that the SDK does not declare.</summary>
internal sealed class ListElements(IReadOnlyDictionary<string, SdkStructure> structures)
{
    private static readonly string[] s_texts = ["uuids", "names", "ips", "tags", "addresses", "hostnames", "vips", "emails", "phonenumbers", "ids", "types", "states", "strategies", "columns",
        "uuid", "cidrs", "servicetype", "phonenumberlist", "vlanranges", "monurls", "scopelist"];

    /// <summary>Accepts a guess only if the name supports it.</summary>
    /// <param name="name">The name of the field or parameter.</param>
    /// <param name="guess">The guess of the facts.</param>
    /// <param name="isQueryResult">Whether it is the list that a query returns.</param>
    /// <returns>The element type; <see langword="null"/> if nothing supports one.</returns>
    public string? Supported(string name, string? guess, bool isQueryResult)
    {
        if (guess is null)
            return EndsLikeTexts(name, s_texts) ? "String" : null;
        if (guess == "String")
            return EndsLikeTexts(name, s_texts) ? guess : null;
        if (!structures.ContainsKey(guess))
            return null;
        if (isQueryResult)
            return guess;
        string bare = Bare(guess);
        string singular = TypeText.Singular(name);
        // "sessions" of a port mirror are not login sessions. A common word alone supports only a structure without "Inventory".
        return !guess.EndsWith("Inventory", StringComparison.Ordinal) || singular.Length > 8 || HasTwoWords(singular)
            ? bare.EndsWith(singular, StringComparison.OrdinalIgnoreCase) || singular.Contains(bare, StringComparison.OrdinalIgnoreCase) ? guess : null
            : null;
    }

    private static string Bare(string structure)
    {
        foreach (string ending in (string[])["Inventory", "Struct"])
        {
            if (structure.EndsWith(ending, StringComparison.Ordinal) && structure.Length > ending.Length)
                return structure[..^ending.Length];
        }

        return structure;
    }

    private static bool HasTwoWords(string name)
    {
        for (int i = 1; i < name.Length; i++)
        {
            if (char.IsAsciiLetterUpper(name[i]))
                return true;
        }

        return false;
    }

    private static bool EndsLikeTexts(string name, string[] endings)
    {
        foreach (string ending in endings)
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
