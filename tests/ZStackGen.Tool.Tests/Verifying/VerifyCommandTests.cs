using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using System.Xml.Linq;
using Xunit;
using ZStack.Simulation;
using ZStackGen.Tool.Tests.Calling;

namespace ZStackGen.Tool.Tests.Verifying;

public sealed class VerifyCommandTests(SimulatedCloud cloud) : IClassFixture<SimulatedCloud>
{
    [Fact]
    public async Task A_right_page_is_confirmed()
    {
        Dictionary<string, (string Verdict, string Evidence)> rows = await VerifyAsync(Page("1.0.0", "String", "2.0.0", "9.0.0"), 0, addAllFields: true);
        Assert.All(rows.Where(static row => row.Key is not "ZoneInventory.inventory"), static row => Assert.True(row.Value.Verdict == "confirmed", $"{row.Key}: {row.Value}"));
        Assert.Contains("ZoneInventory.lost", rows.Keys);
        Assert.Contains("QueryZone", rows.Keys);
    }

    [Theory]
    [InlineData("9.0.0", "String", "", "", "QueryZone", "the page states 9.0")]
    [InlineData("1.0.0", "Integer", "", "", "ZoneInventory.name", "the page states Int32; ")]
    [InlineData("1.0.0", "List\\<String>", "", "", "ZoneInventory.name", "returns a text")]
    [InlineData("1.0.0", "String", "9.0.0", "", "ZoneInventory.state", "the page states 9.0")]
    [InlineData("1.0.0", "String", "~9.0.0", "", "ZoneInventory.state", "the page states ~9.0")]
    [InlineData("1.0.0", "String", "", "", "ZoneInventory.type", "the pages do not state it")]
    public async Task A_wrong_statement_is_contradicted(string since, string type, string stateSince, string lostSince, string name, string evidence)
    {
        Dictionary<string, (string Verdict, string Evidence)> rows = await VerifyAsync(Page(since, type, stateSince, lostSince), 1);
        Assert.Equal("contradicted", rows[name].Verdict);
        Assert.Contains(evidence, rows[name].Evidence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<= 9.0.0", "confirmed")]
    [InlineData("", "confirmed")]
    public async Task An_imprecise_version_is_not_contradicted_by_an_older_server(string since, string verdict)
    {
        Dictionary<string, (string Verdict, string Evidence)> rows = await VerifyAsync(Page("1.0.0", "String", since, ""), 1);
        Assert.Equal(verdict, rows["ZoneInventory.state"].Verdict);
    }

    [Theory]
    [InlineData("1.0.0", "notTestable")]
    [InlineData("", "notTestable")]
    [InlineData("9.0.0", "confirmed")]
    public async Task An_absent_field_is_judged_by_its_version(string since, string verdict)
    {
        Dictionary<string, (string Verdict, string Evidence)> rows = await VerifyAsync(Page("1.0.0", "String", "", since), 1);
        Assert.Equal(verdict, rows["ZoneInventory.lost"].Verdict);
    }

    [Theory]
    [InlineData("Since 1.0.0.", "contradicted")]
    [InlineData("Since 9.0.0.", "confirmed")]
    [InlineData("", "notTestable")]
    public async Task An_API_that_the_server_lacks_is_judged_by_its_version(string lines, string verdict)
    {
        string page = $"# FrobnicateZone\n\nFrobnicates.\n\n`PUT /v1/zones/{{uuid}}/actions`\n\n{lines}\n\n## Parameters\n\n| Name | Type | Location | Description | Since |\n|---|---|---|---|---|\n| uuid | String | url | UUID. | |\n";
        Dictionary<string, (string Verdict, string Evidence)> rows = await VerifyAsync(page, verdict == "contradicted" ? 1 : 0);
        Assert.Equal(verdict, rows["FrobnicateZone"].Verdict);
        Assert.Equal("notTestable", rows["FrobnicateZone.uuid"].Verdict);
    }

    [Theory]
    [InlineData("3.0.0")]
    [InlineData("4.7.0")]
    [InlineData("5.5.6")]
    public async Task The_pages_agree_with_a_simulator_of_any_version_that_they_describe(string version)
    {
        await using ZStackSimulator zstack = await ZStackSimulator.StartAsync(
            new ZStackSimulatorOptions { Specs = SpecSource.Folder(SimulatedCloud.Pages), Port = 0, Version = version }, TestContext.Current.CancellationToken);
        using var folder = new TemporaryFolder();
        var environment = new Dictionary<string, string> { ["ZSTACK_PASSWORD"] = "password", ["ZSTACK_ENDPOINT"] = zstack.BaseAddress.AbsoluteUri };
        ToolRun run = await cloud.RunAsync(folder, environment, "", "verify", SimulatedCloud.Pages, Path.Combine(SourceTree.Root, "specs", "types", "ZoneInventory.md"), "--format", "json");
        Assert.True(run.ExitCode is 0 or 1, run.Error);
        JsonArray rows = JsonNode.Parse(run.Output)!.AsArray();
        Assert.Empty(rows.Where(static row => row!["verdict"]!.GetValue<string>() == "contradicted").Select(static row => $"{row!["name"]}: {row["evidence"]}"));
        Assert.True(rows.Count(static row => row!["verdict"]!.GetValue<string>() == "confirmed") > 10, run.Output);
    }

    [Fact]
    public async Task A_path_that_the_server_does_not_have_is_contradicted_and_the_other_APIs_are_verified()
    {
        string page = Page("1.0.0", "String", "", "").Replace("/v1/zones", "/v1/zonez", StringComparison.Ordinal) + "\n# QueryCluster\n\n`GET /v1/clusters`\n\nSince 1.0.0.\n";
        Dictionary<string, (string Verdict, string Evidence)> rows = await VerifyAsync(page, 1);
        Assert.Equal("contradicted", rows["QueryZone"].Verdict);
        Assert.EndsWith(" has it, but not at GET /v1/zonez", rows["QueryZone"].Evidence, StringComparison.Ordinal);
        Assert.Equal("notTestable", rows["ZoneInventory.name"].Verdict);
        Assert.Equal("confirmed", rows["QueryCluster"].Verdict);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Integers_that_are_written_like_doubles_and_a_query_that_fails_contradict_nothing(bool fails)
    {
        string[] pages = [.. new[] { "vm/QueryInstanceOffering.md", "types/InstanceOfferingInventory.md" }.Select(static page => Path.Combine(SourceTree.Root, "specs", page))];
        using var folder = new TemporaryFolder();
        await using ZStackSimulator zstack = await ZStackSimulator.StartAsync(
            new ZStackSimulatorOptions { Specs = SpecSource.Files(pages), Port = 0, NumbersAsDoubles = true }, TestContext.Current.CancellationToken);
        if (fails)
            zstack.AddFault(SimulatedFault.PlainText(500, "NullPointerException", times: 9).For("QueryInstanceOffering"));
        var environment = new Dictionary<string, string> { ["ZSTACK_PASSWORD"] = "password", ["ZSTACK_ENDPOINT"] = zstack.BaseAddress.AbsoluteUri };
        ToolRun run = await cloud.RunAsync(folder, environment, "", ["verify", .. pages, "--format", "json"]);
        Assert.True(run.ExitCode == 0, run.Error + run.Output);
        Dictionary<string, string> rows = JsonNode.Parse(run.Output)!.AsArray().ToDictionary(static row => row!["name"]!.GetValue<string>(), static row => row!["verdict"]!.GetValue<string>());
        Assert.Equal(fails ? "notTestable" : "confirmed", rows["InstanceOfferingInventory.memorySize"]);
    }

    [Fact]
    public async Task Other_pages_confirm_or_contradict_every_row()
    {
        using var folder = new TemporaryFolder();
        folder.Write("mine/QueryZone.md", Page("1.0.0", "String", "2.0.0", ""));
        folder.Write("other/QueryZone.md", Page("1.0.0", "Integer", "3.0.0", "").Replace("| lost |", "| other |", StringComparison.Ordinal));
        ToolRun run = await ToolRun.InAsync(folder.Path, "verify", "mine", "--against", "other", "--all");
        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        string[] lines = run.Output.Split('\n');
        Assert.Contains("mine/QueryZone.md:1:3: confirmed: api QueryZone: the other pages state the same", lines);
        Assert.Contains("mine/QueryZone.md:18:3: contradicted: field ZoneInventory.name: type String, but int in the other pages", lines);
        Assert.Contains("mine/QueryZone.md:19:3: contradicted: field ZoneInventory.state: since 2.0.0, but 3.0.0 in the other pages", lines);
        Assert.Contains("mine/QueryZone.md:20:3: notTestable: field ZoneInventory.lost: the other pages do not have it", lines);
    }

    [Fact]
    public async Task JUnit_and_SARIF_hold_the_contradictions()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a b/QueryZone.md", Page("1.0.0", "String", "2.0.0", ""));
        folder.Write("other/QueryZone.md", Page("1.0.0", "Integer", "2.0.0", ""));
        ToolRun junit = await ToolRun.InAsync(folder.Path, "verify", "a b", "--against", "other", "-f", "junit");
        XElement suite = XDocument.Parse(junit.Output).Root!.Elements().Single();
        Assert.Equal(("1", "a b/QueryZone.md"), (suite.Attribute("failures")!.Value, suite.Attribute("name")!.Value));
        Assert.Equal(suite.Attribute("tests")!.Value, $"{suite.Elements("testcase").Count()}");
        Assert.Equal("ZoneInventory.name", suite.Elements("testcase").Single(static test => test.Element("failure") is not null).Attribute("name")!.Value);
        ToolRun sarif = await ToolRun.InAsync(folder.Path, "verify", "a b", "--against", "other", "-f", "sarif");
        JsonElement result = Assert.Single(JsonDocument.Parse(sarif.Output).RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray());
        JsonElement place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal(("a%20b/QueryZone.md", 18), (place.GetProperty("artifactLocation").GetProperty("uri").GetString(), place.GetProperty("region").GetProperty("startLine").GetInt32()));
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_no_verdict()
    {
        using var folder = new TemporaryFolder();
        folder.Write("QueryZone.md", Page("1.0.0", "String", "", ""));
        ToolRun run = await cloud.RunAsync(folder, new Dictionary<string, string> { ["ZSTACK_PASSWORD"] = "password" }, "", "verify", "QueryZone.md", "--endpoint", "http://127.0.0.1:1");
        Assert.Equal((5, ""), (run.ExitCode, run.Output));
    }

    private static string Page(string since, string type, string stateSince, string lostSince) => $"""
        # QueryZone

        `GET /v1/zones`

        Since {since}.

        ## Response

        | Name | Type | Description | Since |
        |---|---|---|---|
        | inventories | List\<ZoneInventory> | The zones. | |

        ## ZoneInventory

        | Name | Type | Description | Since |
        |---|---|---|---|
        | uuid | String | UUID. | |
        | name | {type} | Name. | |
        | state | String | State. | {stateSince} |
        | lost | String | Lost. | {lostSince} |

        """;

    private async Task<Dictionary<string, (string Verdict, string Evidence)>> VerifyAsync(string page, int expected, bool addAllFields = false)
    {
        using var folder = new TemporaryFolder();
        if (addAllFields)
            page += "| description | String | D. | |\n| type | String | T. | |\n| isDefault | Boolean | I. | |\n| createDate | Timestamp | C. | |\n| lastOpDate | Timestamp | L. | |\n";
        folder.Write("specs/Page.md", page);
        ToolRun run = await cloud.RunAsync(folder, new Dictionary<string, string> { ["ZSTACK_PASSWORD"] = "password" }, "", "verify", "specs", "--format", "json");
        Assert.True(run.ExitCode is 0 or 1, run.Error);
        JsonArray rows = JsonNode.Parse(run.Output)!.AsArray();
        Assert.Equal(expected > 0 ? 1 : run.ExitCode, run.ExitCode);
        return rows.ToDictionary(static row => row!["name"]!.GetValue<string>(), static row => (row!["verdict"]!.GetValue<string>(), row["evidence"]!.GetValue<string>()));
    }
}
