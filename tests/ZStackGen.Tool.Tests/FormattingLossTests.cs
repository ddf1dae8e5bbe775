using System;
using System.IO;
using System.Threading.Tasks;
using Xunit;

namespace ZStackGen.Tool.Tests;

public sealed class FormattingLossTests
{
    private const string Page = """
        # StartRobot

        Starts a robot.

        `PUT /v1/robots/{uuid}/actions`

        ## Parameters

        | Name | Type | Location | Description | Since |
        |---|---|---|---|---|
        | uuid | String | url | The robot. | 0.6 |

        ## Response

        | Name | Type | Description | Since |
        |---|---|---|---|
        | inventory | RobotInventory | | 0.6 |

        ## Example

        ### Request

        ```json
        {"startRobot": {}}
        ```

        ### Response

        ```json
        {"inventory": {}}
        ```

        """;

    [Theory]
    [InlineData("# StartRobot", "---\nowner: team-a\n---\n\n# StartRobot", 2)]
    [InlineData("# StartRobot", "<!-- keep sorted -->\n# StartRobot", 1)]
    [InlineData("| uuid | String | url | The robot. | 0.6 |", "| uuid | String | url | The robot. | 0.6 |\n\n| force (optional) | Boolean | body | Forces it. | 0.6 |", 13)]
    [InlineData("## Response\n\n| N", "## Limits\n\n| Limit | Maximum |\n|---|---|\n| robots | 500 |\n\n## Response\n\n| N", 13)]
    [InlineData("## Example\n", "Text below the table.\n\n## Example\n", 19)]
    [InlineData("## Response\n\n| N", "## Response\n\nThe robot after the start.\n\n| N", 15)]
    [InlineData("## Example\n", "## Errors\n\n| Code | Meaning |\n|---|---|\n| SYS.1000 | Broken. |\n\n## Example\n", 19)]
    [InlineData("## Example\n", "## Example\n\n```bash\ncurl -X PUT http://host/zstack/v1/robots\n```\n", 21)]
    [InlineData("{\"inventory\": {}}\n```\n", "{\"inventory\": {}}\n```\n\n```json\n{\"startRobot\": {\"force\": true}}\n```\n", 34)]
    [InlineData("{\"inventory\": {}}\n```\n", "{\"inventory\": {}}\n```\n\n## See also\n\n- [StopRobot](StopRobot.md)\n", 33)]
    [InlineData("Starts a robot.\n", "Starts a robot:\n- slowly\n- or fast\n", 4)]
    public async Task Text_without_a_place_in_the_format_is_kept_and_named(string place, string text, int line)
    {
        string content = Page.Replace(place, text, StringComparison.Ordinal);
        Assert.NotEqual(Page, content);
        using var folder = new TemporaryFolder();
        string path = folder.Write("specs/StartRobot.md", content);
        ToolRun run = await ToolRun.InAsync(folder.Path, "format", "specs");
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"specs/StartRobot.md: not formatted: specs/StartRobot.md({line})", run.Error, StringComparison.Ordinal);
        Assert.Equal(content, await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        // An import takes the page as it is, too: it would overwrite it in its own folder.
        ToolRun import = await ToolRun.InAsync(folder.Path, "import", "specs", "-o", "specs", "--force");
        Assert.Equal(1, import.ExitCode);
        Assert.Contains($"specs/StartRobot.md({line})", import.Error, StringComparison.Ordinal);
        Assert.Equal(content, await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("## Response\n\n| N", "## Result\n\n| N")]
    [InlineData("## Example\n", "## Samples\n")]
    [InlineData("## Parameters", "## Request parameters")]
    [InlineData("| inventory | RobotInventory | | 0.6 |", "| inventory | RobotInventory |  | 0.6")]
    [InlineData("Starts a robot.", "Starts\na robot.")]
    public async Task Other_words_for_the_same_content_are_rewritten(string place, string text)
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("specs/StartRobot.md", Page);
        ToolRun formatted = await ToolRun.InAsync(folder.Path, "format", "specs");
        Assert.True(formatted.ExitCode == 0, formatted.Error);
        string expected = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        string content = Page.Replace(place, text, StringComparison.Ordinal);
        Assert.NotEqual(Page, content);
        folder.Write("specs/StartRobot.md", content);
        ToolRun run = await ToolRun.InAsync(folder.Path, "format", "specs");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(expected, await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }
}
