using System;
using System.Collections.Generic;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Sharding;

/// <summary>Creates the files of a catalog from the files of an earlier catalog that differs only in the content of a few actions.</summary>
internal static class EditedShards
{
    private const int MostEdited = 8;

    /// <summary>Returns the files; <see langword="null"/> if the catalogs differ in more.</summary>
    public static Shard?[]? TryMake(PlannedShards last, CatalogModel catalog)
    {
        if (!catalog.Structures.IsSameAs(last.Catalog.Structures) || !catalog.Enumerations.IsSameAs(last.Catalog.Enumerations) || Edited(last.Catalog.Actions, catalog.Actions) is not { } edited)
            return null;
        var shards = (Shard?[])last.Shards.Clone();
        var newer = new NewerFields(catalog.Structures);
        foreach (int place in edited)
        {
            CatalogAction before = last.Catalog.Actions[place], after = catalog.Actions[place];
            // The file depends on both.
            if (!string.Equals(before.Name, after.Name, StringComparison.Ordinal) || !string.Equals(before.Category, after.Category, StringComparison.Ordinal) || !TryReplace(shards, before, after, newer))
                return null;
        }

        return shards;
    }

    private static List<int>? Edited(EquatableArray<CatalogAction> before, EquatableArray<CatalogAction> after)
    {
        if (before.Count != after.Count)
            return null;
        var edited = new List<int>();
        for (int i = 0; i < after.Count; i++)
        {
            if (ReferenceEquals(before[i], after[i]))
                continue;
            if (edited.Count == MostEdited)
                return null;
            edited.Add(i);
        }

        return edited;
    }

    private static bool TryReplace(Shard?[] shards, CatalogAction before, CatalogAction after, NewerFields newer)
    {
        for (int i = 0; i < shards.Length; i++)
        {
            if (shards[i] is not { } shard)
                continue;
            int place = PlaceOf(shard.Actions, before);
            if (place < 0)
                continue;
            CatalogAction[] actions = shard.Actions.AsSpan().ToArray();
            actions[place] = after;
            shards[i] = shard with { Actions = new EquatableArray<CatalogAction>(actions), NewerFields = newer.Of(actions) };
            return true;
        }

        return false;
    }

    private static int PlaceOf(EquatableArray<CatalogAction> actions, CatalogAction action)
    {
        for (int i = 0; i < actions.Count; i++)
        {
            if (ReferenceEquals(actions[i], action))
                return i;
        }

        return -1;
    }
}
