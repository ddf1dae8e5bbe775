using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Xunit;

namespace ZStackGen.Tool.Tests;

public sealed class MatrixCommandTests
{
    private const string Door = """
        # OpenDoor

        Opens it. Deprecated since 5.0.0: use SlideDoor.

        `PUT /v1/doors/{uuid}/actions`

        Synchronous.
        Since 4.7.

        ## Parameters

        | Name | Type | Location | Description | Values | Since |
        |---|---|---|---|---|---|
        | uuid | String | path | Which. | | 4.7.0 |
        | speed (optional) | String | body: openDoor | How fast. | Slow, Fast | ~4.8.0 |
        | old (optional) | String | body: openDoor | Old. Removed in 4.8.0. | | <= 1.9 |
        | dim (optional) | String | body: openDoor | Dim. | | 0.6 |

        ## System tags

        | Tag | Description | Since |
        |---|---|---|
        | `lock::{uuid}` | A lock. | 5.0.0 |

        ## Response

        | Name | Type | Description | Since |
        |---|---|---|---|
        | inventory | [DoorInventory](../types/DoorInventory.md) | It. | 4.7.0 |
        """;

    private const string Inventory = """
        # DoorInventory

        A door.

        | Name | Type | Description | Since |
        |---|---|---|---|
        | uuid | String | Id. | 4.7.0 |
        | width | int | Width. | 4.8.0 |
        """;

    private const string Gate = "# QueryGate\n\nQueries gates. Removed in 3.6.0.\n\n`GET /v1/gates`\n\nSynchronous.\nSince <= 1.9.\n";

    private static TemporaryFolder Pages()
    {
        var folder = new TemporaryFolder();
        folder.Write("specs/door/OpenDoor.md", Door);
        folder.Write("specs/door/QueryGate.md", Gate);
        folder.Write("specs/types/DoorInventory.md", Inventory);
        return folder;
    }

    private static async Task<string[]> LinesAsync(params string[] options)
    {
        using TemporaryFolder folder = Pages();
        ToolRun run = await ToolRun.InAsync(folder.Path, ["matrix", "specs", .. options]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        // Columns are told apart without their padding.
        return [.. run.Output.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => string.Join(" / ", line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))];
    }

    [Fact]
    public async Task Each_change_is_a_row_in_the_order_of_the_releases() => Assert.Equal(
        [
            "Version / Change / Kind / Name / Replaced by",
            "<= 1.9 / added / API / QueryGate",
            "3.6.0 / removed / API / QueryGate",
            "4.7.0 / added / API / OpenDoor",
            "~4.7.0 / added / type / DoorInventory",
            "~4.8.0 / added / parameter / OpenDoor.speed",
            "4.8.0 / added / field / DoorInventory.width",
            "4.8.0 / removed / parameter / OpenDoor.old",
            "5.0.0 / added / system tag / OpenDoor.lock::{uuid}",
            "5.0.0 / deprecated / API / OpenDoor / SlideDoor",
            "9 changes in 5 releases",
        ],
        await LinesAsync());

    [Theory]
    [InlineData("--from 4.8", 5)]
    [InlineData("--to 3.6", 2)]
    [InlineData("--from 4.7 --to 4.8", 5)]
    [InlineData("--from 5.0.1", 0)]
    public async Task Both_bounds_are_included_and_spelled_freely(string options, int rows)
    {
        using TemporaryFolder folder = Pages();
        ToolRun run = await ToolRun.InAsync(folder.Path, ["matrix", "specs", .. options.Split(' ')]);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(options.Contains("5.0.1", StringComparison.Ordinal) ? "zstackgen: note: --from 5.0.1 is not a known release of ZStack\n" : "", run.Error);
        Assert.Equal(rows, run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 2);
    }

    [Fact]
    public async Task One_API_comes_with_all_its_members_and_the_changes_of_its_types()
    {
        string[] rows = await LinesAsync("--api", "OpenDoor");
        Assert.Contains("4.7.0 / added / parameter / OpenDoor.uuid", rows);
        Assert.Contains("unknown / added / parameter / OpenDoor.dim", rows);
        Assert.Contains("unknown / added / value / OpenDoor.speed = Fast", rows);
        Assert.Contains("4.8.0 / added / field / DoorInventory.width", rows);
        Assert.DoesNotContain(rows, static row => row.Contains("QueryGate", StringComparison.Ordinal) || row.Contains("DoorInventory.uuid", StringComparison.Ordinal));
    }

