using System;
using System.Collections.Generic;
using System.IO.Enumeration;
using System.Linq;
using ZStackGen.Facts.Merging;

namespace ZStackGen.Facts.Words;

/// <summary>The place of a name.</summary>
internal enum NamePlace
{
    /// <summary>A parameter of an API.</summary>
    Parameter,

    /// <summary>A member of an API's response.</summary>
    Response,

    /// <summary>A field of a structure.</summary>
    Field,
}

/// <summary>Composes the first text of a page from texts written for it, or else from the glossary.</summary>
internal sealed class Composer
{
    private readonly Glossary _glossary;
    private readonly TextFolder _texts;
    private readonly ILookup<string, GlossaryName> _names;
    private readonly ResourceWords _resources;

    public Composer(Glossary glossary, TextFolder texts)
    {
        _glossary = glossary;
        _texts = texts;
        _names = glossary.Names.ToLookup(static name => name.Name, StringComparer.Ordinal);
        _resources = new ResourceWords(glossary);
    }

    /// <summary>Gets the names without a text, with one place of each.</summary>
    public SortedDictionary<string, string> Missing { get; } = new(StringComparer.Ordinal);

    /// <summary>Returns the description of an API.</summary>
    public string Api(MergedApi api)
    {
        string text = _texts.Apis.GetValueOrDefault(api.Name) ?? ByVerb(api.Name);
        if (api.ReplacedBy is { } replacement && api.Removed is { } since)
            return $"{text} Deprecated since {since}: use {replacement}.";
        if (api.Removed is { } removed)
            return $"{text} Removed in {removed}.";
        return api.IsDeprecated ? text + " Deprecated." : text;
    }

    /// <summary>Returns the Chinese name of an API; <see langword="null"/> if the glossary lacks its verb or its resource.</summary>
    public string? ChineseName(string api)
    {
        string rest = ResourceWords.WithoutVerb(api);
        GlossaryVerb? verb = _glossary.Verbs.GetValueOrDefault(api[..^rest.Length]);
        // Part of a name would say less than the API does.
        return verb is { Chinese.Length: > 0 } && _resources.Named(rest) is { Chinese.Length: > 0 } resource ? verb.Chinese.Replace("{resource}", resource.Chinese, StringComparison.Ordinal) : null;
    }

    /// <summary>Returns the description of a parameter, with its default.</summary>
    public string? Parameter(string api, MergedParameter parameter)
    {
        string? text = _texts.Parameters.GetValueOrDefault((api, parameter.Name)) ?? Name(parameter.Name, parameter.Type, api, NamePlace.Parameter);
        if (text is null || parameter.Default is not { } value || parameter.IsRequired || text.Contains("default", StringComparison.OrdinalIgnoreCase))
            return text;
        return $"{text} The default is `{value}`.";
    }

    /// <summary>Returns the description of a member of a response.</summary>
    public string? Response(string api, MergedField field) =>
        _texts.Fields.GetValueOrDefault((api, field.Name)) ?? Name(field.Name, field.Type, api, NamePlace.Response);

    /// <summary>Returns the description of a structure's field.</summary>
    public string? Field(string structure, MergedField field) =>
        _texts.Fields.GetValueOrDefault((structure, field.Name)) ?? Name(field.Name, field.Type, structure, NamePlace.Field);

    /// <summary>Returns the description of a system tag.</summary>
    public string? Tag(string tag) => _glossary.Tags.GetValueOrDefault(tag);

    /// <summary>Gets the resources, for the names of examples.</summary>
    public ResourceWords Resources => _resources;

    /// <summary>Returns the description of a structure.</summary>
    public string Structure(MergedStructure structure)
    {
        if (_glossary.Structures.TryGetValue(structure.Name, out string? text))
            return text;
        if (structure.Values.Count > 0)
            return Enumeration(structure.Name);
        return $"Describes {_resources.OfStructure(structure.Name).Singular}.";
    }

