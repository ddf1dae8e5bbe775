using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Writing;

namespace ZStackGen.Benchmarks.Generator;

/// <summary>
/// A page for each documented open-source API: the published page if the corpus has it, or else a page generated from the facts, with the
/// same tables.
/// </summary>
internal sealed class AllApis
{
    private const int MaxDepth = 6;

    private readonly JsonElement _structures;

    private AllApis(JsonElement structures) => _structures = structures;

    /// <summary>Gets the pages, as files of a project; <see langword="null"/> if the folder shared is absent.</summary>
    public static List<(string Path, string Text)>? Pages(out int real)
    {
        real = 0;
        if (SharedPages.Files("corpus/official-zh") is not { } files || SharedPages.Files("facts") is not { } facts)
            return null;
        var pages = files.ToDictionary(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText, StringComparer.Ordinal);
        real = pages.Count;
        using JsonDocument apis = JsonDocument.Parse(File.ReadAllText(facts.Single(file => Path.GetFileName(file) == "apis.json")));
        using JsonDocument structures = JsonDocument.Parse(File.ReadAllText(facts.Single(file => Path.GetFileName(file) == "structs.json")));
        var maker = new AllApis(structures.RootElement);
        foreach (JsonProperty api in apis.RootElement.EnumerateObject())
        {
            if (!pages.ContainsKey(api.Name))
                pages.Add(api.Name, PageWriter.Write(maker.Page(api)));
        }

        return [.. pages.OrderBy(page => page.Key, StringComparer.Ordinal).Select(page => ("/project/specs/" + page.Key + ".md", page.Value))];
    }

    private PageModel Page(JsonProperty api)
    {
        JsonElement doc = api.Value.GetProperty("doc");
        JsonElement url = doc.GetProperty("urls").EnumerateArray().First();
        string method = url.GetProperty("method").GetString()!;
        var structures = new List<StructureModel>();
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        FieldModel[] response = [.. doc.GetProperty("response").EnumerateArray().Select(field => Field(field, structures, ids, 0))];
        return new PageModel(
            "specs/" + api.Name + ".md",
            new EquatableArray<ApiModel>(
            [
                new ApiModel
                {
                    Name = api.Name,
                    Method = method,
                    Path = WithoutQuery(url.GetProperty("url").GetString()!),
                    IsQuery = api.Value.GetProperty("isQuery").GetBoolean(),
                    Wrapper = method is "POST" ? "params" : method is "PUT" ? char.ToLowerInvariant(api.Name[0]) + api.Name[1..] : null,
                    Description = "What " + api.Name + " does to the resource, in a sentence of usual length.",
                    Parameters = new EquatableArray<ParameterModel>([.. doc.GetProperty("params").EnumerateArray().Where(_ => !api.Value.GetProperty("isQuery").GetBoolean()).Select(Parameter)]),
                    Response = new ResponseModel(new EquatableArray<FieldModel>(response)),
                    Structures = new EquatableArray<StructureModel>([.. structures]),
                },
            ]),
            default);
    }

    private static ParameterModel Parameter(JsonElement row) => new()
    {
        Name = row.GetProperty("name").GetString()!,
        Type = row.GetProperty("type").GetString(),
        Location = row.GetProperty("location").GetString() switch { "url" => ParameterLocation.Path, "query" => ParameterLocation.Query, _ => ParameterLocation.Body },
        InWrapper = row.TryGetProperty("enclosedIn", out _),
        IsRequired = !row.GetProperty("optional").GetBoolean(),
        Since = row.GetProperty("since").GetString(),
        Values = row.TryGetProperty("values", out JsonElement values) ? new EquatableArray<string>([.. values.EnumerateArray().Select(value => value.GetString()!)]) : default,
        Description = "What " + row.GetProperty("name").GetString() + " means.",
    };

    private FieldModel Field(JsonElement row, List<StructureModel> structures, Dictionary<string, string> ids, int depth) => new()
    {
        Name = row.GetProperty("name").GetString()!,
        Type = row.GetProperty("type").GetString(),
        Since = row.GetProperty("since").GetString(),
        Description = "What " + row.GetProperty("name").GetString() + " means.",
        StructureId = row.TryGetProperty("struct", out JsonElement name) ? Structure(name.GetString()!, structures, ids, depth) : null,
    };

    private string? Structure(string name, List<StructureModel> structures, Dictionary<string, string> ids, int depth)
    {
        if (ids.TryGetValue(name, out string? known))
            return known;
        if (depth == MaxDepth || !_structures.TryGetProperty(name, out JsonElement structure) || structure.GetProperty("doc").ValueKind != JsonValueKind.Array)
            return null;
        string id = "s" + (structures.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        ids.Add(name, id);
        int place = structures.Count;
        structures.Add(null!);
        structures[place] = new StructureModel
        {
            Id = id,
            Name = name,
            Fields = new EquatableArray<FieldModel>([.. structure.GetProperty("doc").EnumerateArray().Select(field => Field(field, structures, ids, depth + 1))]),
        };
        return id;
    }

    private static string WithoutQuery(string url) => url.IndexOf('?', StringComparison.Ordinal) is var mark and >= 0 ? url[..mark] : url;
}
