using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStack.Tests.Model;
using ZStack.Tests.Peers;

namespace ZStack.Tests.Jobs;

public class JobTests
{
    private const string Done = """{"inventory":{"uuid":"u"}}""";

    [Fact]
    public async Task A_call_polls_its_job_at_the_configured_address_and_not_at_the_location()
    {
        var server = Running(3, () => StubServer.Json(200, Done));
        await using var client = server.Client(o => o.BaseAddress = "https://cloud.example/ctx/path/");
        var result = await server.Pass(client.CallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken));
        Assert.Equal("u", result.ZoneUuid);
        string id = server.Calls.First().JobId!;
        Assert.Equal(
            ["https://cloud.example/ctx/path/v1/zones", .. Enumerable.Repeat("https://cloud.example/ctx/path/v1/api-jobs/" + id, 4)],
            server.Calls.Where(r => true).Select(r => r.Url.AbsoluteUri));
        Assert.All(server.Calls.Skip(1), r =>
        {
            Assert.Equal("GET", r.Method);
            Assert.Equal("true", r.Headers["X-JSON-Schema"]);
            Assert.Equal("OAuth session-number-1", r.Authorization);
            Assert.Null(r.JobId);
        });
    }

    [Fact]
    public async Task The_job_id_comes_from_the_location_if_the_server_chose_another()
    {
        var server = new StubServer();
        server.Answer = r => r.Method == "POST" ? StubServer.Accepted("abcdef0123") : StubServer.Json(200, Done);
        await using var client = server.Client();
        var ct = TestContext.Current.CancellationToken;
        var job = await client.StartAsync(new CreateZoneAction { Name = "z" }, ct);
        Assert.Equal("abcdef0123", job.Id);
        Assert.Equal(TimeSpan.FromMinutes(30), job.Timeout);
        Assert.Equal("CreateZone", job.ApiName);
        Assert.Equal("CreateZone [job abcdef0123]", job.ToString());
    }

    [Theory]
    [InlineData("""{"location":"http://evil.example/zstack/v1/api-jobs/../../x"}""")]
    [InlineData("""{"location":"http://h/other"}""")]
    [InlineData("""{"location":"http://h/v1/api-jobs/"}""")]
    [InlineData("{}")]
    [InlineData("")]
    // Cut off, also within the id of the job.
    [InlineData("{")]
    [InlineData("""{"location":"http://h/zstack/v1/api-jobs/abcdef""")]
    [InlineData("""{"location":"http://h/zstack/v1/api-jobs/abcdef0123","apiTimeout":18""")]
    public async Task A_location_without_a_job_keeps_the_id_that_was_sent(string accepted)
    {
        var server = new StubServer { Answer = _ => StubServer.Text(202, accepted) };
        await using var client = server.Client();
        var job = await client.StartAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken);
        Assert.Equal(server.Calls.Single().JobId, job.Id);
        Assert.Null(job.Timeout);
    }

    [Fact]
    public async Task A_202_for_a_read_without_a_job_is_a_protocol_fault()
    {
        var server = new StubServer { Answer = _ => StubServer.Text(202, "{}") };
        await using var client = server.Client();
        await Assert.ThrowsAsync<ZStackProtocolException>(() => client.CallAsync(new QueryVmInstanceAction(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_failed_job_has_its_error_and_id()
    {
        var server = Running(1, () => StubServer.Error("SYS.1007", "name is too long"));
        await using var client = server.Client();
        var e = await Assert.ThrowsAsync<ZStackInvalidParameterException>(() => server.Pass(client.CallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken)));
        string id = server.Calls.First().JobId!;
        Assert.Equal(id, e.JobId);
        Assert.Equal($"CreateZone (POST /v1/zones at http://mn.example:8080) failed: SYS.1007: name is too long [job {id}]", e.Message);
        var result = await server.Pass(client.TryCallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken));
        Assert.Equal("SYS.1007", result.Error!.Code);
        Assert.NotNull(result.JobId);
    }

    [Fact]
    public async Task An_api_with_an_immediate_response_returns_a_completed_job()
    {
        var server = new StubServer { Answer = _ => StubServer.Json(200, """{"version":"5.2.1","success":true}""") };
        await using var client = server.Client();
        var ct = TestContext.Current.CancellationToken;
        var job = await client.StartAsync(new GetVersionAction(), ct);
        Assert.True(job.IsCompleted);
        Assert.Equal("5.2.1", (await job.WaitAsync(ct)).Version);
        Assert.Equal(ZStackJobPhase.Succeeded, (await job.GetStateAsync(ct)).Phase);
        Assert.Empty(await job.GetProgressAsync(ct));
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task A_job_is_resumed_by_its_id_without_a_login()
    {
        var server = Running(2, () => StubServer.Json(200, Done));
        await using var client = server.Client();
        var ct = TestContext.Current.CancellationToken;
        string id = Guid.NewGuid().ToString("N");
        var job = client.ResumeJob<ZoneResult>(id);
        Assert.Empty(server.Requests);
        Assert.Null(job.ApiName);
        Assert.Equal("u", (await server.Pass(job.WaitAsync(ct))).ZoneUuid);
        Assert.Equal(0, server.Logins);
        Assert.Equal("/zstack/v1/api-jobs/" + id, server.Requests.First().Url.AbsolutePath);
        int asked = server.Requests.Count;
        Assert.Same(await job.WaitAsync(ct), await job.WaitAsync(ct));
        Assert.Equal(asked, server.Requests.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../x")]
    [InlineData("a b")]
    public async Task An_invalid_job_id_is_refused(string id)
    {
        await using var client = new StubServer().Client();
        Assert.Throws<ArgumentException>(() => client.ResumeJob<ZoneResult>(id));
    }

    [Fact]
    public async Task An_unknown_job_has_its_own_exception()
    {
        var server = new StubServer { Answer = _ => StubServer.Text(404, "the job has been expired") };
        await using var client = server.Client();
        var e = await Assert.ThrowsAsync<ZStackJobExpiredException>(() => client.ResumeJob<ZoneResult>("abc").WaitAsync(TestContext.Current.CancellationToken));
        Assert.Equal("abc", e.JobId);
        Assert.Contains("does not know job abc", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Polling_intervals_grow_with_jitter_up_to_the_maximum()
    {
        var server = new StubServer();
        var times = new List<DateTimeOffset>();
        server.Answer = r =>
        {
            times.Add(server.Clock.GetUtcNow());
            return r.Method == "POST" ? StubServer.Accepted(r.JobId) : times.Count > 15 ? StubServer.Json(200, Done) : StubServer.Json(202, "{}");
        };
        await using var client = server.Client(o => { o.PollInterval = TimeSpan.FromSeconds(1); o.MaxPollInterval = TimeSpan.FromSeconds(10); });
        await server.Pass(client.CallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken), TimeSpan.FromMilliseconds(10));
        var pauses = times.Zip(times.Skip(1), (a, b) => (b - a).TotalSeconds).ToList();
        double expected = 1;
        foreach (double pause in pauses)
        {
            Assert.InRange(pause, (expected * 0.8) - 0.001, (expected * 1.2) + 0.02);
            expected = Math.Min(expected * 1.5, 10);
        }

        Assert.True(pauses.Skip(8).Distinct().Count() > 1, "no jitter");
    }

    [Fact]
    public async Task The_timeout_of_the_server_is_the_deadline()
    {
        var server = new StubServer();
        server.Answer = r => r.Method == "POST" ? StubServer.Accepted(r.JobId, "600000") : StubServer.Json(202, "{}");
        await using var client = server.Client();
        var begin = server.Clock.GetUtcNow();
        var e = await Assert.ThrowsAsync<ZStackJobTimeoutException>(() => server.Pass(client.CallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken)));
        Assert.InRange((server.Clock.GetUtcNow() - begin).TotalSeconds, 660, 662);
        Assert.Equal(TimeSpan.FromSeconds(660), e.Timeout);
        Assert.Equal(server.Calls.First().JobId, e.JobId);
        Assert.Contains("did not complete within 660 s. It may continue on the server", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_timeout_of_the_client_takes_precedence_over_that_of_the_server()
    {
        var server = Running(int.MaxValue, () => StubServer.Json(200, Done));
        server.Clock.Horizon = TimeSpan.FromSeconds(10);
        await using var client = server.Client(o => o.JobTimeout = TimeSpan.FromSeconds(30));
        var e = await Assert.ThrowsAsync<ZStackJobTimeoutException>(() => server.Pass(client.CallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken)));
        Assert.Equal(TimeSpan.FromSeconds(30), e.Timeout);
    }

    [Fact]
    public async Task A_job_that_ends_at_the_deadline_is_still_completed()
    {
        var server = new StubServer();
        var begin = server.Clock.GetUtcNow();
        server.Answer = r => r.Method == "POST" ? StubServer.Accepted(r.JobId) : server.Clock.GetUtcNow() - begin >= TimeSpan.FromSeconds(30) ? StubServer.Json(200, Done) : StubServer.Json(202, "{}");
        server.Clock.Horizon = TimeSpan.FromSeconds(25);
        await using var client = server.Client(o => { o.JobTimeout = TimeSpan.FromSeconds(30); o.PollInterval = o.MaxPollInterval = TimeSpan.FromSeconds(20); });
        Assert.Equal("u", (await server.Pass(client.CallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken))).ZoneUuid);
        Assert.InRange((server.Clock.GetUtcNow() - begin).TotalSeconds, 30, 30.6);
    }

    [Theory]
    [InlineData("99999999999999999")]
    [InlineData("9223372036854775807")]
    public async Task An_extremely_long_timeout_is_harmless(string timeout)
    {
        var server = new StubServer();
        server.Answer = r => r.Method == "POST" ? StubServer.Accepted(r.JobId, timeout) : StubServer.Json(200, Done);
        await using var client = server.Client();
        await server.Pass(client.CallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Canceling_a_wait_throws_and_states_that_the_job_continues()
    {
        var server = Running(int.MaxValue, () => StubServer.Json(200, Done));
        await using var client = server.Client();
        using var cancel = new CancellationTokenSource();
        var call = client.CallAsync(new CreateZoneAction { Name = "z" }, cancel.Token);
        await server.Until(() => server.Calls.Count() >= 3);

        await cancel.CancelAsync();
        var e = await Assert.ThrowsAsync<ZStackCanceledException>(() => call);
        Assert.Equal(cancel.Token, e.CancellationToken);
        Assert.Equal(server.Calls.First().JobId, e.JobId);
        Assert.Equal("CreateZone", e.Api);
        Assert.Contains("The job continues on the server [job " + e.JobId + "]", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Canceling_while_the_call_is_sent_states_that_the_server_may_have_accepted_it()
    {
        using var cancel = new CancellationTokenSource();
        var server = new StubServer();
        server.AnswerAsync = async (_, ct) =>
        {
            await cancel.CancelAsync();
            await Task.Delay(Timeout.Infinite, ct);
            return null!;
        };
        await using var client = server.Client(o => o.LogOutOnDispose = false);
        var e = await Assert.ThrowsAsync<ZStackCanceledException>(() => client.CallAsync(new CreateZoneAction { Name = "z" }, cancel.Token));
        Assert.Equal(server.Calls.First().JobId, e.JobId);
        Assert.Contains("The server may have accepted it", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task States_show_the_progress_of_a_job_with_its_steps()
    {
        var server = WithProgress(2);
        await using var client = server.Client();
        var ct = TestContext.Current.CancellationToken;
        var job = await client.StartAsync(new CreateZoneAction { Name = "z" }, ct);
        var states = new List<ZStackJobState>();
        await server.Pass(Task.Run(async () =>
        {
            await foreach (var state in job.GetStatesAsync(ct))
                states.Add(state);
        }, ct));
        Assert.Equal([ZStackJobPhase.Running, ZStackJobPhase.Running, ZStackJobPhase.Succeeded], states.Select(s => s.Phase));
        Assert.Equal([40, 40, null], states.Select(s => s.Percent));
        Assert.Equal("Running 40% (copy)", states[0].ToString());
        Assert.Equal("allocate", states[0].Tasks[0].TaskName);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1700000000000), states[0].Tasks[0].Time);
        Assert.Equal("sub", states[0].Tasks[0].SubTasks.Single().TaskName);
        Assert.Equal([1, 2, 3], states.Select(s => s.Polls));
        Assert.Contains(server.Lines, l => l == $"GET /zstack/v1/task-progresses/{job.Id}?all=true");
    }

    [Fact]
    public async Task Waiting_reports_progress_and_works_without_it()
    {
        var seen = new List<ZStackJobState>();
        var server = WithProgress(2);
        await using (var client = server.Client())
        {
            var job = await client.StartAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken);
            await server.Pass(job.WaitAsync(new Sink(seen), TestContext.Current.CancellationToken));
        }

        Assert.Equal(3, seen.Count);
        Assert.Equal(40, seen[0].Percent);

        seen.Clear();
        server = WithProgress(3, () => StubServer.Error("ID.1002"));
        await using (var client = server.Client())
        {
            var job = await client.StartAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken);
            await server.Pass(job.WaitAsync(new Sink(seen), TestContext.Current.CancellationToken));
        }

        Assert.Equal(4, seen.Count);
        Assert.Single(server.Calls, r => r.Url.AbsolutePath.Contains("task-progresses", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(500, "<html>away</html>", true)]
    [InlineData(404, "<html>starting</html>", true)]
    [InlineData(503, """{"error":{"code":"SYS.1010","details":"not ready"}}""", true)]
    [InlineData(404, "no api mapping to /v1/task-progresses", false)]
    [InlineData(503, """{"error":{"code":"ID.1000","details":"wrong password"}}""", false)]
    public async Task Progress_is_requested_again_after_a_temporary_failure_only(int status, string text, bool isTemporary)
    {
        var seen = new List<ZStackJobState>();
        int asked = 0;
        var server = WithProgress(3, () => Interlocked.Increment(ref asked) == 1 ? StubServer.Text(status, text) : StubServer.Json(200, """{"inventories":[{"taskName":"copy","type":"Progress","content":"40"}]}"""));
        await using var client = server.Client();
        await server.Pass(client.ResumeJob<ZoneResult>("a-job").WaitAsync(new Sink(seen), TestContext.Current.CancellationToken));
        Assert.Equal(isTemporary ? [null, 40, 40, null] : new int?[] { null, null, null, null }, seen.Select(s => s.Percent is { } percent ? (int?)(int)percent : null));
        Assert.Equal(isTemporary ? 3 : 1, asked);
    }

    [Fact]
    public async Task Canceling_during_a_progress_request_names_the_job()
    {
        using var cancel = new CancellationTokenSource();
        var server = new StubServer();
        server.AnswerAsync = async (r, ct) =>
        {
            if (r.Method == "POST")
                return StubServer.Accepted(r.JobId);
            if (!r.Url.AbsolutePath.Contains("task-progresses", StringComparison.Ordinal))
                return StubServer.Json(202, "{}");
            await cancel.CancelAsync();
            await Task.Delay(Timeout.Infinite, ct);
            return null!;
        };
        await using var client = server.Client(o => o.LogOutOnDispose = false);
        var job = await client.StartAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken);
        var e = await Assert.ThrowsAsync<ZStackCanceledException>(() => job.WaitAsync(new Sink([]), cancel.Token));
        Assert.Equal(job.Id, e.JobId);
        Assert.Equal("CreateZone", e.Api);
        Assert.Contains("The job continues on the server", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_job_is_a_state_and_then_an_exception()
    {
        var server = Running(0, () => StubServer.Error("SYS.1003"));
        await using var client = server.Client();
        var ct = TestContext.Current.CancellationToken;
        var job = await client.StartAsync(new CreateZoneAction { Name = "z" }, ct);
        var state = await job.GetStateAsync(ct);
        Assert.Equal(ZStackJobPhase.Failed, state.Phase);
        Assert.Equal("SYS.1003", state.Error!.Code);
        await Assert.ThrowsAsync<ZStackNotFoundException>(() => job.WaitAsync(ct));
        Assert.False((await job.TryWaitAsync(ct)).IsSuccess);
    }

    [Fact]
    public async Task A_thousand_jobs_can_be_awaited_concurrently()
    {
        int polls = 0;
        var server = new StubServer();
        server.AnswerAsync = (r, _) => Task.FromResult(
            r.Method == "POST" ? StubServer.Accepted(r.JobId) : Interlocked.Increment(ref polls) > 3000 ? StubServer.Json(200, Done) : StubServer.Json(202, "{}"));
        await using var client = server.Client();
        await client.LogInAsync(TestContext.Current.CancellationToken);
        int before = ThreadPool.ThreadCount;
        var calls = Enumerable.Range(0, 1000).Select(i => client.CallAsync(new CreateZoneAction { Name = "z" + i }, TestContext.Current.CancellationToken)).ToList();
        await server.Pass(Task.WhenAll(calls));
        Assert.All(calls, c => Assert.Equal("u", c.Result.ZoneUuid));
        Assert.InRange(ThreadPool.ThreadCount, 0, before + 100);
    }

    // A server whose job runs for the given number of polls.
    private static StubServer Running(int looks, Func<HttpResponseMessage> end)
    {
        var server = new StubServer();
        int seen = 0;
        server.Answer = r => r.Method == "POST" ? Begin(r) : seen++ < looks ? StubServer.Json(202, "{}") : end();
        return server;

        HttpResponseMessage Begin(Request r)
        {
            seen = 0;
            return StubServer.Accepted(r.JobId);
        }
    }

    private static StubServer WithProgress(int looks, Func<HttpResponseMessage>? progress = null)
    {
        var server = new StubServer();
        int seen = 0;
        server.Answer = r => r.Method == "POST" ? StubServer.Accepted(r.JobId)
            : r.Url.AbsolutePath.Contains("task-progresses", StringComparison.Ordinal)
                ? progress?.Invoke() ?? StubServer.Json(200, """{"inventories":[{"taskName":"allocate","type":"Task","content":"allocating","time":1700000000000,"subTasks":[{"taskName":"sub"}]},{"taskName":"copy","type":"Progress","content":"40"}]}""")
            : seen++ < looks ? StubServer.Json(202, "{}") : StubServer.Json(200, Done);
        return server;
    }

    private sealed class Sink(List<ZStackJobState> seen) : IProgress<ZStackJobState>
    {
        public void Report(ZStackJobState value) => seen.Add(value);
    }
}
