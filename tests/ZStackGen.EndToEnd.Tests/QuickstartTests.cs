using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;
using ZStack.Simulation;

namespace ZStackGen.EndToEnd.Tests;

/// <summary>The sample in a separate process, as a user starts it.</summary>
public sealed class QuickstartTests
{
    [Fact]
    public async Task Without_arguments_it_starts_its_own_cloud_and_prints_the_table()
    {
        (int exitCode, string output, string error) = await RunAsync();

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Contains("Logged in as admin at the simulator", output, StringComparison.Ordinal);
        Assert.Contains("can be attached to: web-1, db-1", output, StringComparison.Ordinal);
        Assert.Contains("Created quickstart", output, StringComparison.Ordinal);
        Assert.Matches("│ quickstart +│ Running +│ +2 │ +4 GiB │ 172\\.20\\.10\\.\\d+ +│ \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d +│", output);
        Assert.Matches("│ web-1 +│ Running +│ +2 │ +4 GiB │ 172\\.20\\.10\\.21 +│", output);
        Assert.Matches("│ db-1 +│ Stopped +│ +8 │ +16 GiB │", output);
        Assert.DoesNotContain("\u001b", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_an_endpoint_it_uses_that_cloud_and_creates_a_VM_only_from_a_given_image()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync(configure: static options => options.Port = 0);
        string endpoint = zstack.BaseAddress.GetLeftPart(UriPartial.Authority);

        (int looked, string output, _) = await RunAsync("--endpoint", endpoint, "--account", "admin", "--password", "password");
        Assert.DoesNotContain(zstack.ReceivedCalls, static call => call.Api == "CreateVmInstance");
        (int created, _, string error) = await RunAsync("--endpoint", endpoint, "--password", "password", "--image", "d9acf7303b624a468fe96ecd6e0fb696", "--name", "from [image]");

        Assert.Equal((0, 0, ""), (looked, created, error));
        Assert.Contains("Nothing is created at a real cloud without --image", output, StringComparison.Ordinal);
        ReceivedCall call = Assert.Single(zstack.ReceivedCalls, static call => call.Api == "CreateVmInstance");
        Assert.Equal(("from [image]", "d9acf7303b624a468fe96ecd6e0fb696"), ((string?)call.Arguments!["name"], (string?)call.Arguments["imageUuid"]));
    }

    [Theory]
    [InlineData("ID.1000", "--password", "not-the-one")]
    [InlineData("http://127.0.0.1:1", "--endpoint", "http://127.0.0.1:1", "--password", "x")]
    [InlineData("nonsense", "--endpoint", "nonsense", "--password", "x")]
    [InlineData("Mars/Phobos", "--server-time-zone", "Mars/Phobos")]
    [InlineData("--bogus", "--bogus")]
    public async Task Errors_are_reported_in_one_line_with_exit_code_1(string expected, params string[] arguments)
    {
        (int exitCode, _, string error) = await RunAsync(arguments);

        Assert.Equal(1, exitCode);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
        Assert.DoesNotContain("not-the-one", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_lists_every_option()
    {
        (int exitCode, string output, _) = await RunAsync("--help");

        Assert.Equal(0, exitCode);
        Assert.All(new[] { "--endpoint", "--account", "--password", "--name", "--image", "--network", "--server-time-zone" }, option => Assert.Contains(option, output, StringComparison.Ordinal));
    }

    private static Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) => SampleProgram.RunAsync("Quickstart", arguments);
}
