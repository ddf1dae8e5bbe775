using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using ZStack;
using ZStack.Api;
using ZStack.Simulation;

namespace ZStackGen.EndToEnd.Tests;

// Generated actions as long jobs of the simulator, on a virtual clock.
public class LongJobTests
{
    private static readonly DateTimeOffset s_start = new(2024, 3, 5, 16, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _time = new(s_start);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_generated_action_runs_as_a_long_job_with_its_own_result()
    {
        await using ZStackSimulator zstack = await StartAsync();
        await using ZStackClient client = Client(zstack);
        ZStackLongJob<CreateZoneAction.Result> job = await client.SubmitLongJobAsync(new CreateZoneAction { Name = "long" }, new ZStackLongJobOptions { Name = "a long one" }, Stop);
        _time.Advance(TimeSpan.FromMinutes(4));
        ZStackLongJobState state = await job.GetStateAsync(Stop);
        Assert.Equal((ZStackLongJobPhase.Running, "APICreateZoneMsg", 40), (state.Phase, state.JobName, state.Percent));
        _time.Advance(TimeSpan.FromMinutes(6));
        CreateZoneAction.Result result = await job.WaitAsync(Stop);
        Assert.Equal("long", result.Inventory.Name);
        Assert.Equal(s_start.AddMinutes(10), result.Inventory.CreateDate);
        Assert.NotNull(zstack.FindResource(result.Inventory.Uuid));
        Assert.Equal(TimeSpan.FromMinutes(10), (await job.GetStateAsync(Stop)).ExecuteTime);
    }

    [Fact]
    public async Task Another_process_resumes_a_long_job_by_uuid_and_the_path_arguments_have_arrived()
    {
        await using ZStackSimulator zstack = await StartAsync();
        string uuid;
        await using (ZStackClient first = Client(zstack))
            uuid = (await first.SubmitLongJobAsync(new StopVmInstanceAction { Uuid = Running(zstack) }, Stop)).Uuid;
        _time.Advance(TimeSpan.FromMinutes(11));
        await using ZStackClient second = Client(zstack);
        StopVmInstanceAction.Result result = await second.ResumeLongJob<StopVmInstanceAction.Result>(uuid).WaitAsync(Stop);
        Assert.Equal("Stopped", result.Inventory.State);
        Assert.Equal("Stopped", (string?)zstack.FindResource(result.Inventory.Uuid)!["state"]);
    }

    [Fact]
    public async Task A_canceled_long_job_passes_through_Canceling_and_changes_nothing()
    {
        await using ZStackSimulator zstack = await StartAsync();
        await using ZStackClient client = Client(zstack);
        string vm = Running(zstack);
        ZStackLongJob<StopVmInstanceAction.Result> job = await client.SubmitLongJobAsync(new StopVmInstanceAction { Uuid = vm }, Stop);
        Assert.Equal(ZStackLongJobPhase.Canceling, (await job.CancelAsync(Stop)).Phase);
        _time.Advance(TimeSpan.FromMinutes(11));
        var ended = await Assert.ThrowsAsync<ZStackLongJobException>(() => job.WaitAsync(Stop));
        Assert.Equal(ZStackLongJobPhase.Canceled, ended.Phase);
        Assert.Equal("Running", (string?)zstack.FindResource(vm)!["state"]);
        var refused = await Assert.ThrowsAsync<ZStackLongJobCancelException>(() => job.CancelAsync(Stop));
        Assert.Equal(ZStackLongJobCancelRefusal.AlreadyEnded, refused.Refusal);
    }

    [Fact]
    public async Task Refusals_and_failures_contain_the_servers_reasons()
    {
        await using ZStackSimulator zstack = await StartAsync();
        await using ZStackClient client = Client(zstack);
        ZStackLongJob<StopVmInstanceAction.Result> job = await client.SubmitLongJobAsync(new StopVmInstanceAction { Uuid = Guid.NewGuid().ToString("n") }, Stop);
        zstack.FailNext("CancelLongJob", new SimulatedError("LONG_JOB.1003", "not this kind"));
        var refused = await Assert.ThrowsAsync<ZStackLongJobCancelException>(() => job.CancelAsync(Stop));
        Assert.Equal(ZStackLongJobCancelRefusal.NotSupported, refused.Refusal);
        _time.Advance(TimeSpan.FromMinutes(11));
        var failed = await Assert.ThrowsAsync<ZStackLongJobException>(() => job.WaitAsync(Stop));
        Assert.Equal(ZStackLongJobPhase.Failed, failed.Phase);
        Assert.Contains("there is no", failed.Error.Details, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ZStackInvalidParameterException>(() => client.SubmitLongJobAsync(new GetCandidateVmForAttachingIsoAction { IsoUuid = "i" }, Stop));
    }

    [Fact]
    public async Task Long_jobs_can_be_queried_like_other_resources_until_they_are_deleted()
    {
        await using ZStackSimulator zstack = await StartAsync();
        using RawClient raw = await new RawClient(zstack).LogInAsync();
        await using ZStackClient client = Client(zstack);
        ZStackLongJob<CreateZoneAction.Result> job = await client.SubmitLongJobAsync(new CreateZoneAction { Name = "z" }, Stop);
        Assert.Single((await raw.GetAsync("v1/longjobs?q=state=Running")).Json["inventories"]!.AsArray());
        Assert.Equal("SYS.1007", (await raw.RunAsync("DELETE", $"v1/longjobs/{job.Uuid}", null)).ErrorCode);
        _time.Advance(TimeSpan.FromMinutes(11));
        RawAnswer found = await raw.GetAsync("v1/longjobs?q=state=Succeeded");
        Assert.Equal(job.Uuid, (string?)found.Json["inventories"]![0]!["uuid"]);
        Assert.Equal(200, (await raw.RunAsync("DELETE", $"v1/longjobs/{job.Uuid}", null)).Status);
        await Assert.ThrowsAsync<ZStackJobExpiredException>(() => job.WaitAsync(Stop));
    }

    [Fact]
    public async Task A_long_job_that_is_not_suspended_cannot_be_resumed()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync(_time, static options =>
            options.Specs = SpecSource.Combine("specs", SpecSource.Files(System.IO.Path.Combine(SourceTree.Root, "specs", "job", "ResumeLongJob.md"))));
        zstack.SetJobDelay("CreateZone", TimeSpan.FromMinutes(10));
        using RawClient raw = await new RawClient(zstack).LogInAsync();
        await using ZStackClient client = Client(zstack);
        ZStackLongJob<CreateZoneAction.Result> job = await client.SubmitLongJobAsync(new CreateZoneAction { Name = "z" }, Stop);
        foreach (string state in (string[])["Running", "Succeeded"])
        {
            RawAnswer refused = await raw.RunAsync("PUT", $"v1/longjobs/{job.Uuid}/actions", """{"resumeLongJob":{}}""");
            Assert.Contains($"[{state}] cannot be resumed", (string?)refused.Json["error"]!["details"], StringComparison.Ordinal);
            Assert.Equal(state, (string?)(await raw.GetAsync($"v1/longjobs/{job.Uuid}")).Json["inventories"]![0]!["state"]);
            _time.Advance(TimeSpan.FromMinutes(11));
        }
    }

    private static string Running(ZStackSimulator zstack)
        => zstack.Seed("QueryVmInstance", new System.Text.Json.Nodes.JsonObject { ["name"] = "busy", ["state"] = "Running" });

    private async Task<ZStackSimulator> StartAsync()
    {
        ZStackSimulator zstack = await Simulators.StartAsync(_time);
        zstack.SetJobDelay("CreateZone", TimeSpan.FromMinutes(10));
        zstack.SetJobDelay("StopVmInstance", TimeSpan.FromMinutes(10));
        return zstack;
    }

    private static ZStackClient Client(ZStackSimulator zstack)
        => new(new ZStackClientOptions
        {
            BaseAddress = zstack.BaseAddress.AbsoluteUri,
            Credential = ZStackCredential.Password("admin", "password"),
            HandlerFactory = zstack.CreateHandler,
            PollInterval = TimeSpan.FromMilliseconds(1),
            MaxPollInterval = TimeSpan.FromMilliseconds(5),
            // A wait that is expected to end immediately.
            JobTimeout = TimeSpan.FromSeconds(30),
        });
}
