using System;
using System.Collections.Generic;
using System.Linq;
using ZStackGen.Facts.Facts;

namespace ZStackGen.Facts.Merging;

/// <summary>Groups the sections of the manual by the names of their APIs.</summary>
internal static class ManualSections
{
    /// <summary>Groups the sections. Some APIs have several sections, and some headings are misspelled names of another API.</summary>
    public static ILookup<string, ManualApi> Group(FactsFolder facts)
    {
        var names = facts.Manual.Select(static section => section.Name).ToHashSet(StringComparer.Ordinal);
        return facts.Manual.ToLookup(section => NameOf(section, facts, names), StringComparer.Ordinal);
    }

    // A heading is a misspelling if the SDK contains only the section's other name, or if the other name only corrects a word
    // ("Sever"). The SDK sample of another API has its own name.
    private static string NameOf(ManualApi section, FactsFolder facts, HashSet<string> names)
    {
        if (facts.Sdk.ContainsKey(section.Name) || section.Also?.Name is not [string other])
            return section.Name;
        if (facts.Sdk.ContainsKey(other))
            return other;
        return !names.Contains(other) && Math.Abs(other.Length - section.Name.Length) == 1 ? other : section.Name;
    }
}
