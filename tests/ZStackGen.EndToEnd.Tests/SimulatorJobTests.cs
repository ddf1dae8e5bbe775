using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using ZStack.Simulation;

namespace ZStackGen.EndToEnd.Tests;

public sealed class SimulatorJobTests
{
    private const string Job = "4f1c0a5be1d24f1db4f2a6d1c7e83b90";

    // The client waits that long for the job of the API.
    [Theory]
    [InlineData("OpenDoor", 30)]
    [InlineData("MigrateVm", 60)]
    [InlineData("CreateVmInstance", 12 * 60)]
    [InlineData("FlattenVolume", 36 * 60)]
    [InlineData("AddImage", 72 * 60)]
    public async Task The_timeout_of_a_job_is_the_default_of_its_API(string api, int minutes)
    {
        string page = $"# {api}\n\n`POST /v1/doors`\n";
        await using ZStackSimulator zstack = await Simulators.StartAsync(configure: options => options.Specs = SpecSource.Texts([new SpecText("page.md", page)]));
        using RawClient client = await new RawClient(zstack).LogInAsync();

        RawAnswer accepted = await client.PostAsync("v1/doors", "{}");

        Assert.Equal((202, minutes * 60_000L), (accepted.Status, (long)accepted.Json["apiTimeout"]!));
    }

    [Fact]
    public async Task An_asynchronous_call_is_accepted_with_a_foreign_location_and_takes_its_delay()
    {
        var time = new FakeTimeProvider();
        await using ZStackSimulator zstack = await Simulators.StartAsync(time, static options => options.JobDelay = TimeSpan.FromSeconds(20));
        using RawClient client = await new RawClient(zstack).LogInAsync();

        RawAnswer accepted = await client.PostAsync("v1/zones", """{"params":{"name":"z1"}}""", ("X-Job-UUID", Job), ("X-API-Timeout", "600"));
        RawAnswer running = await client.GetAsync("v1/api-jobs/" + Job);
        time.Advance(TimeSpan.FromSeconds(5));
        RawAnswer progress = await client.GetAsync($"v1/task-progresses/{Job}?all=true");
        time.Advance(TimeSpan.FromSeconds(15));
        client.Session = null; // polls need no authentication
        RawAnswer done = await client.GetAsync("v1/api-jobs/" + Job);

        Assert.Equal(202, accepted.Status);
        Assert.Equal("http://172.20.0.11:8080/zstack/v1/api-jobs/" + Job, (string)accepted.Json["location"]!);
        Assert.Equal(600_000, (long)accepted.Json["apiTimeout"]!);
        Assert.Equal((202, "{}"), (running.Status, running.Text));
        Assert.Equal("25", (string)progress.Json["inventories"]![0]!["content"]!);
        Assert.Equal(200, done.Status);
        Assert.Equal("z1", (string)done.Json["inventory"]!["name"]!);
        Assert.Null(done.ContentType);
    }

    [Fact]
    public async Task A_job_ends_with_its_timer_even_if_the_timer_fires_early()
    {
        var time = new EarlyClock();
        await using ZStackSimulator zstack = await Simulators.StartAsync(time, static options => options.JobDelay = TimeSpan.FromSeconds(20));
        using RawClient client = await new RawClient(zstack).LogInAsync();
        await client.PostAsync("v1/zones", """{"params":{"name":"z1"}}""", ("X-Job-UUID", Job));
        time.Advance(TimeSpan.FromSeconds(20) - EarlyClock.Early);
        Assert.Equal(200, (await client.GetAsync("v1/api-jobs/" + Job)).Status);
    }

    // Like the timers of the system, which use a coarser clock.
    private sealed class EarlyClock : FakeTimeProvider
    {
        public static TimeSpan Early { get; } = TimeSpan.FromMilliseconds(3);

        public override System.Threading.ITimer CreateTimer(System.Threading.TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
            => base.CreateTimer(callback, state, dueTime > Early ? dueTime - Early : dueTime, period);
    }

    [Fact]
    public async Task The_job_of_an_invalid_call_fails_immediately()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync(configure: static options => options.JobDelay = TimeSpan.FromDays(1));
        using RawClient client = await new RawClient(zstack).LogInAsync();

        RawAnswer withoutName = await client.RunAsync("POST", "v1/zones", """{"params":{}}""");
        RawAnswer wrongValue = await client.RunAsync("POST", "v1/vm-instances", """{"params":{"name":"v","strategy":"Sometime"}}""");

