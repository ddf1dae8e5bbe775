using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStackGen.Specs;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Writing;
using ZStackGen.Tool.Formatting;

namespace ZStackGen.Tool.Tests;

public sealed class FormatCommandTests
{
    // A copied page: no heading, no fence, no blank line, and the last version moved to the left.
    private const string Copied = """
        Lists the robots that fit a socket.
        GET zstack/v1/sockets/{socketUuid}/robot-candidates
        Authorization: OAuth the-session-uuid
        curl -H "Content-Type: application/json;charset=UTF-8" \
        -H "Authorization: OAuth 54ca471114824451b5b3e4cc22f9a927" \
        -X GET http://localhost:8080/zstack/v1/sockets/3e5e142462c54736b1880b43d49edeba/robot-candidates
        Name | Type | Location | Description | Optional Value | Starting Version |
        ---|---|---|---|---|---|
        socketUuid | String | url | The socket. | 0.6 | |
        systemTags (optional) | List | query | System tags. | 0.6 |
        {
        "inventories": [
        {
        "uuid": "f95bdc72e9963a05b8f19b8817f09d9d"
        }
        ]
        }
        Name | Type | Description | Starting Version |
        ---|---|---|---|
        inventories | List | See inventories | 0.6 |
        Name | Type | Description | Starting Version |
        ---|---|---|---|
        uuid | String | The UUID. | 0.6 |
        GetRobotCandidatesAction action = new GetRobotCandidatesAction();

        """;

