using System;
using System.Threading.Tasks;
using Xunit;

namespace ZStackGen.Tool.Tests;

public sealed class EmptyPathTests
{
    private const string Page = "# GetRobot\n\n\n`GET /v1/robots`\n";

    [Theory]
    [InlineData("format", "")]
    [InlineData("format", "specs", "-o", "")]
    [InlineData("check", "")]
    [InlineData("inspect", "")]
    [InlineData("import", "", "-o", "out")]
    [InlineData("import", "specs", "-o", "")]
    [InlineData("diff", "", "specs")]
    [InlineData("diff", "specs", "")]
    [InlineData("matrix", "", "--from", "4.7", "--to", "5.2")]
    [InlineData("new", "StartRobot", "--method", "PUT", "--path", "/v1/robots/{uuid}/actions", "-o", "")]
    [InlineData("openapi", "")]
    [InlineData("openapi", "specs", "-o", "")]
    [InlineData("verify", "", "--against", "specs")]
    [InlineData("verify", "specs", "--against", "")]
    [InlineData("serve", "")]
    [InlineData("serve", "specs", "--database", "")]
    [InlineData("call", "GetRobot", "--pages", "")]
    public async Task An_empty_path_is_not_the_current_folder(params string[] args)
    {
        using var folder = new TemporaryFolder();
        string page = folder.Write("specs/GetRobot.md", Page);
        ToolRun run = await ToolRun.InAsync(folder.Path, args);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("the path is empty", run.Error, StringComparison.Ordinal);
        Assert.Equal(Page, await System.IO.File.ReadAllTextAsync(page, TestContext.Current.CancellationToken));
    }
}
