using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;
using ZStack;
using ZStack.Api;
using ZStack.Simulation;

namespace ZStackGen.EndToEnd.Tests;

/// <summary>The client generated from the repository's pages against the simulator of the same pages, in process and over a socket.</summary>
public sealed class GeneratedClientTests
{
    private static Task<ZStackSimulator> StartAsync(bool overPort, Action<ZStackSimulatorOptions>? configure = null) => Simulators.StartAsync(configure: options =>
    {
        options.Port = overPort ? 0 : null;
        configure?.Invoke(options);
    });

    private static ZStackClient Connect(ZStackSimulator zstack, string password = "password", Action<ZStackClientOptions>? configure = null)
    {
        var options = new ZStackClientOptions
        {
            BaseAddress = zstack.BaseAddress.ToString(),
            Credential = ZStackCredential.Password("admin", password),
            HandlerFactory = zstack.CreateHandler,
            ServerTimeZone = TimeZoneInfo.Utc,
            PollInterval = TimeSpan.FromMilliseconds(10),
            MaxPollInterval = TimeSpan.FromMilliseconds(10),
        };
        configure?.Invoke(options);
        return new ZStackClient(options);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_synchronous_call_logs_in_automatically_and_reads_the_complete_response(bool overPort)
    {
        await using ZStackSimulator zstack = await StartAsync(overPort);
        await using ZStackClient client = Connect(zstack);

        GetCandidateVmForAttachingIsoAction.Result result = await client.CallAsync(
            new GetCandidateVmForAttachingIsoAction { IsoUuid = "2eb43571568e46098cab274d415043da" }, TestContext.Current.CancellationToken);

        Assert.Equal(["web-1", "db-1"], result.Inventories.Select(static vm => vm.Name));
        VmInstanceInventory web = result.Inventories[0];
        Assert.Equal((4294967296L, 2, "Running"), (web.MemorySize, web.CpuNum, web.State));
        Assert.Equal(new DateTimeOffset(2024, 3, 4, 9, 12, 31, TimeSpan.Zero), web.CreateDate);
        Assert.Equal(("172.20.10.21", 4), (web.VmNics[0].UsedIps[0].Ip, web.VmNics[0].IpVersion));
        Assert.Equal("org.zstack.header.vm.VmInstanceInventory", result.Schema["inventories[0]"]);
        Assert.Equal(["LogInByAccount", "GetCandidateVmForAttachingIso"], zstack.ReceivedCalls.Select(static call => call.Api));
        Assert.Equal("2eb43571568e46098cab274d415043da", (string?)zstack.ReceivedCalls[1].Arguments!["isoUuid"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_wrong_password_is_an_authentication_error(bool overPort)
    {
        await using ZStackSimulator zstack = await StartAsync(overPort);
        await using ZStackClient client = Connect(zstack, "wrong");

        var refused = await Assert.ThrowsAsync<ZStackAuthenticationException>(
            () => client.CallAsync(new QueryZoneAction(), TestContext.Current.CancellationToken));

        Assert.Equal(("ID.1000", HttpStatusCode.ServiceUnavailable), (refused.Error.Code, refused.Status));
        Assert.DoesNotContain("wrong\"", refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_expired_session_is_renewed_automatically(bool overPort)
    {
        await using ZStackSimulator zstack = await StartAsync(overPort);
        await using ZStackClient client = Connect(zstack);

        await client.CallAsync(new QueryZoneAction(), TestContext.Current.CancellationToken);
        zstack.ExpireSessions();
        QueryZoneAction.Result zones = await client.CallAsync(new QueryZoneAction(), TestContext.Current.CancellationToken);
        zstack.ExpireSessions();
        CreateZoneAction.Result created = await client.CallAsync(new CreateZoneAction { Name = "after" }, TestContext.Current.CancellationToken);

        Assert.NotEmpty(zones.Inventories);
        Assert.Equal("after", created.Inventory.Name);
        Assert.Equal(3, zstack.ReceivedCalls.Count(static call => call.Api == "LogInByAccount"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_asynchronous_creation_is_started_and_observed_and_its_result_is_queried(bool overPort)
    {
        await using ZStackSimulator zstack = await StartAsync(overPort, static options => options.JobDelay = TimeSpan.FromMilliseconds(60));
        await using ZStackClient client = Connect(zstack);
        var states = new List<ZStackJobState>();

        ZStackJob<CreateVmInstanceAction.Result> job = await client.StartAsync(
            new CreateVmInstanceAction { Name = "made", CpuNum = 3, MemorySize = 8L << 30, L3NetworkUuids = ["a9e3b003122745f09fc8963b704e8e71"], SystemTags = ["owner::tests"] },
            TestContext.Current.CancellationToken);
        await foreach (ZStackJobState state in job.GetStatesAsync(TestContext.Current.CancellationToken))
            states.Add(state);
        CreateVmInstanceAction.Result created = await job.WaitAsync(TestContext.Current.CancellationToken);
        CreateVmInstanceAction.Result resumed = await client.ResumeJob<CreateVmInstanceAction.Result>(job.Id).WaitAsync(TestContext.Current.CancellationToken);
        QueryVmInstanceAction.Result found = await client.CallAsync(new QueryVmInstanceAction { Conditions = ["name=made"], ReplyWithCount = true }, TestContext.Current.CancellationToken);

        Assert.Equal(ZStackJobPhase.Succeeded, states[^1].Phase);
        Assert.Equal(TimeSpan.FromHours(12), job.Timeout);
        VmInstanceInventory vm = Assert.Single(found.Inventories);
        Assert.Equal((1L, "made", 3, 8L << 30), (found.Total, vm.Name, vm.CpuNum, vm.MemorySize));
        Assert.Equal(vm.Uuid, created.Inventory.Uuid);
        Assert.Equal(vm.Uuid, resumed.Inventory.Uuid);
        ReceivedCall submitted = Assert.Single(zstack.ReceivedCalls, static call => call.Api == "CreateVmInstance");
        Assert.Equal(job.Id, submitted.Headers["X-Job-UUID"]);
        Assert.Equal("owner::tests", (string?)submitted.Arguments!["systemTags"]![0]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_failed_job_throws_the_complete_error(bool overPort)
    {
        await using ZStackSimulator zstack = await StartAsync(overPort);
        await using ZStackClient client = Connect(zstack);
        zstack.FailNext("CreateVmInstance", new SimulatedError("VM.1001", "the VM instance cannot be created", new SimulatedError("HOST_ALLOCATION.1001", "no host has 8 GiB left")) { Location = "allocate-host" });

        var failed = await Assert.ThrowsAsync<ZStackApiException>(
            () => client.CallAsync(new CreateVmInstanceAction { Name = "big" }, TestContext.Current.CancellationToken));

        Assert.Equal(("VM.1001", "HOST_ALLOCATION.1001", "allocate-host"), (failed.Error.Code, failed.Error.Cause!.Code, failed.Error.Location));
        Assert.Equal("CreateVmInstance", failed.Api);
        Assert.Equal(32, failed.JobId!.Length);
        Assert.Contains("no host has 8 GiB left", failed.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_action_on_a_missing_resource_is_a_not_found_error(bool overPort)
    {
        await using ZStackSimulator zstack = await StartAsync(overPort);
        await using ZStackClient client = Connect(zstack);

        ZStackApiResult<StartVmInstanceAction.Result> result = await client.TryCallAsync(
            new StartVmInstanceAction { Uuid = "7b0c5be1d24f4a9fb4f2a6d1c7e83b90" }, TestContext.Current.CancellationToken);

        Assert.False(result.IsSuccess);
        Assert.Equal("SYS.1003", result.Error!.Code);
        Assert.Throws<ZStackNotFoundException>(() => result.GetValueOrThrow());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_API_missing_on_the_server_is_named_with_its_path(bool overPort)
    {
        await using ZStackSimulator zstack = await StartAsync(overPort, static options => options.Specs = SpecSource.None);
        await using ZStackClient client = Connect(zstack);

        ZStackException missing = await Assert.ThrowsAnyAsync<ZStackException>(
            () => client.CallAsync(new QueryZoneAction(), TestContext.Current.CancellationToken));

        Assert.Equal((HttpStatusCode.NotFound, "QueryZone"), (missing.Status, missing.Api));
        Assert.Contains("/v1/zones", missing.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Starting_and_stopping_a_queried_VM_instance_changes_its_state(bool overPort)
    {
        await using ZStackSimulator zstack = await StartAsync(overPort);
        await using ZStackClient client = Connect(zstack);
        QueryVmInstanceAction.Result stopped = await client.CallAsync(new QueryVmInstanceAction { Conditions = ["state=Stopped"] }, TestContext.Current.CancellationToken);

        StartVmInstanceAction.Result started = await client.CallAsync(new StartVmInstanceAction { Uuid = Assert.Single(stopped.Inventories).Uuid }, TestContext.Current.CancellationToken);
        QueryVmInstanceAction.Result running = await client.CallAsync(new QueryVmInstanceAction { Conditions = ["state=Running"], Sort = "-name" }, TestContext.Current.CancellationToken);
        StopVmInstanceAction.Result halted = await client.CallAsync(new StopVmInstanceAction { Uuid = started.Inventory.Uuid, Type = "cold" }, TestContext.Current.CancellationToken);

        Assert.Equal("Running", started.Inventory.State);
        Assert.Equal(["web-1", "db-1"], running.Inventories.Select(static vm => vm.Name));
        Assert.Equal(("Stopped", null), (halted.Inventory.State, halted.Inventory.HostUuid));
    }

    [Fact]
    public async Task A_creation_with_a_lost_response_runs_once()
    {
        await using ZStackSimulator zstack = await StartAsync(overPort: true);
        await using ZStackClient client = Connect(zstack);
        zstack.AddFault(SimulatedFault.Disconnect(afterWork: true).For("CreateZone"));

        CreateZoneAction.Result created = await client.CallAsync(new CreateZoneAction { Name = "once" }, TestContext.Current.CancellationToken);
        QueryZoneAction.Result zones = await client.CallAsync(new QueryZoneAction { Conditions = ["name=once"] }, TestContext.Current.CancellationToken);

        Assert.Equal(created.Inventory.Uuid, Assert.Single(zones.Inventories).Uuid);
    }

    [Fact]
    public async Task Requests_signed_with_an_access_key_are_accepted()
    {
        await using ZStackSimulator zstack = await StartAsync(overPort: true, static options =>
        {
            options.TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
            options.AccessKeys.Add(new SimulatedAccessKey("Kx3vQ9mZ7pLr2TdY", "nT8sJw4HcB6yVqPz1Rk0EaUfGm5XoLiD", SimulatedAccount.Admin));
        });
        await using ZStackClient client = Connect(zstack, configure: static options =>
        {
            options.Credential = ZStackCredential.AccessKey("Kx3vQ9mZ7pLr2TdY", "nT8sJw4HcB6yVqPz1Rk0EaUfGm5XoLiD");
            options.ServerTimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
        });

        QueryZoneAction.Result zones = await client.CallAsync(new QueryZoneAction(), TestContext.Current.CancellationToken);
        CreateZoneAction.Result created = await client.CallAsync(new CreateZoneAction { Name = "signed" }, TestContext.Current.CancellationToken);

        Assert.Equal(2, zones.Inventories.Count);
        Assert.Equal("signed", created.Inventory.Name);
        Assert.DoesNotContain(zstack.ReceivedCalls, static call => call.Api == "LogInByAccount");
    }

    [Fact]
    public async Task Undocumented_members_are_kept_as_unknown_members()
    {
        await using ZStackSimulator zstack = await StartAsync(overPort: false);
        string uuid = zstack.Seed("QueryZone", new JsonObject { ["name"] = "odd", ["brandNew"] = new JsonObject { ["a"] = 1 } });
        await using ZStackClient client = Connect(zstack);

        QueryZoneAction.Result zones = await client.CallAsync(new QueryZoneAction { Uuid = uuid }, TestContext.Current.CancellationToken);

        Assert.Equal(1, Assert.Single(zones.Inventories).UnknownMembers["brandNew"].GetProperty("a").GetInt32());
    }

    [Fact]
    public async Task Disposing_the_client_logs_out()
    {
        await using ZStackSimulator zstack = await StartAsync(overPort: false);
        await using (ZStackClient client = Connect(zstack))
            await client.CallAsync(new QueryZoneAction(), TestContext.Current.CancellationToken);

        Assert.Equal(("LogOut", 200), (zstack.ReceivedCalls[^1].Api, zstack.ReceivedCalls[^1].Status));
    }
}
