using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Xunit;

namespace ZStackGen.Tool.Tests;

public sealed class CheckCommandTests
{
    // Two findings that do not depend on a layout: an empty file is a warning, a binary file is an error.
    private static TemporaryFolder Pages(bool withError)
    {
        var folder = new TemporaryFolder();
        folder.Write("my specs/Empty#1.md", "");
        if (withError)
            folder.Write("my specs/Latin.md", [.. "# A\nab"u8, 0xE9, .. "c"u8]);
        return folder;
    }

    [Fact]
    public async Task Warnings_pass_unless_they_are_treated_as_errors()
    {
        using TemporaryFolder folder = Pages(withError: false);
        ToolRun passed = await ToolRun.InAsync(folder.Path, "check", "my specs");
        Assert.Equal(0, passed.ExitCode);
        Assert.StartsWith("my specs/Empty#1.md:1:1: warning ZSG1001: ", passed.Output, StringComparison.Ordinal);
        Assert.EndsWith("\n0 errors, 1 warning, 0 infos in 1 page\n", passed.Output, StringComparison.Ordinal);
        ToolRun failed = await ToolRun.InAsync(folder.Path, "check", "--warnaserror", "--severity", "error", "my specs");
        Assert.Equal(1, failed.ExitCode);
        Assert.StartsWith("my specs/Empty#1.md:1:1: error ZSG1001: ", failed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_fails_the_check_and_lower_severities_can_be_omitted()
    {
        using TemporaryFolder folder = Pages(withError: true);
        ToolRun run = await ToolRun.InAsync(folder.Path, "check", "--severity", "error", "my specs");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("my specs/Latin.md:2:3: error ZSG1002: ", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("ZSG1001", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contradictions_between_pages_are_found_only_with_together_and_at_their_place()
    {
        using var folder = new TemporaryFolder();
        folder.Write("specs/A.md", "# LiftRobot\n\n`GET /v1/robots`\n\n## Response\n\n| Name | Type | Description | Since |\n|---|---|---|---|\n| count | int | | 0.6 |\n");
        folder.Write("specs/B.md", "\n# LiftRobot\n\n`GET /v1/androids`\n");
        ToolRun alone = await ToolRun.InAsync(folder.Path, "check", "--warnaserror", "specs");
        Assert.Equal((0, "0 errors, 0 warnings, 0 infos in 2 pages\n"), (alone.ExitCode, alone.Output));
        ToolRun together = await ToolRun.InAsync(folder.Path, "check", "--warnaserror", "--together", "specs");
        Assert.Equal(1, together.ExitCode);
        Assert.Contains("specs/B.md:2:3: error ZSG1102: ", together.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Findings_as_JSON_are_an_array_with_the_complete_place()
    {
        using TemporaryFolder folder = Pages(withError: true);
        ToolRun run = await ToolRun.InAsync(folder.Path, "check", "--format", "json", "my specs");
        using JsonDocument json = JsonDocument.Parse(run.Output);
        JsonElement error = json.RootElement.EnumerateArray().Single(static f => f.GetProperty("severity").GetString() == "error");
        Assert.Equal("my specs/Latin.md", error.GetProperty("file").GetString());
        Assert.Equal((2, 3, 2, 4), (Number(error, "line"), Number(error, "column"), Number(error, "endLine"), Number(error, "endColumn")));
        Assert.Equal("ZSG1002", error.GetProperty("id").GetString());
    }

    [Fact]
    public async Task Findings_as_SARIF_contain_their_rule_place_and_file()
    {
        using TemporaryFolder folder = Pages(withError: true);
        ToolRun run = await ToolRun.InAsync(folder.Path, "check", "--format", "sarif", Path.Combine(folder.Path, "my specs"));
        Assert.Equal(1, run.ExitCode);
        using JsonDocument json = JsonDocument.Parse(run.Output);
        Assert.Equal("2.1.0", json.RootElement.GetProperty("version").GetString());
        JsonElement log = json.RootElement.GetProperty("runs")[0];
        JsonElement driver = log.GetProperty("tool").GetProperty("driver");
        Assert.Equal("zstackgen", driver.GetProperty("name").GetString());
        JsonElement rules = driver.GetProperty("rules");
        Assert.Equal(rules.EnumerateArray().Select(Id).Distinct().Count(), rules.GetArrayLength());
        Assert.All(rules.EnumerateArray(), static rule =>
        {
            Assert.Matches("^ZSG1[0-9]{3}$", Id(rule));
            Assert.NotEqual("", rule.GetProperty("shortDescription").GetProperty("text").GetString());
            Assert.Contains("Fix: ", rule.GetProperty("help").GetProperty("text").GetString(), StringComparison.Ordinal);
            Assert.Contains(rule.GetProperty("defaultConfiguration").GetProperty("level").GetString(), new[] { "note", "warning", "error" });
        });
        Assert.All(log.GetProperty("results").EnumerateArray(), result => Assert.Equal(
            result.GetProperty("ruleId").GetString(), Id(rules[Number(result, "ruleIndex")])));
        JsonElement error = log.GetProperty("results").EnumerateArray().Single(static r => r.GetProperty("level").GetString() == "error");
        JsonElement place = error.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("my%20specs/Latin.md", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        JsonElement region = place.GetProperty("region");
        Assert.Equal((2, 3, 2, 4), (Number(region, "startLine"), Number(region, "startColumn"), Number(region, "endLine"), Number(region, "endColumn")));
        Assert.Contains("my%20specs/Empty%231.md", run.Output, StringComparison.Ordinal);

        static string Id(JsonElement rule) => rule.GetProperty("id").GetString()!;
    }

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();
}