    private string Enumeration(string name)
    {
        foreach ((string ending, string opening) in ((string, string)[])[("State", "States"), ("Status", "Statuses"), ("Type", "Types"), ("Protocol", "Protocols"), ("Level", "Levels"), ("Event", "Events"), ("Mode", "Modes"), ("Strategy", "Strategies")])
        {
            if (name.EndsWith(ending, StringComparison.Ordinal) && name.Length > ending.Length)
                return $"{opening} of {_resources.OfStructure(name[..^ending.Length]).Singular}.";
        }

        return _resources.Named(name) is { } named ? $"Values of {named.Singular}." : $"Values of {_resources.OfStructure(name).Singular}.";
    }

    private string ByVerb(string api)
    {
        string rest = ResourceWords.WithoutVerb(api);
        string verb = api[..^rest.Length];
        string sentence = _glossary.Verbs.GetValueOrDefault(verb)?.Sentence ?? verb + "s {resource}.";
        return Fill(sentence, _resources.OfApi(api));
    }

    private string? Name(string name, string type, string owner, NamePlace place)
    {
        GlossaryResource resource = ResourceOf(name, type, owner, place);
        GlossaryName? found = _names[name].FirstOrDefault(entry => entry.Context.Length > 0 && Fits(entry.Context, owner, place))
            ?? _names[name].FirstOrDefault(static entry => entry.Context.Length == 0);
        // AddSecurityGroupRule returns the group, which is not new.
        if (found is { Text: var text } && text.Contains("new {resource}", StringComparison.Ordinal) && place == NamePlace.Response && resource != _resources.OfApi(owner))
            found = _names[name].FirstOrDefault(static entry => entry.Context.Length == 0) ?? found;
        if (found is not null)
            return Fill(found.Text, resource);
        if (_resources.OfReference(name) is { } reference)
            return name.EndsWith('s') ? $"UUIDs of {reference.Plural}." : $"UUID of {reference.Singular}.";
        if (TypeText.Structures(type).FirstOrDefault() is { } structure && _resources.OfStructure(structure) is { } described)
            return TypeText.IsList(type) ? Capital(described.Plural) + "." : Capital(described.Singular) + ".";
        Missing.TryAdd(name, $"{place} of {owner}, {type}");
        return null;
    }

    // The response of an API may contain another resource than its name.
    private GlossaryResource ResourceOf(string name, string type, string owner, NamePlace place)
    {
        if (place == NamePlace.Response && (name is "inventory" or "inventories") && TypeText.Structures(type).FirstOrDefault() is { } structure)
            return _resources.OfStructure(structure);
        return place == NamePlace.Field ? _resources.OfStructure(owner) : _resources.OfApi(owner);
    }

    private static bool Fits(string context, string owner, NamePlace place)
    {
        foreach (string part in context.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            int colon = part.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && !part[..colon].Equals(place.ToString(), StringComparison.OrdinalIgnoreCase))
                continue;
            string pattern = part[(colon + 1)..].Trim();
            int dot = pattern.IndexOf('.', StringComparison.Ordinal);
            // A table without a name is a structure here, named after the API and the field that it describes.
            if (pattern.EndsWith(".*", StringComparison.Ordinal))
                continue;
            if (dot > 0)
                pattern = pattern[..dot] + Capital(TypeText.Singular(pattern[(dot + 1)..]));
            if (pattern.Length == 0 || FileSystemName.MatchesSimpleExpression(pattern, owner, ignoreCase: false))
                return true;
        }

        return false;
    }

    private static string Fill(string text, GlossaryResource resource)
    {
        if (!text.Contains('{', StringComparison.Ordinal))
            return text;
        string filled = text.Replace("{resources}", resource.Plural, StringComparison.Ordinal);
        foreach (string article in (string[])["the ", "The ", "this ", "This ", "a ", "A ", "an ", "each ", "Each ", "every ", "its ", "same ", "new ", "one ", "another ", "that "])
            filled = filled.Replace(article + "{resource}", article + resource.Noun, StringComparison.Ordinal);
        return Capital(filled.Replace("{resource}", resource.Singular, StringComparison.Ordinal));
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