    [Fact]
    public async Task CSV_is_for_programs_and_Markdown_escapes_what_pages_say()
    {
        string[] csv = await LinesAsync("--format", "csv");
        Assert.Equal("version,provenance,change,kind,owner,member,value,replacement", csv[0]);
        Assert.Contains("1.9,atMost,added,api,QueryGate,,,", csv);
        Assert.Contains("4.8.0,inferred,added,parameter,OpenDoor,speed,,", csv);
        string[] markdown = await LinesAsync("--format", "markdown");
        Assert.Equal(["| Version | Change | Kind | Name | Replaced by |", "|---|---|---|---|---|", "| \\<= 1.9 | added | API | QueryGate |  |"], markdown.Take(3).Select(static line => line.Replace(" / ", "  ", StringComparison.Ordinal)));
        Assert.Contains("| 5.0.0 | added | system tag | OpenDoor.lock::\\{uuid\\} |  |", markdown.Select(static line => line.Replace(" / ", "  ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_spreadsheet_takes_no_text_of_a_page_for_a_formula()
    {
        using var folder = new TemporaryFolder();
        folder.Write("specs/A.md", "# OpenDoor\n\nOpens it. Deprecated since 4.7.0: use =HYPERLINK(\"x\").\n\n`GET /v1/doors`\n\nSynchronous.\n");
        ToolRun run = await ToolRun.InAsync(folder.Path, "matrix", "specs", "--format", "csv");
        Assert.Equal("4.7.0,exact,deprecated,api,OpenDoor,,,\"'=HYPERLINK(\"\"x\"\")\"\r", run.Output.Split('\n')[1]);
    }

    [Fact]
    public async Task A_summary_counts_each_release_and_what_is_unknown()
    {
        Assert.Equal(
            [
                "Version / APIs / Parameters / Response fields / System tags / Types / Fields / Enumerations / Values / Deprecated / Removed",
                "<= 1.9 / 1 / 0 / 0 / 0 / 0 / 0 / 0 / 0 / 0 / 0",
                "3.6.0 / 0 / 0 / 0 / 0 / 0 / 0 / 0 / 0 / 0 / 1",
                "4.7.0 / 1 / 0 / 0 / 0 / 1 / 0 / 0 / 0 / 0 / 0",
                "4.8.0 / 0 / 1 / 0 / 0 / 0 / 1 / 0 / 0 / 0 / 1",
                "5.0.0 / 0 / 0 / 0 / 1 / 0 / 0 / 0 / 0 / 1 / 0",
                "unknown / 0 / 1 / 1 / 0 / 0 / 0 / 0 / 2 / 0 / 0",
            ],
            await LinesAsync("--summary"));
        using JsonDocument json = JsonDocument.Parse(string.Join('\n', await LinesAsync("--summary", "--format", "json", "--from", "4.8", "--to", "4.8")));
        JsonElement release = Assert.Single(json.RootElement.EnumerateArray());
        Assert.Equal(("4.8.0", 1, 1), (release.GetProperty("version").GetString(), release.GetProperty("added").GetProperty("parameter").GetInt32(), release.GetProperty("removed").GetProperty("parameter").GetInt32()));
    }

    [Fact]
    public async Task JSON_has_every_element_in_ordinal_order_and_keeps_to_its_schema()
    {
        using TemporaryFolder folder = Pages();
        ToolRun run = await ToolRun.InAsync(folder.Path, "matrix", "specs", "--format", "json", "-o", "history.json");
        Assert.Equal((0, "", ""), (run.ExitCode, run.Output, run.Error));
        string text = await File.ReadAllTextAsync(Path.Combine(folder.Path, "history.json"), TestContext.Current.CancellationToken);
        using JsonDocument json = JsonDocument.Parse(text);
        Assert.Empty(HistorySchema.Faults(json.RootElement));
        JsonElement api = json.RootElement.GetProperty("apis").GetProperty("OpenDoor");
        Assert.Equal(["dim", "old", "speed", "uuid"], api.GetProperty("parameters").EnumerateObject().Select(static member => member.Name));
        Assert.Equal("""{"version_added":"4.7.0","version_removed":null,"deprecated":"5.0.0","replacement":"SlideDoor","provenance":"exact"}""", Life(api));
        Assert.Equal("""{"version_added":"1.9","version_removed":"4.8.0","deprecated":false,"replacement":null,"provenance":"atMost"}""", Life(api.GetProperty("parameters").GetProperty("old")));
        Assert.Equal("""{"version_added":null,"version_removed":null,"deprecated":false,"replacement":null,"provenance":"unknown"}""", Life(api.GetProperty("parameters").GetProperty("dim")));
        Assert.Equal(["Fast", "Slow"], api.GetProperty("parameters").GetProperty("speed").GetProperty("values").EnumerateObject().Select(static value => value.Name));
        ToolRun again = await ToolRun.InAsync(folder.Path, "matrix", "specs/types", "specs/door", "--format", "json");
        Assert.Equal(text, again.Output);
    }

    [Fact]
    public async Task JSON_between_bounds_has_only_what_changed()
    {
        using JsonDocument json = JsonDocument.Parse(string.Join('\n', await LinesAsync("--format", "json", "--from", "4.8", "--to", "4.8")));
        Assert.Equal(["old", "speed"], json.RootElement.GetProperty("apis").GetProperty("OpenDoor").GetProperty("parameters").EnumerateObject().Select(static member => member.Name));
        Assert.Equal(["OpenDoor"], json.RootElement.GetProperty("apis").EnumerateObject().Select(static member => member.Name));
        Assert.Equal(["width"], json.RootElement.GetProperty("types").GetProperty("DoorInventory").GetProperty("fields").EnumerateObject().Select(static member => member.Name));
    }

    [Theory]
    [InlineData("--from soon", "--from 'soon' is not a version such as 4.7.0")]
    [InlineData("--to 4..7", "--to '4..7' is not a version such as 4.7.0")]
    [InlineData("--from 5.2 --to 4.7", "--from 5.2 is later than --to 4.7")]
    [InlineData("--api OpenDor", "no page describes the API 'OpenDor'; did you mean 'OpenDoor'?")]
    [InlineData("--api OPENDOOR", "no page describes the API 'OPENDOOR'; did you mean 'OpenDoor'?")]
    [InlineData("--api StartVmInstance", "no page describes the API 'StartVmInstance'")]
    [InlineData("-o specs", "'specs' cannot be written: ")]
    public async Task Bad_options_are_explained(string options, string message)
    {
        using TemporaryFolder folder = Pages();
        ToolRun run = await ToolRun.InAsync(folder.Path, ["matrix", "specs", .. options.Split(' ')]);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("zstackgen: error: " + message, run.Error, StringComparison.Ordinal);
        Assert.Equal(message.EndsWith(' '), !run.Error.Equals($"zstackgen: error: {message}\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_folder_without_pages_has_no_history_and_a_page_with_an_error_fails_the_command()
    {
        using TemporaryFolder folder = Pages();
        Directory.CreateDirectory(Path.Combine(folder.Path, "empty"));
        ToolRun empty = await ToolRun.InAsync(folder.Path, "matrix", "empty");
        Assert.Equal((2, ""), (empty.ExitCode, empty.Output));
        Assert.EndsWith("zstackgen: error: there is no page, so there is no history\n", empty.Error, StringComparison.Ordinal);
        folder.Write("specs/Bad.md", "# PaintDoor\n\n## Parameters\n\n| Name | Type | Location | Description | Values | Since |\n|---|---|---|---|---|---|\n| colour | String | body | The colour. | | 4.7.0 |\n");
        ToolRun bad = await ToolRun.InAsync(folder.Path, "matrix", "specs");
        Assert.Equal(1, bad.ExitCode);
        Assert.Contains("error ZSG1004", bad.Error, StringComparison.Ordinal);
        Assert.Contains("OpenDoor", bad.Output, StringComparison.Ordinal);
    }

    private static string Life(JsonElement element) =>
        $"{{{string.Join(',', element.EnumerateObject().Where(static member => member.Value.ValueKind != JsonValueKind.Object).Select(static member => $"\"{member.Name}\":{member.Value.GetRawText()}"))}}}";
}
