using System;
using ZStackGen.Specs.Catalog.Collecting;

namespace ZStackGen.Specs.Catalog.Naming;

/// <summary>Derives the names of structures from the names of APIs and fields.</summary>
internal static class ApiWords
{
    /// <summary>Returns the structure that an API's name implies: <c>VmInstanceInventory</c> for <c>QueryVmInstance</c>.</summary>
    public static string? InventoryOf(string api)
    {
        if (KnownStructures.Instance.QueryElement(api) is { } element)
            return element;
        int second = EndOfVerb(api);
        return second < api.Length ? api.Substring(second) + "Inventory" : null;
    }

    /// <summary>Determines whether a structure is named after the verb of an API, such as <c>RevertSnapshotGroupResult</c>.</summary>
    public static bool SharesVerb(string name, string api)
    {
        int verb = EndOfVerb(api);
        return verb < api.Length && verb < name.Length && string.CompareOrdinal(name, 0, api, 0, verb) == 0 && name[verb] is >= 'A' and <= 'Z';
    }

    /// <summary>Returns the singular of a field name.</summary>
    public static string Singular(string name)
    {
        if (name.EndsWith("ies", StringComparison.Ordinal) && name.Length > 4)
            return name.Substring(0, name.Length - 3) + "y";
        foreach (string ending in new[] { "sses", "xes", "ches", "shes" })
        {
            if (name.EndsWith(ending, StringComparison.Ordinal))
                return name.Substring(0, name.Length - 2);
        }

        return name.Length > 2 && name.EndsWith("s", StringComparison.Ordinal) && !name.EndsWith("ss", StringComparison.Ordinal)
            ? name.Substring(0, name.Length - 1)
            : name;
    }

    public static string Pascal(string text) =>
        text.Length > 0 && text[0] is >= 'a' and <= 'z' ? (char)(text[0] - 32) + text.Substring(1) : text;

    private static int EndOfVerb(string api)
    {
        int end = 1;
        while (end < api.Length && api[end] is not (>= 'A' and <= 'Z'))
            end++;
        return end;
    }
}
