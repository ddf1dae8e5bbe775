using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;
using ZStackGen.Generator.Tests.Support;

namespace ZStackGen.Generator.Tests.Agreement;

/// <summary>The actions generated from hundreds of pages behave like ZStack's own SDK.</summary>
public sealed class AgreementTests(ITestOutputHelper output)
{
    /// <summary>False statements in both the SDK side and the documentation side of the facts, by the row that must report each.</summary>
    private static readonly Dictionary<string, Action<JsonObject, JsonObject>> s_falsifications = new()
    {
        ["StartVmInstance, method: "] = (sdk, doc) =>
        {
            sdk["method"] = "POST";
            doc["urls"]![0]!["method"] = "POST";
        },
        ["StartVmInstance, path: "] = (sdk, doc) =>
        {
            sdk["path"] = "/vms/{uuid}/actions";
            doc["urls"]![0]!["url"] = "/v1/vms/{uuid}/actions";
        },
        ["QueryCluster, other paths: "] = (_, doc) => doc["urls"]!.AsArray().RemoveAt(1),
        ["StartVmInstance, wrapper: "] = (sdk, doc) =>
        {
            sdk["wrapper"] = "params";
            Parameter(doc, "clusterUuid")["enclosedIn"] = "params";
            Parameter(doc, "hostUuid")["enclosedIn"] = "params";
        },
        ["StartVmInstance, session: "] = (sdk, doc) =>
        {
            sdk["needSession"] = false;
            doc["auth"] = false;
        },
        ["StartVmInstance, parameter names: "] = (sdk, doc) => Rename(sdk, doc, "hostUuid", "targetHostUuid"),
        ["QueryCluster, parameter names: "] = (sdk, doc) => Rename(sdk, doc, "limit", "top"),
        ["AddCephPrimaryStoragePool, required parameters: isCreate"] = (sdk, doc) => SetRequired(sdk, doc, "isCreate", true),
        ["AddCephPrimaryStoragePool, required parameters: poolName"] = (sdk, doc) => SetRequired(sdk, doc, "poolName", false),
    };

    [Theory]
    [InlineData("official-zh")]
    [InlineData("english")]
    [InlineData("scraped-zh")]
    [InlineData("explorer")]
    public async Task Every_generated_action_agrees_with_the_SDK_or_with_documentation_that_differs_from_it(string layout)
    {
        CorpusProject corpus = CorpusProject.Of(layout);
        using var project = new CompiledProject(corpus.Image);
        var table = new AgreementTable(await project.ObserveAsync(), corpus.Pages.Select(page => Path.GetFileNameWithoutExtension(page.Path)), ApiFacts.Load());
        string printed = table.Print($"{layout}, {corpus.Pages.Count} pages");
        output.WriteLine(printed);
        TestContext.Current.AddAttachment("agreement-" + layout + ".txt", printed);
        Assert.True(table.Wrong.Count == 0, printed);
    }

    public static TheoryData<string> FalsifiedRows => [.. s_falsifications.Keys];

    [Theory]
    [MemberData(nameof(FalsifiedRows))]
    public async Task A_difference_from_both_sides_is_reported_as_an_error(string row)
    {
        ApiFacts facts = ApiFacts.Load();
        List<(string Path, string Text)> pages = [.. OfficialPages().Where(page => Path.GetFileNameWithoutExtension(page.Path) is "StartVmInstance" or "QueryCluster" or "AddCephPrimaryStoragePool")];
        string[] names = [.. pages.Select(page => Path.GetFileNameWithoutExtension(page.Path))];
        Dictionary<string, ObservedAction> actions = await ObserveAsync(pages);
        Assert.Empty(new AgreementTable(actions, names, facts).Wrong);
        JsonObject api = facts.Api(row.Split(',')[0]);
        s_falsifications[row](api["sdk"]!.AsObject(), api["doc"]!.AsObject());
        var table = new AgreementTable(actions, names, facts);
        Assert.StartsWith(row, Assert.Single(table.Wrong), StringComparison.Ordinal);
        Assert.Empty(table.DocumentationDiffers);
    }

    [Fact]
    public async Task A_difference_from_the_SDK_alone_is_reported_as_a_difference_of_the_documentation()
    {
        ApiFacts facts = ApiFacts.Load();
        Dictionary<string, ObservedAction> actions = await ObserveAsync(OfficialPages().Where(page => Path.GetFileNameWithoutExtension(page.Path) is "AddCephPrimaryStoragePool"));
        Parameter(facts.Api("AddCephPrimaryStoragePool")["sdk"]!.AsObject(), "poolName")["required"] = false;
        var table = new AgreementTable(actions, ["AddCephPrimaryStoragePool"], facts);
        Assert.Empty(table.Wrong);
        Assert.Equal("AddCephPrimaryStoragePool, required parameters: poolName: generated, not in the SDK, documented", Assert.Single(table.DocumentationDiffers));
    }

    [Fact]
    public void A_page_without_an_action_is_reported_as_an_error() =>
        Assert.Equal("StartVmInstance, method: no action was generated", Assert.Single(new AgreementTable(new Dictionary<string, ObservedAction>(), ["StartVmInstance"], ApiFacts.Load()).Wrong));

    private static JsonObject Parameter(JsonObject side, string name) => side["params"]!.AsArray().Single(row => row!["name"]!.GetValue<string>() == name)!.AsObject();

    private static void Rename(JsonObject sdk, JsonObject doc, string name, string other)
    {
        Parameter(sdk, name)["name"] = other;
        Parameter(doc, name)["name"] = other;
    }

    private static void SetRequired(JsonObject sdk, JsonObject doc, string name, bool isRequired)
    {
        Parameter(sdk, name)["required"] = isRequired;
        Parameter(doc, name)["optional"] = !isRequired;
    }

    private static List<(string Path, string Text)> OfficialPages() => [.. Directory.GetFiles(SharedFolder.Require("corpus", "official-zh"), "*.md")
        .Order(StringComparer.Ordinal)
        .Select(file => ("/project/specs/" + Path.GetFileName(file), File.ReadAllText(file)))];

    private static async Task<Dictionary<string, ObservedAction>> ObserveAsync(IEnumerable<(string Path, string Text)> pages)
    {
        using var project = new CompiledProject(GeneratorRun.On(pages, new ProjectOptions()).EmitWithoutWarnings());
        return await project.ObserveAsync();
    }
}
