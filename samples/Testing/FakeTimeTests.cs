using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using ZStack;
using ZStack.Api;
using ZStack.Simulation;

namespace Testing;

/// <summary>
/// Tests with a clock that the test moves, for the code and the cloud: days and long jobs pass at once. The client keeps the real clock, so that a
/// call that polls its job ends without the test.
/// </summary>
public sealed class FakeTimeTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2024, 3, 5, 16, 0, 0, TimeSpan.Zero));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_VM_instance_is_stopped_when_it_is_old_enough()
    {
        await using ZStackSimulator cloud = await StartCloudAsync();
        await using ZStackClient client = Connect(cloud);
        await client.CallAsync(new CreateVmInstanceAction { Name = "web", CpuNum = 1, MemorySize = 1L << 30 }, Stop);
        var shift = new NightShift(client, _time);

        _time.Advance(TimeSpan.FromHours(23));
        Assert.Empty((await shift.StopOlderThanAsync(TimeSpan.FromDays(1), Stop)).Stopped);
        _time.Advance(TimeSpan.FromHours(2));
        Assert.Equal(["web"], (await shift.StopOlderThanAsync(TimeSpan.FromDays(1), Stop)).Stopped);
    }

    [Fact]
    public async Task A_job_of_ten_minutes_is_awaited_in_no_time()
    {
        await using ZStackSimulator cloud = await StartCloudAsync();
        cloud.SetJobDelay("CreateZone", TimeSpan.FromMinutes(10));
        await using ZStackClient client = Connect(cloud);

        ZStackJob<CreateZoneAction.Result> job = await client.StartAsync(new CreateZoneAction { Name = "lab" }, Stop);
        Assert.Equal(ZStackJobPhase.Running, (await job.GetStateAsync(Stop)).Phase);
        _time.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal("lab", (await job.WaitAsync(Stop)).Inventory.Name);
    }

    private Task<ZStackSimulator> StartCloudAsync() =>
        ZStackSimulator.StartAsync(new ZStackSimulatorOptions { Specs = "specs", StartWithExamples = false, TimeProvider = _time }, Stop);

    private static ZStackClient Connect(ZStackSimulator cloud) => new(new ZStackClientOptions
    {
        BaseAddress = cloud.BaseAddress.ToString(),
        HandlerFactory = cloud.CreateHandler,
        Credential = ZStackCredential.Password("admin", "password"),
    });
}
