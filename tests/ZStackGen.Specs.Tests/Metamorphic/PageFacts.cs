using System;
using System.Collections.Generic;
using System.Linq;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Tests;

/// <summary>The facts that a page states, by the element that they belong to. Two pages with the same facts generate the same API.</summary>
internal static class PageFacts
{
    /// <summary>Returns the facts of a page. A key ends with the kind of the fact: <c>OpenDoor/speed since</c>.</summary>
    public static Dictionary<string, string> Of(PageModel page)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (ApiModel api in page.Apis)
        {
            facts[$"{api.Name} request"] = $"{api.Method} {api.Path} {string.Join(' ', api.AlternatePaths)}";
            facts[$"{api.Name} wrapper"] = api.Wrapper ?? "none";
            facts[$"{api.Name} session"] = $"{api.RequiresSession} query {api.IsQuery}";
            facts[$"{api.Name} response"] = api.Response is null ? "none" : "documented";
            facts[$"{api.Name} tags"] = string.Join(' ', api.SystemTags.Select(tag => tag.Tag));
            Dictionary<string, StructureModel> structures = api.Structures.ToDictionary(structure => structure.Id, StringComparer.Ordinal);
            foreach (ParameterModel parameter in api.Parameters)
            {
                string key = $"{api.Name}/{parameter.Name}";
                facts[key + " location"] = $"{parameter.Location} {parameter.InWrapper}";
                facts[key + " required"] = parameter.IsRequired.ToString();
                Row(facts, key, parameter.Type, parameter.Since, parameter.HasOpenValues ? default : parameter.Values, parameter.StructureId, structures, []);
            }

            foreach (FieldModel field in api.Response?.Fields ?? default)
                Field(facts, $"{api.Name}:{field.Name}", field, structures, []);
        }

        foreach (StructureModel type in page.Types)
            Structure(facts, type.Name ?? type.Id, type, new Dictionary<string, StructureModel>(StringComparer.Ordinal), []);
        return facts;
    }

    /// <summary>Returns the facts that differ, without the kinds that the page no longer states.</summary>
    public static List<string> Differences(Dictionary<string, string> before, Dictionary<string, string> after, IReadOnlySet<string> ignoredKinds)
    {
        var differences = new List<string>();
        foreach (string key in before.Keys.Union(after.Keys, StringComparer.Ordinal))
        {
            string? old = before.GetValueOrDefault(key), read = after.GetValueOrDefault(key);
            // A cell that lists no certain values belongs to the description, and any value is accepted.
            if (key.EndsWith(" values", StringComparison.Ordinal) && string.IsNullOrEmpty(read) && after.ContainsKey(key))
                continue;
            if (!string.Equals(old, read, StringComparison.Ordinal) && !ignoredKinds.Contains(key[(key.LastIndexOf(' ') + 1)..]))
                differences.Add($"{key}: {old ?? "(nothing)"} -> {read ?? "(nothing)"}");
        }

        return differences;
    }

    private static void Field(Dictionary<string, string> facts, string key, FieldModel field, Dictionary<string, StructureModel> structures, HashSet<string> seen) =>
        // The values of a field are never checked.
        Row(facts, key, field.Type, field.Since, default, field.StructureId, structures, seen);

    private static void Row(Dictionary<string, string> facts, string key, string? type, string? since, EquatableArray<string> values, string? structure, Dictionary<string, StructureModel> structures, HashSet<string> seen)
    {
        facts[key + " type"] = type is null ? "none" : (TypePhrase.Read(type) ?? type).ToUpperInvariant().Replace("SET", "LIST", StringComparison.Ordinal);
        facts[key + " since"] = since is null ? "none" : since[(since.LastIndexOf(' ') + 1)..].TrimStart('v', 'V');
        facts[key + " values"] = string.Join('|', values);
        // A type without a link is found by its name.
        structure ??= structures.Values.FirstOrDefault(known => known.Name is not null && known.Name == type)?.Id;
        if (structure is not null && !seen.Contains(structure) && structures.TryGetValue(structure, out StructureModel? inner))
            Structure(facts, key, inner, structures, [.. seen, structure]);
    }

    private static void Structure(Dictionary<string, string> facts, string key, StructureModel structure, Dictionary<string, StructureModel> structures, HashSet<string> seen)
    {
        if (structure.Values.Count > 0)
            facts[key + " values"] = string.Join('|', structure.Values);
        if (structure.Extends is { } baseType)
            facts[key + " extends"] = baseType;
        foreach (FieldModel field in structure.Fields)
            Field(facts, $"{key}.{field.Name}", field, structures, seen);
    }
}