    [Fact]
    public async Task A_copied_page_becomes_Markdown_with_the_same_content()
    {
        using var folder = new TemporaryFolder();
        folder.Write("copied/sub/robots.txt", Copied);
        ToolRun run = await ToolRun.InAsync(folder.Path, "format", "copied", "-o", "out");
        Assert.True(run.ExitCode == 0, run.Error);
        string text = await File.ReadAllTextAsync(Path.Combine(folder.Path, "out/sub/robots.md"), TestContext.Current.CancellationToken);
        Assert.StartsWith("# GetRobotCandidates\n\nLists the robots that fit a socket.\n\n`GET /v1/sockets/{socketUuid}/robot-candidates`\n", text, StringComparison.Ordinal);
        Assert.Contains("\n| systemTags (optional) | List | query | System tags. | | 0.6 |\n", text, StringComparison.Ordinal);
        PageModel before = SpecReader.Read("x", Copied, CancellationToken.None).Page, after = SpecReader.Read("x", text, CancellationToken.None).Page;
        Assert.Null(ModelDifference.Find(before, after));
        Assert.Single(before.Apis);
        Assert.Equal(Copied, await File.ReadAllTextAsync(Path.Combine(folder.Path, "copied/sub/robots.txt"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Formatting_in_place_changes_a_page_once_and_check_reports_unformatted_pages()
    {
        using var folder = new TemporaryFolder();
        string page = folder.Write("specs/Robots.md", Copied);
        ToolRun before = await ToolRun.InAsync(folder.Path, "format", "--check", "specs");
        Assert.Equal((1, "specs/Robots.md: not in the page format\n"), (before.ExitCode, before.Output));
        Assert.Equal(Copied, await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken));
        ToolRun formatted = await ToolRun.InAsync(folder.Path, "format", "specs");
        Assert.Equal((0, "specs/Robots.md -> specs/Robots.md\n"), (formatted.ExitCode, formatted.Output));
        ToolRun after = await ToolRun.InAsync(folder.Path, "format", "--check", "specs");
        Assert.Equal((0, ""), (after.ExitCode, after.Output));
        // A checkout with other line endings is also in the format.
        string text = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(page, text.Replace("\n", "\r\n", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.Equal(0, (await ToolRun.InAsync(folder.Path, "format", "--check", "specs")).ExitCode);
    }

    [Fact]
    public async Task A_page_can_be_written_to_standard_output()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.txt", Copied);
        folder.Write("b.txt", Copied);
        ToolRun run = await ToolRun.InAsync(folder.Path, "format", "a.txt", "-o", "-");
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("# GetRobotCandidates\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, (await ToolRun.InAsync(folder.Path, "format", "a.txt", "b.txt", "-o", "-")).ExitCode);
    }

    [Fact]
    public async Task A_page_that_the_format_cannot_express_is_not_changed_and_named()
    {
        using var folder = new TemporaryFolder();
        string empty = folder.Write("specs/Notes.md", "Nothing to see.\n");
        folder.Write("specs/Latin.md", [.. System.Text.Encoding.UTF8.GetBytes(Copied), 0xE9, (byte)'\n']);
        folder.Write("specs/Robots.md", Copied);
        ToolRun run = await ToolRun.InAsync(folder.Path, "format", "specs");
        Assert.Equal((1, "specs/Robots.md -> specs/Robots.md\n"), (run.ExitCode, run.Output));
        Assert.Contains("specs/Notes.md: not formatted: it contains no API and no data structure\n", run.Error, StringComparison.Ordinal);
        Assert.Contains("specs/Latin.md: not formatted: it has 1 error ('zstackgen check' shows them)\n", run.Error, StringComparison.Ordinal);
        Assert.Contains("1 formatted, 0 already in the format, 2 not changed", run.Error, StringComparison.Ordinal);
        Assert.Equal("Nothing to see.\n", await File.ReadAllTextAsync(empty, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Two_pages_with_the_same_output_path_are_refused_before_anything_is_written()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a/X.md", Copied);
        folder.Write("b/x.txt", Copied);
        ToolRun run = await ToolRun.InAsync(folder.Path, "format", "a", "b", "-o", "out");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("'a/X.md' and 'b/x.txt' would both be written to", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "out")));
    }

    [Fact]
    public async Task Types_are_linked_to_their_pages_and_handwritten_links_are_kept()
    {
        const string Type = "# RobotInventory\n\n| Name | Type | Description | Since |\n|---|---|---|---|\n| uuid | String | | 0.6 |\n";
        const string Api = """
            # GetRobot

            `GET /v1/robots`

            ## Response

            | Name | Type | Description | Since |
            |---|---|---|---|
            | inventory | RobotInventory | | 0.6 |
            | arms | List<[ArmInventory](../elsewhere/ArmInventory.md)> | | 0.6 |

            """;
        using var folder = new TemporaryFolder();
        folder.Write("specs/types/RobotInventory.md", Type);
        string api = folder.Write("specs/robot/GetRobot.md", Api);
        ToolRun run = await ToolRun.InAsync(folder.Path, "format", "specs");
        Assert.Equal((0, "specs/robot/GetRobot.md -> specs/robot/GetRobot.md\n"), (run.ExitCode, run.Output));
        string text = await File.ReadAllTextAsync(api, TestContext.Current.CancellationToken);
        Assert.Contains("| inventory | [RobotInventory](../types/RobotInventory.md) |", text, StringComparison.Ordinal);
        Assert.Contains("| arms | List<[ArmInventory](../elsewhere/ArmInventory.md)> |", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_projects_own_pages_are_in_the_format_and_have_no_warning()
    {
        ToolRun format = await ToolRun.InAsync(SourceTree.Root, "format", "--check", "specs");
        Assert.True(format.ExitCode == 0, format.Output + format.Error + "\nRun: dotnet run --project generator/ZStackGen.Tool -f net10.0 -- format specs");
        ToolRun check = await ToolRun.InAsync(SourceTree.Root, "check", "--together", "--warnaserror", "specs");
        Assert.True(check.ExitCode == 0, check.Output);
    }

    [Theory]
    [InlineData("seeds")]
    [InlineData("looks")]
    [InlineData("corpus/official-zh")]
    [InlineData("corpus/english")]
    [InlineData("corpus/scraped-zh")]
    [InlineData("corpus/explorer")]
    public void Every_shared_page_reads_back_equal_from_the_page_format(string part)
    {
        string[] files = [.. Directory.EnumerateFiles(SharedFolder.Require(part), "*", SearchOption.AllDirectories).Where(static f => f.EndsWith(".md", StringComparison.Ordinal) || f.EndsWith(".txt", StringComparison.Ordinal))];
        Assert.NotEmpty(files);
        var differing = new System.Collections.Concurrent.ConcurrentBag<string>();
        int stating = 0;
        Parallel.ForEach(files, file =>
        {
            string name = Path.GetFileName(file);
            PageModel before = SpecReader.Read(name, File.ReadAllText(file), CancellationToken.None).Page;
            if (before.Apis.Count == 0 && before.Types.Count == 0)
                return;
            Interlocked.Increment(ref stating);
            // A different path, so that nothing is derived from the file's name.
            PageModel after = SpecReader.Read("other/zzz.md", PageWriter.Write(before), CancellationToken.None).Page;
            if (ModelDifference.Find(before, after) is { } difference)
                differing.Add($"{name}: {difference}");
        });
        Assert.True(differing.IsEmpty, $"{differing.Count} of {files.Length}\n{string.Join('\n', differing.Order(StringComparer.Ordinal).Take(20))}");
        Assert.True(stating * 10 >= files.Length * 9, $"only {stating} of {files.Length} pages state anything");
    }
}
