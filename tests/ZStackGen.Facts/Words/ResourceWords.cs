using System;
using System.Collections.Generic;
using System.Linq;

namespace ZStackGen.Facts.Words;

/// <summary>Finds the resource of an API or a structure.</summary>
internal sealed class ResourceWords
{
    private readonly Glossary _glossary;
    private readonly string[] _byLength;

    public ResourceWords(Glossary glossary)
    {
        _glossary = glossary;
        _byLength = [.. glossary.Resources.Keys.OrderByDescending(static key => key.Length).ThenBy(static key => key, StringComparer.Ordinal)];
    }

    /// <summary>Returns the resource with the given name, if the glossary contains it.</summary>
    public GlossaryResource? Named(string name) => _glossary.Resources.GetValueOrDefault(name);

    /// <summary>Returns the resource of a structure: <c>VmInstanceInventory</c> is a VM instance.</summary>
    public GlossaryResource OfStructure(string structure)
    {
        string bare = Bare(structure);
        return Named(structure) ?? Named(bare) ?? Longest(bare) ?? Composed(bare);
    }

    /// <summary>Returns the resource of an API: <c>StartVmInstance</c> acts on a VM instance.</summary>
    public GlossaryResource OfApi(string api)
    {
        string rest = WithoutVerb(api);
        return Named(rest) ?? Longest(rest) ?? Composed(rest);
    }

    /// <summary>Returns the resource that a reference identifies: <c>l3NetworkUuid</c> is that of an L3 network.</summary>
    public GlossaryResource? OfReference(string name)
    {
        string bare = name.EndsWith("Uuids", StringComparison.Ordinal) ? name[..^5] : name.EndsWith("Uuid", StringComparison.Ordinal) ? name[..^4] : "";
        if (bare.Length == 0)
            return null;
        string key = char.ToUpperInvariant(bare[0]) + bare[1..];
        return Named(key) ?? (_byLength.FirstOrDefault(resource => key.EndsWith(resource, StringComparison.OrdinalIgnoreCase)) is { } found ? Named(found) : null);
    }

    /// <summary>Returns the name without the verb at its start.</summary>
    public static string WithoutVerb(string api)
    {
        for (int i = 1; i < api.Length; i++)
        {
            if (char.IsAsciiLetterUpper(api[i]))
                return api[i..];
        }

        return api;
    }

    private GlossaryResource? Longest(string name)
    {
        string? found = _byLength.FirstOrDefault(key => key.Length > 2 && name.EndsWith(key, StringComparison.Ordinal))
            ?? _byLength.FirstOrDefault(key => key.Length > 3 && name.Contains(key, StringComparison.Ordinal));
        return found is null ? null : Named(found);
    }

    private static GlossaryResource Composed(string name)
    {
        string noun = string.Join(' ', NameWords.Split(name));
        return new GlossaryResource(NameWords.Article(noun) + " " + noun, noun.EndsWith('s') ? noun : noun + "s", "");
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
}