        Assert.Equal((503, "SYS.1007"), (withoutName.Status, withoutName.ErrorCode));
        Assert.Contains("[name]", (string)withoutName.Json["error"]!["details"]!, StringComparison.Ordinal);
        Assert.Equal((503, "SYS.1007"), (wrongValue.Status, wrongValue.ErrorCode));
    }

    [Fact]
    public async Task A_job_uuid_has_32_characters_and_can_be_used_once()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();

        RawAnswer tooShort = await client.PostAsync("v1/zones", """{"params":{"name":"z"}}""", ("X-Job-UUID", "123"));
        RawAnswer first = await client.PostAsync("v1/zones", """{"params":{"name":"z"}}""", ("X-Job-UUID", Job));
        RawAnswer again = await client.PostAsync("v1/zones", """{"params":{"name":"z"}}""", ("X-Job-UUID", Job));
        RawAnswer query = await client.GetAsync("v1/zones", ("X-Job-UUID", "123"));
        RawAnswer timeout = await client.PostAsync("v1/zones", """{"params":{"name":"z"}}""", ("X-API-Timeout", "1m"));

        Assert.Equal(400, tooShort.Status);
        Assert.Equal(202, first.Status);
        Assert.Equal((400, $"Duplicate job uuid[{Job}]"), (again.Status, again.Text));
        Assert.Equal(200, query.Status);
        Assert.Equal(500, timeout.Status);
    }

    [Fact]
    public async Task A_job_is_readable_only_with_GET_and_expires_after_three_hours()
    {
        var time = new FakeTimeProvider();
        await using ZStackSimulator zstack = await Simulators.StartAsync(time);
        using RawClient client = await new RawClient(zstack).LogInAsync();
        await client.PostAsync("v1/zones", """{"params":{"name":"z"}}""", ("X-Job-UUID", Job));

        RawAnswer deleted = await client.DeleteAsync("v1/api-jobs/" + Job);
        time.Advance(TimeSpan.FromSeconds(10_700));
        RawAnswer known = await client.GetAsync("v1/api-jobs/" + Job);
        time.Advance(TimeSpan.FromSeconds(4_000));
        RawAnswer forgotten = await client.GetAsync("v1/api-jobs/" + Job);

        Assert.Equal(405, deleted.Status);
        Assert.Equal(200, known.Status);
        Assert.Equal((404, "the job has been expired"), (forgotten.Status, forgotten.Text));
    }

    [Fact]
    public async Task The_number_of_ended_jobs_is_limited_even_while_an_older_job_runs()
    {
        var time = new FakeTimeProvider();
        await using ZStackSimulator zstack = await Simulators.StartAsync(time, static options => options.JobLimit = 2);
        zstack.SetJobDelay("CreateVmInstance", TimeSpan.FromHours(2));
        using RawClient client = await new RawClient(zstack).LogInAsync();
        await client.PostAsync("v1/vm-instances", """{"params":{"name":"slow"}}""", ("X-Job-UUID", Job));

        for (int i = 5; i <= 8; i++)
            await client.PostAsync("v1/zones", """{"params":{"name":"z"}}""", ("X-Job-UUID", $"{i}{Job[1..]}"));

        int[] statuses = [await StatusAsync(Job), await StatusAsync("5" + Job[1..]), await StatusAsync("6" + Job[1..]), await StatusAsync("7" + Job[1..]), await StatusAsync("8" + Job[1..])];
        Assert.Equal([202, 404, 404, 200, 200], statuses);

        async Task<int> StatusAsync(string job) => (await client.GetAsync("v1/api-jobs/" + job)).Status;
    }

    [Fact]
    public async Task A_header_of_the_poll_requests_the_schema()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();
        await client.PostAsync("v1/vm-instances", """{"params":{"name":"v"}}""", ("X-Job-UUID", Job), ("X-JSON-Schema", "true"));

        RawAnswer plain = await client.GetAsync("v1/api-jobs/" + Job);
        RawAnswer withSchema = await client.GetAsync("v1/api-jobs/" + Job, ("X-JSON-Schema", "true"));

        Assert.False(plain.Json.ContainsKey("schema"));
        JsonObject schema = Assert.IsType<JsonObject>(withSchema.Json["schema"]);
        Assert.Equal("org.zstack.header.vm.VmInstanceInventory", (string)schema["inventory"]!);
        Assert.Equal("org.zstack.header.vm.VmNicInventory", (string)schema["inventory.vmNics[0]"]!);
        Assert.Equal("org.zstack.header.network.l3.UsedIpInventory", (string)schema["inventory.vmNics[0].usedIps[0]"]!);
    }

    [Fact]
    public async Task A_dry_run_succeeds_and_changes_nothing()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();

        RawAnswer answer = await client.RunAsync("POST", "v1/zones", """{"params":{"name":"dry"},"systemTags":["validationOnly"]}""");
        RawAnswer query = await client.GetAsync("v1/zones?q=name=dry");

        Assert.Equal((200, "{}"), (answer.Status, answer.Text));
        Assert.Equal([], query.Json["inventories"]!.AsArray());
    }

    [Theory]
    [InlineData(false, "true")]
    [InlineData(true, "false")]
    public async Task A_web_hook_receives_the_poll_result_until_it_acknowledges_it(bool fails, string success)
    {
        var received = new TaskCompletionSource<(string Body, string Job, string Success)>();
        int attempts = 0;
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        await using WebApplication receiver = builder.Build();
        receiver.Run(async context =>
        {
            if (++attempts == 1)
            {
                context.Response.StatusCode = 500;
                return;
            }

            using var reader = new System.IO.StreamReader(context.Request.Body);
            received.SetResult((await reader.ReadToEndAsync(context.RequestAborted), context.Request.Headers["X-Job-UUID"].ToString(), context.Request.Headers["X-Job-Success"].ToString()));
        });
        await receiver.StartAsync(TestContext.Current.CancellationToken);
        string hook = receiver.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/hook";
        var time = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.Zero };
        await using ZStackSimulator zstack = await Simulators.StartAsync(time);
        using RawClient client = await new RawClient(zstack).LogInAsync();
        if (fails)
            zstack.FailNext("CreateZone", new SimulatedError("SYS.1006", "no"));

        await client.PostAsync("v1/zones", """{"params":{"name":"z"}}""", ("X-Job-UUID", Job), ("X-Web-Hook", hook));
        while (!received.Task.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(2)); // the pause before the next attempt
            await Task.WhenAny(received.Task, Task.Delay(20, TestContext.Current.CancellationToken));
        }

        (string body, string job, string succeeded) = await received.Task;
        Assert.Equal((Job, success, 2), (job, succeeded, attempts));
        Assert.Equal((await client.GetAsync("v1/api-jobs/" + Job)).Text, body);
    }

    [Fact]
    public async Task A_custom_handler_that_throws_fails_only_its_call()
    {
        var time = new FakeTimeProvider();
        await using ZStackSimulator zstack = await Simulators.StartAsync(time, static options => options.JobDelay = TimeSpan.FromSeconds(1));
        zstack.OnCall("CreateZone", static _ => throw new InvalidOperationException("my own fault"));
        zstack.OnCall("QueryImage", static _ => throw new InvalidOperationException("my own fault"));
        using RawClient client = await new RawClient(zstack).LogInAsync();

        await client.PostAsync("v1/zones", """{"params":{"name":"z"}}""", ("X-Job-UUID", Job));
        time.Advance(TimeSpan.FromSeconds(1)); // the job ends on the timer
        RawAnswer job = await client.GetAsync("v1/api-jobs/" + Job);
        RawAnswer query = await client.GetAsync("v1/images");

        Assert.Equal((503, "SYS.1000"), (job.Status, job.ErrorCode));
        Assert.Contains("my own fault", (string)job.Json["error"]!["details"]!, StringComparison.Ordinal);
        Assert.Equal((500, "InvalidOperationException: my own fault"), (query.Status, query.Text));
    }

    [Fact]
    public async Task A_custom_handler_replaces_the_simulators_response()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        var names = new List<string>();
        zstack.OnCall("CreateZone", call =>
        {
            names.Add(call.Text("name")!);
            return SimulatedResponse.Success(new JsonObject { ["inventory"] = new JsonObject { ["name"] = "mine" } });
        });
        using RawClient client = await new RawClient(zstack).LogInAsync();

        RawAnswer answer = await client.RunAsync("POST", "v1/zones", """{"params":{"name":"theirs"}}""");

        Assert.Equal("""{"inventory":{"name":"mine"}}""", answer.Text);
        Assert.Equal(["theirs"], names);
        ArgumentException unknown = Assert.Throws<ArgumentException>(() => zstack.OnCall("CreateZoon", static _ => SimulatedResponse.Success()));
        Assert.Contains("CreateZoon", unknown.Message, StringComparison.Ordinal);
    }
}
