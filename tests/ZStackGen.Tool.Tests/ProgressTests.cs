using System;
using System.Globalization;
using System.IO;
using System.Threading.Tasks;
using Xunit;
using ZStackGen.Tool.Commands;

namespace ZStackGen.Tool.Tests;

public sealed class ProgressTests
{
    [Theory]
    [InlineData("inspect", "specs")]
    [InlineData("check", "specs")]
    [InlineData("format", "--check", "specs")]
    [InlineData("diff", "specs", "specs")]
    public async Task Long_work_shows_its_progress_only_on_an_interactive_error_stream(params string[] args)
    {
        using var folder = new TemporaryFolder();
        for (int i = 0; i < 60; i++)
            folder.Write(string.Create(CultureInfo.InvariantCulture, $"specs/P{i}.md"), string.Create(CultureInfo.InvariantCulture, $"# GetThing{i}\n\n`GET /v1/things{i}`\n"));

        (string output, string error) = await RunAsync(isTerminal: true);
        (string pipedOutput, string pipedError) = await RunAsync(isTerminal: false);

        Assert.Contains("Reading pages", error, StringComparison.Ordinal);
        Assert.Contains('\u001b', error);
        Assert.DoesNotContain('\u001b', pipedError);
        Assert.DoesNotContain("Reading pages", pipedError, StringComparison.Ordinal);
        Assert.Equal(pipedOutput, output);

        async Task<(string Output, string Error)> RunAsync(bool isTerminal)
        {
            var output = new StringWriter { NewLine = "\n" };
            var error = new StringWriter { NewLine = "\n" };
            var terminal = new Terminal(output, error) { WorkingDirectory = folder.Path, IsErrorTerminal = isTerminal };
            await ZStackGenCommand.RunAsync(args, terminal, TestContext.Current.CancellationToken);
            return (output.ToString(), error.ToString());
        }
    }

    [Fact]
    public async Task Short_work_shows_no_progress()
    {
        using var folder = new TemporaryFolder();
        folder.Write("specs/P.md", "# GetThing\n\n`GET /v1/things`\n");
        var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(new StringWriter(), error) { WorkingDirectory = folder.Path, IsErrorTerminal = true };

        await ZStackGenCommand.RunAsync(["check", "specs"], terminal, TestContext.Current.CancellationToken);

        Assert.Equal("", error.ToString());
    }
}
