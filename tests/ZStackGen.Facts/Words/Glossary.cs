using System;
using System.Collections.Generic;
using System.Linq;

namespace ZStackGen.Facts.Words;

/// <summary>The words from which the first text of a page is composed (specs/glossary.md).</summary>
internal sealed class Glossary
{
    /// <summary>Gets the meanings of fields and parameters.</summary>
    public List<GlossaryName> Names { get; } = [];

    /// <summary>Gets the nouns of the resources, by their name in APIs and structures.</summary>
    public Dictionary<string, GlossaryResource> Resources { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the sentences for APIs by the verb at the start of the name.</summary>
    public Dictionary<string, GlossaryVerb> Verbs { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the meanings of system tags.</summary>
    public Dictionary<string, string> Tags { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the meanings of structures that do not follow from the resource in the name.</summary>
    public Dictionary<string, string> Structures { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds the missing entries.</summary>
    public void Add(Glossary other)
    {
        var known = Names.Select(static name => (name.Name, name.Context)).ToHashSet();
        Names.AddRange(other.Names.Where(name => known.Add((name.Name, name.Context))));
        foreach ((string key, GlossaryResource resource) in other.Resources)
            Resources.TryAdd(key, resource);
    }
}

/// <summary>The meaning of a name in a context.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="Context">The contexts with this meaning: patterns over the names of APIs and structures; empty for all others.</param>
/// <param name="Text">The description; <c>{resource}</c> stands for the resource of the API or structure.</param>
internal sealed record GlossaryName(string Name, string Context, string Text);

/// <summary>The sentence for an API.</summary>
/// <param name="Sentence">The sentence; <c>{resource}</c> and <c>{resources}</c> stand for the resource of the API.</param>
/// <param name="Chinese">The Chinese name of the API, with <c>{resource}</c>.</param>
internal sealed record GlossaryVerb(string Sentence, string Chinese);

/// <summary>The noun for a resource.</summary>
/// <param name="Singular">The noun with its article.</param>
/// <param name="Plural">The plural.</param>
/// <param name="Chinese">The Chinese name.</param>
internal sealed record GlossaryResource(string Singular, string Plural, string Chinese)
{
    /// <summary>Gets the noun without its article.</summary>
    public string Noun => Singular.StartsWith("an ", StringComparison.Ordinal) ? Singular[3..]
        : Singular.StartsWith("a ", StringComparison.Ordinal) ? Singular[2..]
        : Singular.StartsWith("the ", StringComparison.Ordinal) ? Singular[4..] : Singular;
}
