using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using ZStack;
using ZStack.Api;
using ZStack.Simulation;

namespace ZStackGen.EndToEnd.Tests;

public sealed class ReadmeExampleTests
{
    [Fact]
    public async Task The_example_of_a_test_without_a_cloud_works_as_the_README_has_it()
    {
        var time = new FakeTimeProvider();
        await using var zstack = await ZStackSimulator.StartAsync(new ZStackSimulatorOptions { Specs = "specs", TimeProvider = time, JobDelay = TimeSpan.FromMinutes(10) }, TestContext.Current.CancellationToken);
        await using var client = new ZStackClient(new ZStackClientOptions
        {
            BaseAddress = zstack.BaseAddress.ToString(),
            HandlerFactory = zstack.CreateHandler,
            Credential = ZStackCredential.Password("admin", "password"),
            TimeProvider = time,
        });
        string zone = zstack.Seed("QueryZone", new JsonObject { ["name"] = "lab" });
        zstack.FailNext("StopVmInstance", new SimulatedError("SYS.1006", "the host is away"));
        var job = await client.StartAsync(new CreateVmInstanceAction { Name = "web", ZoneUuid = zone }, TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromMinutes(10));
        var created = await client.ResumeJob<CreateVmInstanceAction.Result>(job.Id).WaitAsync(TestContext.Current.CancellationToken);

        Assert.Equal("web", (string?)zstack.ReceivedCalls.Last(c => c.Api == "CreateVmInstance").Arguments!["name"]);
        Assert.Equal((zone, "web"), (created.Inventory.ZoneUuid, created.Inventory.Name));
        var stopping = await client.StartAsync(new StopVmInstanceAction { Uuid = created.Inventory.Uuid }, TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromMinutes(10));
        var failed = await Assert.ThrowsAnyAsync<ZStackApiException>(() => client.ResumeJob<StopVmInstanceAction.Result>(stopping.Id).WaitAsync(TestContext.Current.CancellationToken));
        Assert.Equal(("SYS.1006", "the host is away"), (failed.Error.Code, failed.Error.Details));
    }
}
