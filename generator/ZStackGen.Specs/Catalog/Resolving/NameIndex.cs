using System;
using System.Collections.Generic;

namespace ZStackGen.Specs.Catalog.Resolving;

/// <summary>
/// Finds names that differ in one letter (changed, added, removed or swapped with its neighbor) among thousands of names. Such names are
/// equal after removing one letter from each. So a page of unknown names does not need quadratic time.
/// </summary>
internal sealed class NameIndex
{
    private const int MaxLength = 80;

    private readonly Dictionary<string, List<string>> _byRest = new(StringComparer.OrdinalIgnoreCase);

    public NameIndex(IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            foreach (string rest in Rests(name))
            {
                if (!_byRest.TryGetValue(rest, out List<string>? found))
                    _byRest.Add(rest, found = []);
                if (found.Count < 8)
                    found.Add(name);
            }
        }
    }

    /// <summary>Returns the most similar name; <see langword="null"/> if no name is similar.</summary>
    public string? Nearest(string text)
    {
        if (text.Length is < 3 or > MaxLength)
            return null;
        var candidates = new SortedSet<string>(StringComparer.Ordinal);
        foreach (string rest in Rests(text))
        {
            if (_byRest.TryGetValue(rest, out List<string>? found))
                candidates.UnionWith(found);
        }

        return NameSuggestions.Nearest(text, candidates);
    }

    private static IEnumerable<string> Rests(string name)
    {
        if (name.Length is < 3 or > MaxLength)
            yield break;
        yield return name;
        for (int i = 0; i < name.Length; i++)
            yield return name.Remove(i, 1);
    }
}
