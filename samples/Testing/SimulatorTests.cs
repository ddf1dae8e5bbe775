using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStack;
using ZStack.Simulation;

namespace Testing;

/// <summary>Tests with a simulated cloud: the code sends real requests, and the cloud changes.</summary>
public sealed class SimulatorTests : IAsyncLifetime
{
    private ZStackSimulator _cloud = null!;
    private ZStackClient _client = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _cloud = await ZStackSimulator.StartAsync(new ZStackSimulatorOptions { Specs = "specs", StartWithExamples = false }, Stop);
        _client = new ZStackClient(new ZStackClientOptions
        {
            BaseAddress = _cloud.BaseAddress.ToString(),
            HandlerFactory = _cloud.CreateHandler,
            Credential = ZStackCredential.Password("admin", "password"),
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        await _cloud.DisposeAsync();
    }

    [Fact]
    public async Task A_running_VM_instance_is_stopped_and_a_stopped_one_is_left_alone()
    {
        string web = SeedVm("web", "Running");
        SeedVm("db", "Stopped");

        NightShiftReport report = await new NightShift(_client, TimeProvider.System).StopOlderThanAsync(TimeSpan.FromDays(1), Stop);

        Assert.Equal(["web"], report.Stopped);
        Assert.Equal("Stopped", (string?)_cloud.FindResource(web)?["state"]);
        Assert.Equal([web], _cloud.ReceivedCalls.Where(static call => call.Api == "StopVmInstance").Select(static call => (string?)call.Arguments?["uuid"]));
    }

    [Fact]
    public async Task A_VM_instance_that_cannot_be_stopped_does_not_keep_the_others_from_it()
    {
        SeedVm("web-1", "Running");
        SeedVm("web-2", "Running");
        _cloud.FailNext("StopVmInstance", new SimulatedError("SYS.1006", "the host is away"));

        NightShiftReport report = await new NightShift(_client, TimeProvider.System).StopOlderThanAsync(TimeSpan.FromDays(1), Stop);

        Assert.Single(report.Failed);
        Assert.Single(report.Stopped);
    }

    [Fact]
    public async Task A_proxy_that_is_overloaded_for_a_moment_changes_nothing()
    {
        SeedVm("web", "Running");
        _cloud.AddFault(SimulatedFault.Html(503, times: 1).For("QueryVmInstance"));

        NightShiftReport report = await new NightShift(_client, TimeProvider.System).StopOlderThanAsync(TimeSpan.FromDays(1), Stop);

        Assert.Equal(["web"], report.Stopped);
    }

    private string SeedVm(string name, string state) => _cloud.Seed("QueryVmInstance", new JsonObject
    {
        ["name"] = name,
        ["state"] = state,
        ["lastOpDate"] = "Mar 5, 2024 4:40:00 PM",
    });
}
