using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace ZStackGen.Tool.Tests;

/// <summary>Texts and names of pages cannot act on the terminal of the user.</summary>
public sealed class TerminalTextTests
{
    private const string Page = "# GetThing\n\n`GET /v1/x`\n\n## Parameters\n\n| Name | Type | Location | Description | Since |\n|---|---|---|---|---|\n"
        + "| a | Str\u001b[2Jing | query | de\u001b]0;t\u0007sc \u202e | 4.7.0 |\n\n## Details\n\n| b | \u001b[31mString | query | x |\n";

    [Theory]
    [InlineData("inspect specs --format text")]
    [InlineData("inspect specs --format text --unread")]
    [InlineData("check specs")]
    [InlineData("format specs -o out")]
    [InlineData("import specs -o out -s info")]
    [InlineData("openapi specs -o out.json")]
    [InlineData("matrix specs")]
    [InlineData("verify specs --against specs --all")]
    [InlineData("diff specs specs")]
    public async Task No_character_of_a_page_or_of_a_file_name_acts_on_the_terminal(string line)
    {
        using var folder = new TemporaryFolder();
        folder.Write("specs/things/" + (OperatingSystem.IsWindows() ? "a" : "a\u001b[31mb") + ".md", Page);
        ToolRun run = await ToolRun.InAsync(folder.Path, line.Split(' '));
        Assert.DoesNotContain(run.Output + run.Error, static c => c != '\n' && (char.IsControl(c) || c == '\u202e'));
    }

    [Theory]
    [InlineData("inspect")]
    [InlineData("inspect --unread")]
    [InlineData("check --format json")]
    [InlineData("check --format sarif")]
    [InlineData("diff --format json --descriptions other")]
    [InlineData("diff --format markdown --descriptions other")]
    [InlineData("matrix --format json")]
    [InlineData("matrix --format csv --api GetThing")]
    [InlineData("matrix --format markdown --api GetThing")]
    [InlineData("matrix --summary --format json")]
    [InlineData("verify --format json --against other")]
    [InlineData("verify --format sarif --against other")]
    [InlineData("verify --format junit --against other")]
    [InlineData("openapi")]
    [InlineData("openapi --format yaml")]
    public async Task No_character_of_a_page_acts_on_the_terminal_in_output_for_programs(string line)
    {
        const string text = "a\u202eb\u2066c\u200ed\u0085e\u2028f";
        const string page = "# GetThing\n\nGets " + text + ".\n\n`GET /v1/x`\n\n## Parameters\n\n| Name | Type | Location | Description | Values | Since |\n|---|---|---|---|---|---|\n"
            + "| a | String | query | " + text + " | `x`, `y" + text + "` | 4.7.0 |\n\n## Details\n\n| b | String | query | " + text + " |\n\n"
            + "## Response\n\n| Name | Type | Description | Since |\n|---|---|---|---|\n| c | String | d | 4.7.0 |\n\n### Example\n\n```json\n{\"c\": \"" + text + "\"}\n```\n";
        using var folder = new TemporaryFolder();
        folder.Write("specs/GetThing.md", page);
        folder.Write("other/GetThing.md", page.Replace("| a | String", "| a | Integer", StringComparison.Ordinal));
        ToolRun run = await ToolRun.InAsync(folder.Path, [.. line.Split(' '), "specs"]);
        Assert.NotEmpty(run.Output);
        Assert.DoesNotContain(run.Output, static c => c is not ('\n' or '\r') && (char.IsControl(c) || c is '\u202e' or '\u2066' or '\u200e' or '\u2028'));
        if (run.Output[0] is '[' or '{')
            JsonNode.Parse(run.Output);
    }

    [Fact]
    public async Task Texts_of_json_are_equal_when_they_are_parsed()
    {
        const string text = "a\u202eb\u2066c\u0085d\u2028e";
        using var folder = new TemporaryFolder();
        folder.Write("GetThing.md", $"# GetThing\n\n`GET /v1/x`\n\n## Response\n\n| Name | Type | Description | Since |\n|---|---|---|---|\n| c | String | d | 4.7.0 |\n\n### Example\n\n```json\n{{\"c\": \"{text}\"}}\n```\n");
        ToolRun inspected = await ToolRun.InAsync(folder.Path, "inspect", "GetThing.md");
        Assert.Equal(text, (string?)JsonNode.Parse(inspected.Output)![0]!["apis"]![0]!["responseExample"]!["c"]);
    }

    [Fact]
    public void Line_endings_are_kept()
    {
        var inner = new StringWriter { NewLine = "\r\n" };
        var writer = new VisibleWriter(inner);
        writer.WriteLine("a\rb\nc");
        writer.Write("d\n\ne");
        writer.WriteLine();
        writer.Write('\u001b');
        writer.Write(['x', '\u009b'], 0, 2);
        Assert.Equal("a b\nc\r\nd\n\ne\r\n x ", inner.ToString());
    }
}
