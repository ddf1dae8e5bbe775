using System;
using System.Collections.Generic;
using System.Linq;

namespace ZStackGen.Facts.Words;

/// <summary>The words from which the first text of a page is composed (specs/glossary.md).</summary>
internal sealed class Glossary
{
    /// <summary>What fields and parameters mean.</summary>
    public List<GlossaryName> Names { get; } = [];

    /// <summary>What the resources are called, by their name in APIs and structures.</summary>
    public Dictionary<string, GlossaryResource> Resources { get; } = new(StringComparer.Ordinal);

    /// <summary>The sentence of an API by the verb that its name begins with.</summary>
    public Dictionary<string, string> Verbs { get; } = new(StringComparer.Ordinal);

    /// <summary>What system tags do.</summary>
    public Dictionary<string, string> Tags { get; } = new(StringComparer.Ordinal);

    /// <summary>What structures are, where the resource in their name does not tell.</summary>
    public Dictionary<string, string> Structures { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds what is not there yet.</summary>
    public void Add(Glossary other)
    {
        var known = Names.Select(static name => (name.Name, name.Context)).ToHashSet();
        Names.AddRange(other.Names.Where(name => known.Add((name.Name, name.Context))));
        foreach ((string key, GlossaryResource resource) in other.Resources)
            Resources.TryAdd(key, resource);
    }
}

/// <summary>What a name means in a context.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="Context">Where it means this: patterns over the names of APIs and structures; empty for everywhere else.</param>
/// <param name="Text">The description; <c>{resource}</c> stands for the resource of the API or structure.</param>
internal sealed record GlossaryName(string Name, string Context, string Text);

/// <summary>What a resource is called.</summary>
/// <param name="Singular">The noun with its article.</param>
/// <param name="Plural">The plural.</param>
/// <param name="Chinese">The Chinese name.</param>
internal sealed record GlossaryResource(string Singular, string Plural, string Chinese)
{
    /// <summary>The noun without its article.</summary>
    public string Noun => Singular.StartsWith("an ", StringComparison.Ordinal) ? Singular[3..]
        : Singular.StartsWith("a ", StringComparison.Ordinal) ? Singular[2..]
        : Singular.StartsWith("the ", StringComparison.Ordinal) ? Singular[4..] : Singular;
}
