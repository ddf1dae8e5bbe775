using System;
using System.Threading.Tasks;
using Xunit;
using ZStack.Simulation;

namespace ZStackGen.EndToEnd.Tests;

/// <summary>samples/PagesProject: an application and a project that contains the pages.</summary>
public sealed class PagesProjectTests
{
    [Fact]
    public async Task The_application_calls_the_API_of_the_pages_project()
    {
        (int exitCode, string output, string error) = await SampleProgram.RunAsync("PagesProject");
        Assert.Equal((0, ""), (exitCode, error));
        Assert.Equal("web-1: 2 CPUs, 4 GiB", output.Trim());
    }

    [Fact]
    public async Task It_calls_the_given_cloud()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync(configure: static options => options.Port = 0);
        (int exitCode, _, string error) = await SampleProgram.RunAsync("PagesProject", zstack.BaseAddress.GetLeftPart(UriPartial.Authority), "admin", "password");
        Assert.Equal((0, ""), (exitCode, error));
        Assert.Contains(zstack.ReceivedCalls, static call => call.Api == "QueryVmInstance");
    }

    [Fact]
    public async Task Invalid_arguments_print_the_usage()
    {
        (int exitCode, _, string error) = await SampleProgram.RunAsync("PagesProject", "x");
        Assert.Equal(1, exitCode);
        Assert.StartsWith("Usage: ", error, StringComparison.Ordinal);
    }
}
