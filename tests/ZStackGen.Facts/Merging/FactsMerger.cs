using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ZStackGen.Facts.Facts;

namespace ZStackGen.Facts.Merging;

/// <summary>Merges all sources. If they disagree, the SDK wins, because it is tested against the server.</summary>
internal sealed partial class FactsMerger
{
    private readonly FactsFolder _facts;
    private readonly ILookup<string, ManualApi> _manual;
    private readonly ManualTables _tables;
    private readonly StructureMerger _structures;
    private readonly ParameterMerger _parameters;

    private FactsMerger(FactsFolder facts)
    {
        _facts = facts;
        _manual = ManualSections.Group(facts);
        _tables = new ManualTables(facts, new StructureShapes(facts.SdkStructures));
        var elements = new ListElements(facts.SdkStructures);
        _structures = new StructureMerger(facts, _tables, elements);
        _parameters = new ParameterMerger(facts, elements, _structures);
    }

    /// <summary>Merges the facts.</summary>
    public static MergedFacts Merge(FactsFolder facts)
    {
        var merger = new FactsMerger(facts);
        string[] names = [.. facts.Sdk.Keys.Union(facts.Removed.Keys).Union(merger._manual.Select(static group => group.Key)).Order(StringComparer.Ordinal)];
        // All tables get their names before a structure is created, because a structure is the union of its tables.
        Dictionary<string, List<MergedField>[]> responses = names.ToDictionary(
            static name => name, name => merger.ManualResponses(name), StringComparer.Ordinal);
        var apis = names.ToDictionary(static name => name, name => merger.Merge(name, responses[name]), StringComparer.Ordinal);
        IEnumerable<string> types = apis.Values.SelectMany(static api => api.Parameters.Select(static p => p.Type).Concat((api.Response ?? []).Select(static f => f.Type)));
        return new MergedFacts(apis, merger._structures.Reach(types));
    }

    private SdkApi? SdkOf(string name) => _facts.Sdk.GetValueOrDefault(name) ?? _facts.Removed.GetValueOrDefault(name);

    private List<MergedField>[] ManualResponses(string name) => [.. _manual[name].Select(section => _tables.Read(section, name, SdkOf(name)?.Result))];

    private MergedApi Merge(string name, List<MergedField>[] responses)
    {
        SdkApi? sdk = SdkOf(name);
        ManualApi[] sections = [.. _manual[name]];
        string method = sdk?.Method ?? sections[0].Method;
        string path = sdk is null ? sections[0].Path : "/v1" + sdk.Path;
        string? since = sdk?.Since ?? SinceOf(sections);
        bool isQuery = sdk?.IsQuery ?? sections[0].IsQuery;
        return new MergedApi
        {
            Name = name,
            Category = sdk?.Category ?? Categories.Of(name),
            Method = method,
            Path = path,
            AlternatePaths = [.. (sdk?.Paths ?? []).Select(static other => "/v1" + other)
                .Concat(sections.SelectMany(static section => section.AlternatePaths)).Where(other => other != path).Distinct(StringComparer.Ordinal)],
            Wrapper = sdk is null ? Wrappers.Of(sections[0]) : Wrappers.Of(_facts, sdk),
            IsQuery = isQuery,
            RequiresSession = sdk?.NeedSession ?? sections[0].NeedSession,
            IsAsync = sdk?.Async ?? method != "GET",
            Since = since,
            Removed = sdk?.Removed,
            ReplacedBy = sdk?.RenamedTo,
            IsDeprecated = sdk?.Deprecated ?? false,
            Parameters = isQuery ? [] : _parameters.Merge(sdk, sections, method, path, since),
            Response = Response(name, sdk, responses, isQuery),
            SystemTags = SystemTags(sections),
        };
    }

    private List<MergedField>? Response(string name, SdkApi? sdk, List<MergedField>[] responses, bool isQuery)
    {
        IReadOnlyList<MergedField>? result = _structures.Result(sdk?.Result, isQuery, sdk?.Since);
        if (result is null && responses.Length == 0 && !isQuery)
            return null;
        List<MergedField> fields = [.. result ?? []];
        foreach (MergedField field in responses.SelectMany(static response => response))
        {
            int known = fields.FindIndex(other => other.Name == field.Name);
            string type = _structures.Known(field.Type);
            if (known < 0)
                fields.Add(field with { Type = type });
            else if ((fields[known].Type == "List<Object>" && TypeText.IsList(type)) || (fields[known].Type == "Map<String, Object>" && TypeText.IsMap(type)))
                fields[known] = fields[known] with { Type = type };
            else if (fields[known].Type == "Map<String, Object>" && _structures.Known(type) is var value && TypeText.Structures(value).Contains(value))
                // The manual documents the values of the map.
                fields[known] = fields[known] with { Type = TypeText.WithElement("Map", value) };
        }

        if (isQuery && !fields.Exists(static field => field.Name == "inventories"))
            fields.Add(new MergedField("inventories", _structures.Known($"List<{KnownElements.Of(name, "inventories") ?? name["Query".Length..] + "Inventory"}>"), null));
        return fields;
    }

    // A tag with a different variable name is the same tag. A doubled first letter is a misspelling.
    private static string[] SystemTags(ManualApi[] sections)
    {
        IEnumerable<string> tags = sections.SelectMany(static section => section.SystemTags);
        return [.. tags.Where(static tag => !tag.StartsWith("vv", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .DistinctBy(static tag => Variable().Replace(tag, "{}"), StringComparer.Ordinal)];
    }

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();

    // Rows repeat the version of the API, except the tags, which every API has, and rows that were added later.
    private static string? SinceOf(ManualApi[] sections) => sections
        .SelectMany(static section => section.Parameters.Select(static p => p.Since).Concat(section.Response.Select(static f => f.Since)))
        .Select(Versions.Explicit)
        .Aggregate((string?)null, Versions.Earlier);
}
