using System.IO;
using System.Threading.Tasks;
using Xunit;

namespace ZStackGen.Tool.Tests;

public sealed class OutputOptionTests
{
    [Theory]
    [InlineData("openapi", "specs")]
    [InlineData("openapi", "specs", "--format", "yaml")]
    [InlineData("matrix", "specs")]
    [InlineData("verify", "specs", "--against", "specs")]
    public async Task A_hyphen_as_the_output_is_the_standard_output(params string[] args)
    {
        using TemporaryFolder folder = Pages();
        ToolRun expected = await ToolRun.InAsync(folder.Path, args);
        ToolRun run = await ToolRun.InAsync(folder.Path, [.. args, "-o", "-"]);
        Assert.NotEmpty(run.Output);
        Assert.Equal(expected, run);
        Assert.False(File.Exists(Path.Combine(folder.Path, "-")));
    }

    [Fact]
    public async Task Import_refuses_a_hyphen_as_the_folder()
    {
        using TemporaryFolder folder = Pages();
        ToolRun run = await ToolRun.InAsync(folder.Path, "import", "specs", "-o", "-");
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("specify a folder", run.Error, System.StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "-")));
    }

    private static TemporaryFolder Pages()
    {
        var folder = new TemporaryFolder();
        folder.Write("specs/GetRobot.md", "# GetRobot\n\n`GET /v1/robots`\n\nSince 4.7.0.\n");
        return folder;
    }
}
