using System;
using System.Collections.Generic;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Sharding;

/// <summary>
/// Splits the catalog into files: actions by category, structures by their first letter, and large groups by a hash of the name.
/// The file of an element depends only on the element itself, so that editing a page changes only the files of its elements.
/// </summary>
internal static class ShardPlan
{
    /// <summary>
    /// The approximate number of actions or structures per file. An edit regenerates a whole file, and the compiler parses it again.
    /// </summary>
    private const int FileSize = 32;

    private const int FewestPlaces = 256;

    /// <summary>
    /// Returns the files, each at a position that depends on its name, with <see langword="null"/> between them. The compiler compares results
    /// by position. In a dense list, a new category would move all later files, and all of them would be regenerated.
    /// </summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="memory">The files of the last run. It also receives the files of this run.</param>
    public static Shard?[] Make(CatalogModel catalog, ShardMemory memory)
    {
        Shard?[] shards = memory.Last is { } last && EditedShards.TryMake(last, catalog) is { } edited ? edited : Make(catalog);
        memory.Last = new PlannedShards(catalog, shards);
        return shards;
    }

    /// <summary>Returns the files without a cache.</summary>
    internal static Shard?[] Make(CatalogModel catalog)
    {
        var shards = new List<Shard>();
        AddActions(catalog, shards);
        AddStructures(catalog.Structures, shards);
        if (catalog.Enumerations.Count > 0)
            shards.Add(new Shard(HintNames.Values(), default, default, catalog.Enumerations));
        return Place(shards);
    }

    private static void AddActions(CatalogModel catalog, List<Shard> shards)
    {
        var newer = new NewerFields(catalog.Structures);
        var categories = new SortedDictionary<string, List<CatalogAction>>(StringComparer.Ordinal);
        foreach (CatalogAction action in catalog.Actions)
        {
            if (!categories.TryGetValue(action.Category, out List<CatalogAction>? members))
                categories.Add(action.Category, members = []);
            members.Add(action);
        }

        foreach (KeyValuePair<string, List<CatalogAction>> category in categories)
        {
            List<CatalogAction>[] parts = Split(category.Value, static action => action.Name);
            for (int part = 0; part < parts.Length; part++)
            {
                if (parts[part].Count > 0)
                    shards.Add(new Shard(HintNames.Actions(category.Key, part), parts[part].ToEquatableArray(), default, default) { NewerFields = newer.Of(parts[part]) });
            }
        }
    }

    private static void AddStructures(EquatableArray<CatalogStructure> structures, List<Shard> shards)
    {
        // A key of a reference type, because the JIT would compile a dictionary of characters in every build.
        var letters = new SortedDictionary<string, List<CatalogStructure>>(StringComparer.Ordinal);
        foreach (CatalogStructure structure in structures)
        {
            string letter = FirstLetter(structure.TypeName).ToString();
            if (!letters.TryGetValue(letter, out List<CatalogStructure>? members))
                letters.Add(letter, members = []);
            members.Add(structure);
        }

        foreach (KeyValuePair<string, List<CatalogStructure>> letter in letters)
        {
            List<CatalogStructure>[] parts = Split(letter.Value, static structure => structure.TypeName);
            for (int part = 0; part < parts.Length; part++)
            {
                if (parts[part].Count > 0)
                    shards.Add(new Shard(HintNames.Types(letter.Key[0], part), default, parts[part].ToEquatableArray(), default));
            }
        }
    }

    /// <summary>Splits items into parts of about one file's size. The number of parts is a power of two, so that it rarely changes.</summary>
    private static List<T>[] Split<T>(List<T> items, Func<T, string> nameOf)
    {
        int count = 1;
        while (count * FileSize < items.Count)
            count *= 2;
        var parts = new List<T>[count];
        for (int i = 0; i < count; i++)
            parts[i] = count == 1 ? items : [];
        if (count == 1)
            return parts;
        foreach (T item in items)
            parts[Hash(nameOf(item)) & (count - 1)].Add(item);
        return parts;
    }

    /// <summary>Puts each file at the position given by the hash of its name, or at the next free position.</summary>
    private static Shard?[] Place(List<Shard> shards)
    {
        int count = FewestPlaces;
        while (count < 8 * shards.Count)
            count *= 2;
        var places = new Shard?[count];
        foreach (Shard shard in shards)
        {
            int place = Hash(shard.HintName) & (count - 1);
            while (places[place] is not null)
                place = (place + 1) & (count - 1);
            places[place] = shard;
        }

        return places;
    }

    private static char FirstLetter(string name) => name[0] is >= 'A' and <= 'Z' ? name[0] : name[0] is >= 'a' and <= 'z' ? (char)(name[0] - 32) : '_';

    /// <summary>Returns the FNV-1a hash with the upper half folded into the lower half, because the lower half alone is weak.</summary>
    private static int Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char c in text)
            hash = unchecked((hash ^ c) * 16777619);
        hash ^= hash >> 15;
        return (int)(unchecked(hash * 0x2c1b3c6d) >> 7);
    }
}
