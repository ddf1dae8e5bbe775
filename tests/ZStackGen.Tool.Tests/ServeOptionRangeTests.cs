using System;
using System.Threading.Tasks;
using Xunit;

namespace ZStackGen.Tool.Tests;

public sealed class ServeOptionRangeTests
{
    [Theory]
    [InlineData("--session-timeout 0 is out of range; use a value greater than zero", "--session-timeout", "0")]
    [InlineData("--session-timeout: '-1' is not a number of seconds", "--session-timeout", "-1")]
    [InlineData("--session-timeout: 'NaN' is not a number of seconds", "--session-timeout", "NaN")]
    [InlineData("--session-timeout: '-Infinity' is not a number of seconds", "--session-timeout", "-Infinity")]
    [InlineData("--job-retention: '-∞' is not a number of seconds", "--job-retention", "-∞")]
    [InlineData("--job-delay: '4294968' is too long; use at most 2073600 seconds", "--job-delay", "4294968")]
    [InlineData("--fault: '2073601' is too long; use at most 2073600 seconds", "--fault", "any=slow:2073601")]
    [InlineData("--session-limit 0 is out of range; use a value greater than zero.", "--session-limit", "0")]
    public async Task A_value_that_the_simulator_cannot_use_is_refused_with_its_option(string message, params string[] args)
    {
        using var folder = new TemporaryFolder();
        folder.Write("specs/OpenDoor.md", "# OpenDoor\n\n`PUT /v1/doors/{uuid}/actions`\n");
        ToolRun run = await ToolRun.InAsync(folder.Path, ["serve", "specs", "--port", "0", .. args]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("zstackgen: error: " + message, run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
    }
}
