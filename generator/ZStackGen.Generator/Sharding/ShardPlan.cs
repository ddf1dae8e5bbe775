using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Sharding;

/// <summary>
/// Splits the catalog into files: actions by category, structures by the first letter of their names. Both depend only on the thing
/// itself, so that editing a page touches the files of what it changes and no other.
/// </summary>
internal static class ShardPlan
{
    private const int MaxReadable = 40;

    public static IEnumerable<Shard> Make(CatalogModel catalog)
    {
        var shards = new List<Shard>();
        var categories = new SortedDictionary<string, List<CatalogAction>>(StringComparer.Ordinal);
        foreach (CatalogAction action in catalog.Actions)
        {
            if (!categories.TryGetValue(action.Category, out List<CatalogAction>? actions))
                categories.Add(action.Category, actions = []);
            actions.Add(action);
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (KeyValuePair<string, List<CatalogAction>> pair in categories)
            shards.Add(new Shard(HintName("Api", pair.Key, names), pair.Value.ToEquatableArray(), default, default));

        var letters = new SortedDictionary<char, List<CatalogStructure>>();
        foreach (CatalogStructure structure in catalog.Structures)
        {
            char letter = FirstLetter(structure.TypeName);
            if (!letters.TryGetValue(letter, out List<CatalogStructure>? structures))
                letters.Add(letter, structures = []);
            structures.Add(structure);
        }

        foreach (KeyValuePair<char, List<CatalogStructure>> pair in letters)
            shards.Add(new Shard("Types." + pair.Key + ".g.cs", default, pair.Value.ToEquatableArray(), default));
        if (catalog.Enumerations.Count > 0)
            shards.Add(new Shard("Values.g.cs", default, default, catalog.Enumerations));
        return shards;
    }

    private static char FirstLetter(string name) => name[0] is >= 'A' and <= 'Z' ? name[0] : name[0] is >= 'a' and <= 'z' ? (char)(name[0] - 32) : '_';

    /// <summary>A readable name; with a hash where something had to be left out or the name is taken in other case.</summary>
    private static string HintName(string prefix, string category, HashSet<string> taken)
    {
        var readable = new StringBuilder();
        foreach (char c in category)
        {
            if (readable.Length == MaxReadable)
                break;
            if (c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_')
                readable.Append(c);
        }

        string name = prefix + "." + readable;
        if (readable.Length != category.Length || readable.Length == 0 || !taken.Add(name))
        {
            name += (readable.Length == 0 ? "" : "-") + Fnv(category).ToString("x8", CultureInfo.InvariantCulture);
            taken.Add(name);
        }

        return name + ".g.cs";
    }

    private static uint Fnv(string text)
    {
        uint hash = 2166136261;
        foreach (char c in text)
            hash = unchecked((hash ^ c) * 16777619);
        return hash;
    }
}
