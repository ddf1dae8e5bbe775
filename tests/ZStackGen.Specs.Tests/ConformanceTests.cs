using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Xunit;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Tests;

/// <summary>The checks of conform.py over the shared pages: the share of a page's content that is read correctly.</summary>
public sealed class ConformanceTests
{
    [Theory]
    [InlineData("corpus/official-zh", "", 1.0)]
    [InlineData("corpus/english", "values", 1.0)]
    [InlineData("corpus/scraped-zh", "values", 1.0)]
    [InlineData("corpus/explorer", "values since response wrapper", 1.0)]
    [InlineData("manual/manual-md", "", 1.0)]
    public void A_published_layout_is_read_correctly(string layout, string lost, double least)
    {
        using JsonDocument apis = Load("facts/apis.json"), structures = Load("facts/structs.json");
        var tally = new Tally();
        foreach (string file in SharedFolder.Pages(layout))
        {
            string name = Path.GetFileNameWithoutExtension(file);
            if (apis.RootElement.TryGetProperty(name, out JsonElement fact))
                Corpus(tally, Read(file), name, fact, structures.RootElement, lost);
        }

        tally.AssertAtLeast(least, 1000);
    }

    [Fact]
    public void A_chapter_contains_the_same_APIs_as_its_separate_pages()
    {
        using JsonDocument apis = Load("facts/apis.json"), structures = Load("facts/structs.json");
        var tally = new Tally();
        var pages = SharedFolder.Pages("manual/manual-md").Select(Path.GetFileNameWithoutExtension).ToHashSet();
        var seen = new HashSet<string>();
        foreach (string file in SharedFolder.Pages("manual/manual-md-chapters"))
        {
            PageReadResult result = Read(file);
            foreach (ApiModel api in result.Page.Apis)
            {
                tally.Check(file, "known API " + api.Name, true, pages.Contains(api.Name) && seen.Add(api.Name));
                if (apis.RootElement.TryGetProperty(api.Name, out JsonElement fact))
                    Corpus(tally, result with { Page = result.Page with { Apis = new EquatableArray<ApiModel>([api]) } }, api.Name, fact, structures.RootElement, "");
            }
        }

        Assert.Equal(pages.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
        tally.AssertAtLeast(1.0, 1000);
    }

    [Fact]
    public void The_rebuilt_pages_are_read_correctly()
    {
        using JsonDocument expected = Load("looks/expected.json");
        var tally = new Tally();
        foreach (JsonProperty page in expected.RootElement.EnumerateObject())
            Look(tally, page.Name, page.Value, Read(SharedFolder.Require("looks/" + page.Name)));
        tally.AssertAtLeast(1.0, 1000);
    }

    [Fact]
    public void Correctly_read_pages_have_no_error_and_few_warnings()
    {
        var findings = new List<string>();
        int pages = 0;
        foreach (string file in SharedFolder.Pages("corpus/official-zh").Concat(SharedFolder.Pages("corpus/english")).Concat(SharedFolder.Pages("corpus/scraped-zh")).Concat(SharedFolder.Pages("seeds")).Concat(SharedFolder.Pages("manual/manual-md")))
        {
            pages++;
            findings.AddRange(Read(file).Findings.Where(f => f.Severity != FindingSeverity.Info).Select(f => $"{f.Severity} {f.Id} {Path.GetFileName(file)}: {f.Message}"));
        }

        Assert.DoesNotContain(findings, finding => finding.StartsWith("Error", StringComparison.Ordinal));
        // The only page in the copied layout that does not contain the name of its API.
        Assert.Single(findings, finding => finding.Contains("ZSG1012", StringComparison.Ordinal));
        Assert.Single(findings);
        Assert.True(pages > 1250);
    }

    private static JsonDocument Load(string path) => JsonDocument.Parse(File.ReadAllBytes(SharedFolder.Require(path)));

    private static PageReadResult Read(string file) => SpecReader.Read(file, File.ReadAllText(file), TestContext.Current.CancellationToken);

    private static void Corpus(Tally t, PageReadResult result, string name, JsonElement fact, JsonElement structures, string lost)
    {
        ApiModel? api = result.Page.Apis.Count == 1 ? result.Page.Apis[0] : null;
        t.Check(name, "one API", 1, result.Page.Apis.Count);
        if (api is null)
            return;
        JsonElement doc = fact.GetProperty("doc");
        JsonElement[] urls = [.. doc.GetProperty("urls").EnumerateArray()];
        string path = StripContext(urls[0].GetProperty("url").GetString()!);
        string method = urls[0].GetProperty("method").GetString()!;
        t.Check(name, "name", name, api.Name);
        t.Check(name, "method", method, api.Method);
        t.Check(name, "path", path, api.Path);
        if (!lost.Contains("wrapper", StringComparison.Ordinal))
            t.Check(name, "other paths", string.Join(" ", urls.Skip(1).Select(u => StripContext(u.GetProperty("url").GetString()!))), string.Join(" ", api.AlternatePaths));
        t.Check(name, "session", doc.GetProperty("auth").GetBoolean(), api.RequiresSession);
        bool isQuery = fact.GetProperty("isQuery").GetBoolean();
        var wrappers = new HashSet<string>();
        string[] documented = [];
        if (!isQuery)
        {
            documented = [.. doc.GetProperty("params").EnumerateArray().Select(p => p.GetProperty("name").GetString()!)];
            foreach (JsonElement expected in doc.GetProperty("params").EnumerateArray())
                Parameter(t, name, expected, api, method, path, lost, wrappers);
            t.Check(name, "no invented parameter", "", string.Join(" ", api.Parameters.Select(p => p.Name).Except(documented)));
        }

        if (!lost.Contains("wrapper", StringComparison.Ordinal) && wrappers.Count == 1)
            t.Check(name, "wrapper", wrappers.Single(), api.Wrapper);
        if (!lost.Contains("response", StringComparison.Ordinal) && !doc.GetProperty("emptyResponse").GetBoolean())
            Fields(t, name, "response", doc.GetProperty("response"), api.Response?.Fields ?? default, structures, api.Structures.ToDictionary(s => s.Id), [], lost);
    }

    private static void Parameter(Tally t, string page, JsonElement expected, ApiModel api, string method, string path, string lost, HashSet<string> wrappers)
    {
        string name = expected.GetProperty("name").GetString()!;
        ParameterModel? got = api.Parameters.FirstOrDefault(p => p.Name == name);
        t.Check(page, "parameter " + name, true, got is not null);
        string place = expected.GetProperty("location").GetString()!;
        string? wrapper = expected.TryGetProperty("enclosedIn", out JsonElement inside) ? inside.GetString() : null;
        if (place == "body" && !string.IsNullOrEmpty(wrapper))
            wrappers.Add(wrapper);
        if (got is null)
            return;
        t.Check(page, "type of " + name, expected.GetProperty("type").GetString(), got.Type);
        t.Check(page, "required " + name, !expected.GetProperty("optional").GetBoolean(), got.IsRequired);
        string actual = place == "body" && method == "DELETE" ? "query" : place;
        if (path.Contains("{" + name + "}", StringComparison.Ordinal))
            actual = "url";
        t.Check(page, "location of " + name, actual switch { "url" => ParameterLocation.Path, "query" => ParameterLocation.Query, _ => ParameterLocation.Body }, got.Location);
        if (!lost.Contains("since", StringComparison.Ordinal))
            t.Check(page, "since of " + name, expected.GetProperty("since").GetString(), got.Since);
        if (!lost.Contains("values", StringComparison.Ordinal))
            t.Check(page, "values of " + name, expected.TryGetProperty("values", out JsonElement values) ? string.Join("|", values.EnumerateArray().Select(v => v.GetString())) : "", string.Join("|", got.Values));
        if (!lost.Contains("wrapper", StringComparison.Ordinal) && actual == "body")
            t.Check(page, "in wrapper " + name, !string.IsNullOrEmpty(wrapper), got.InWrapper);
    }

    private static void Fields(Tally t, string page, string owner, JsonElement expected, EquatableArray<FieldModel> got, JsonElement structures, Dictionary<string, StructureModel> byId, HashSet<string> seen, string lost)
    {
        var names = new HashSet<string>();
        foreach (JsonElement field in expected.EnumerateArray())
        {
            string name = field.GetProperty("name").GetString()!;
            names.Add(name);
            FieldModel? read = got.FirstOrDefault(f => f.Name == name);
            t.Check(page, $"field {owner}.{name}", true, read is not null);
            if (read is null)
                continue;
            t.Check(page, $"type of {owner}.{name}", field.GetProperty("type").GetString(), read.Type);
            t.Check(page, $"since of {owner}.{name}", field.GetProperty("since").GetString(), read.Since);
            if (!field.TryGetProperty("struct", out JsonElement reference) || seen.Contains(reference.GetString()!)
                || !structures.TryGetProperty(reference.GetString()!, out JsonElement structure) || structure.GetProperty("doc") is not { ValueKind: JsonValueKind.Array } rows)
            {
                continue;
            }

            StructureModel? inner = read.StructureId is null ? null : byId.GetValueOrDefault(read.StructureId);
            t.Check(page, $"structure of {owner}.{name}", true, inner is not null);
            if (inner is not null)
                Fields(t, page, reference.GetString()!, rows, inner.Fields, structures, byId, [.. seen, reference.GetString()!], lost);
        }

        t.Check(page, $"no invented field of {owner}", "", string.Join(" ", got.Select(f => f.Name).Where(n => !names.Contains(n))));
    }

    private static void Look(Tally t, string page, JsonElement expected, PageReadResult result)
    {
        bool explorer = page.StartsWith("explorer", StringComparison.Ordinal);
        string? name = expected.GetProperty("api").GetString() ?? (explorer ? null : expected.GetProperty("apiFromSample").GetString());
        t.Check(page, "an API", true, result.Page.Apis.Count > 0);
        if (result.Page.Apis.Count == 0)
            return;
        ApiModel api = result.Page.Apis.FirstOrDefault(a => a.Name == name) ?? result.Page.Apis[0];
        if (name is not null)
            t.Check(page, "name", name, api.Name);
        if (expected.TryGetProperty("alsoOnPage", out JsonElement others))
        {
            foreach (JsonElement other in others.EnumerateArray())
                t.Check(page, "further API", true, result.Page.Apis.Any(a => a.Name == other.GetString()));
        }

        string method = expected.GetProperty("urls")[0][0].GetString()!, path = StripContext(expected.GetProperty("urls")[0][1].GetString()!);
        t.Check(page, "method", method, api.Method);
        t.Check(page, "path", path, api.Path);
        foreach (JsonElement parameter in expected.GetProperty("params").EnumerateArray())
        {
            string parameterName = parameter.GetProperty("name").GetString()!;
            ParameterModel? got = api.Parameters.FirstOrDefault(p => p.Name == parameterName);
            t.Check(page, "parameter " + parameterName, true, got is not null);
            if (got is null)
                continue;
            t.Check(page, "type of " + parameterName, parameter.GetProperty("type").GetString(), got.Type);
            t.Check(page, "required " + parameterName, !parameter.GetProperty("optional").GetBoolean(), got.IsRequired);
            string place = path.Contains("{" + parameterName + "}", StringComparison.Ordinal) ? "url" : parameter.GetProperty("location").GetString()!;
            if (place == "body" && method == "DELETE")
                place = "query";
            t.Check(page, "location of " + parameterName, place switch { "url" => ParameterLocation.Path, "query" => ParameterLocation.Query, _ => ParameterLocation.Body }, got.Location);
            if (!explorer && parameter.GetProperty("since").GetString() is { } since)
                t.Check(page, "since of " + parameterName, since, got.Since);
            // Not in conform.py: content that plain copies keep and pipe copies lose.
            if (page.Contains("plain/", StringComparison.Ordinal))
                t.Check(page, "values of " + parameterName, string.Join("|", parameter.GetProperty("values").EnumerateArray().Select(v => v.GetString())), string.Join("|", got.Values));
            if (!explorer)
                t.Check(page, "description of " + parameterName, parameter.GetProperty("described").GetBoolean(), got.Description is not null);
        }
    }

    private static string StripContext(string path)
    {
        path = path.Split(' ')[0].Split('#')[0];
        path = path.StartsWith('/') ? path : "/" + path;
        return (path.StartsWith("/zstack/", StringComparison.Ordinal) ? path["/zstack".Length..] : path).Split('?')[0];
    }

    private sealed class Tally
    {
        private readonly List<string> _wrong = [];
        private int _right;

        public void Check<T>(string page, string what, T expected, T actual)
        {
            if (EqualityComparer<T>.Default.Equals(expected, actual))
                _right++;
            else
                _wrong.Add($"{page}: {what}: page says {expected}, read as {actual}");
        }

        public void AssertAtLeast(double share, int facts)
        {
            int all = _right + _wrong.Count;
            Assert.True(all >= facts, $"Only {all} facts were looked at.");
            Assert.True(_right >= share * all, $"{_right} of {all} facts are right:\n" + string.Join("\n", _wrong.Take(20)));
        }
    }
}
