using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Xunit;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Tests;

/// <summary>The reproduced mistakes of pages in the shared material, each compared with the correct reading.</summary>
public sealed class ReproductionTests
{
    public static TheoryData<string> Names => [.. Files().Select(file => Path.GetFileName(file)[..^".expected.json".Length])];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mistake_of_a_page_is_read_as_expected(string name)
    {
        if (name.Length == 0)
            Assert.Skip("The published pages are absent; set ZSTACKGEN_SHARED to run this test.");
        string expectedFile = Files().Single(file => Path.GetFileName(file) == name + ".expected.json");
        using JsonDocument expected = JsonDocument.Parse(File.ReadAllBytes(expectedFile));
        JsonElement page = expected.RootElement[0];
        string file = Path.Combine(Path.GetDirectoryName(expectedFile)!, Path.GetFileName(page.GetProperty("file").GetString()!));
        PageReadResult result = SpecReader.Read(Path.GetFileName(file), File.ReadAllText(file), TestContext.Current.CancellationToken);
        Assert.Equal(page.GetProperty("apis").EnumerateArray().Select(Expected), result.Page.Apis.Select(api => Read(api, page.GetProperty("apis"))));
    }

    private static string[] Files() =>
        SourceTree.Shared is { } root ? [.. Directory.GetFiles(Path.Combine(root, "repro"), "*.expected.json").Order(StringComparer.Ordinal)] : [".expected.json"];

    private static string Expected(JsonElement api)
    {
        var structures = api.GetProperty("structs").EnumerateArray().ToDictionary(s => s.GetProperty("id").GetString()!);
        var lines = new List<string>
        {
            $"{Text(api, "name")} {Text(api, "method")} {Text(api, "path")} [{string.Join(" ", api.GetProperty("alternatePaths").EnumerateArray().Select(p => p.GetString()))}] {Text(api, "wrapper")} {Flag(api, "isQuery")} {Flag(api, "requiresSession")}",
            Text(api, "description"),
        };
        lines.AddRange(api.GetProperty("parameters").EnumerateArray().Select(p =>
            $"{Text(p, "name")} {Text(p, "type")} {Text(p, "location")} {Flag(p, "inWrapper")} {Flag(p, "required")} {Text(p, "since")} [{string.Join(",", p.GetProperty("values").EnumerateArray().Select(v => v.GetString()))}] {Text(p, "description")}"));
        if (api.GetProperty("response") is { ValueKind: JsonValueKind.Object } response)
            lines.AddRange(Fields(response.GetProperty("fields"), structures, "", []));
        return string.Join("\n", lines);
    }

    private static IEnumerable<string> Fields(JsonElement fields, Dictionary<string, JsonElement> structures, string indent, HashSet<string> inside)
    {
        foreach (JsonElement field in fields.EnumerateArray())
        {
            string? id = field.GetProperty("struct").GetString();
            bool isOpen = id is not null && inside.Contains(id);
            yield return $"{indent}{Text(field, "name")} {Text(field, "type")} {Text(field, "since")} {(id is null ? "" : isOpen ? "itself" : "table")}";
            if (id is null || isOpen)
                continue;
            foreach (string line in Fields(structures[id].GetProperty("fields"), structures, indent + "  ", [.. inside, id]))
                yield return line;
        }
    }

    private static string Read(ApiModel api, JsonElement expected)
    {
        Dictionary<string, StructureModel> structures = api.Structures.ToDictionary(s => s.Id);
        var lines = new List<string>
        {
            $"{api.Name} {api.Method} {api.Path} [{string.Join(" ", api.AlternatePaths)}] {api.Wrapper} {api.IsQuery} {api.RequiresSession}",
            api.Description ?? "",
        };
        lines.AddRange(api.Parameters.Select(p =>
            $"{p.Name} {p.Type} {p.Location.ToString().ToLowerInvariant()} {p.InWrapper} {p.IsRequired} {p.Since} [{string.Join(",", p.Values)}] {p.Description}"));
        if (api.Response is { } response)
            lines.AddRange(Fields(response.Fields, structures, "", []));
        return string.Join("\n", lines);
    }

    private static IEnumerable<string> Fields(EquatableArray<FieldModel> fields, Dictionary<string, StructureModel> structures, string indent, HashSet<string> inside)
    {
        foreach (FieldModel field in fields.ToArray())
        {
            bool isOpen = field.StructureId is not null && inside.Contains(field.StructureId);
            yield return $"{indent}{field.Name} {field.Type} {field.Since} {(field.StructureId is null ? "" : isOpen ? "itself" : "table")}";
            if (field.StructureId is null || isOpen)
                continue;
            foreach (string line in Fields(structures[field.StructureId].Fields, structures, indent + "  ", [.. inside, field.StructureId]))
                yield return line;
        }
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

    private static bool Flag(JsonElement element, string name) => element.GetProperty(name).GetBoolean();
}
