using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStack.Tests.Model;
using ZStack.Tests.Peers;

namespace ZStack.Tests.Webhooks;

// Which callbacks are remembered, refused and acknowledged.
public sealed partial class WebhookTests
{
    [Fact]
    public async Task Callbacks_of_jobs_without_a_waiter_are_remembered_up_to_a_limit()
    {
        await using var client = Client();
        var ids = new List<string>();
        for (int i = 0; i < 3000; i++)
            ids.Add((await client.StartAsync(new CreateZoneAction { Name = "z" }, Stop)).Id);
        // Nothing refers to the jobs any longer.
        GC.Collect();
        int known = 0;
        foreach (string id in ids)
            if ((await CallBackAsync(id)).StatusCode == 204)
                known++;
        // The last job may still be on the stack.
        Assert.InRange(known, 1024, 1030);
        Assert.Equal(404, (await CallBackAsync(ids[1])).StatusCode);
        Assert.Equal(204, (await CallBackAsync(ids[^1])).StatusCode);
        Assert.Equal(0, _receiver.AwaitedJobs);
    }

    [Fact]
    public async Task A_job_that_the_program_keeps_is_never_evicted()
    {
        await using var client = Client();
        ZStackJob<ZoneResult> kept = await client.StartAsync(new CreateZoneAction { Name = "first" }, Stop);
        for (int i = 0; i < 5000; i++)
            await client.StartAsync(new CreateZoneAction { Name = "z" }, Stop);
        GC.Collect();
        Assert.Equal(204, (await CallBackAsync(kept.Id)).StatusCode);
        Assert.True(kept.Callback!.Success);
    }

    [Fact]
    public async Task A_job_with_a_waiter_is_never_evicted()
    {
        await using var client = Client();
        var call = client.CallAsync(new CreateZoneAction { Name = "first" }, Stop);
        string id = await SubmittedAsync();
        for (int i = 0; i < 2000; i++)
            await client.StartAsync(new CreateZoneAction { Name = "z" }, Stop);
        Job = _ => StubServer.Json(200, Done);
        Assert.Equal(204, (await CallBackAsync(id)).StatusCode);
        await InTime(call);
    }

    [Theory]
    [InlineData(null, 400)]
    [InlineData("", 400)]
    [InlineData("not an id", 400)]
    [InlineData("../../etc", 400)]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789", 400)]
    [InlineData("0123456789abcdef0123456789abcdef", 404)]
    public async Task A_callback_for_an_unknown_job_is_refused(string? id, int status)
    {
        var result = await CallBackAsync(id, "true", "SUCCESS");
        Assert.Equal(status, result.StatusCode);
        Assert.Equal(status == 400, result.Callback is null);
    }

    [Theory]
    [InlineData("true", "SUCCESS", true, ZStackBatchOutcome.Success)]
    [InlineData("false", "FAIL", false, ZStackBatchOutcome.Fail)]
    [InlineData("FALSE", "partial", false, ZStackBatchOutcome.Partial)]
    [InlineData("yes", "SOME", null, null)]
    [InlineData(null, null, null, null)]
    public async Task The_headers_of_a_callback_are_passed_on(string? success, string? batch, bool? expected, ZStackBatchOutcome? outcome)
    {
        var callback = (await CallBackAsync("abc", success, batch)).Callback!;
        Assert.Equal("abc", callback.JobId);
        Assert.Equal(expected, callback.Success);
        Assert.Equal(outcome, callback.Batch);
    }

    [Fact]
    public async Task A_body_that_is_too_long_is_not_read_completely_but_triggers_a_poll()
    {
        await using var client = Client();
        _receiver.MaxBodyBytes = 100_000;
        Job = _ => StubServer.Json(200, Done);
        var call = client.CallAsync(new CreateZoneAction { Name = "z" }, Stop);
        string id = await SubmittedAsync();
        using var body = new MemoryStream(new byte[10_000_000]);
        var result = await _receiver.ReceiveAsync(name => name == "X-Job-UUID" ? id : null, body, Stop);
        Assert.Equal(413, result.StatusCode);
        Assert.InRange(body.Position, 100_000, 200_000);
        await InTime(call);
    }

    [Fact]
    public async Task A_callback_is_acknowledged_before_the_waiter_continues()
    {
        await using var client = Client();
        using var release = new ManualResetEventSlim();
        var job = await client.StartAsync(new CreateZoneAction { Name = "z" }, Stop);
        var wait = job.WaitAsync(Stop);
        await AwaitedAsync();
        Job = _ =>
        {
            release.Wait(TimeSpan.FromSeconds(60));
            return StubServer.Json(200, Done);
        };
        Assert.Equal(204, (await InTime(CallBackAsync(job.Id))).StatusCode);
        Assert.False(wait.IsCompleted);
        release.Set();
        await InTime(wait);
    }
}
