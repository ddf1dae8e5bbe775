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

// In tests in which no virtual time passes, only a callback can have ended the wait.
public sealed partial class WebhookTests : IDisposable
{
    private const string Address = "https://app.example/zstack/webhook?token=t0ken";
    private const string Done = """{"inventory":{"uuid":"u"}}""";

    private readonly ZStackWebhookReceiver _receiver = new();
    private readonly StubServer _server = new();
    private readonly ConcurrentDictionary<string, int> _polls = new();

    public WebhookTests() => _server.Answer = r => r.Method == "GET" ? Poll(r) : StubServer.Accepted(r.JobId);

    public void Dispose() => _server.Dispose();

    // The state of a job. It runs until a test changes that.
    private Func<string, HttpResponseMessage> Job { get; set; } = _ => StubServer.Json(202, "{}");

    private int Polls => _polls.Values.Sum();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_asynchronous_calls_request_a_callback()
    {
        await using var client = Client();
        Job = _ => StubServer.Json(200, Done);
        var job = await client.StartAsync(new CreateZoneAction { Name = "z" }, Stop);
        await job.WaitAsync(Stop);
        _server.Answer = _ => StubServer.Json(200, "{}");
        await client.CallAsync(new GetVersionAction(), Stop);
        await client.CallAsync(new QueryVmInstanceAction(), Stop);
        Assert.Equal(Address, _server.Calls.First().Headers["X-Web-Hook"]);
        Assert.All(_server.Requests.Where(r => r.Method != "POST"), r => Assert.DoesNotContain("X-Web-Hook", r.Headers.Keys));
    }

    [Fact]
    public async Task A_callback_ends_the_wait_without_waiting_for_the_next_poll()
    {
        await using var client = Client();
        var call = client.CallAsync(new CreateZoneAction { Name = "z" }, Stop);
        string id = await SubmittedAsync();
        await AwaitedAsync();
        Job = _ => StubServer.Json(200, Done);
        Assert.Equal(204, (await CallBackAsync(id)).StatusCode);
        Assert.Equal("u", (await InTime(call)).ZoneUuid);
        Assert.Equal(1, Polls);
        Assert.Equal(0, _receiver.AwaitedJobs);
    }

    [Fact]
    public async Task A_callback_before_the_202_counts()
    {
        await using var client = Client();
        Job = _ => StubServer.Json(200, Done);
        _server.AnswerAsync = async (r, _) =>
        {
            if (r.Method == "GET")
                return Poll(r);
            Assert.Equal(204, (await CallBackAsync(r.JobId!)).StatusCode);
            return StubServer.Accepted(r.JobId);
        };
        Assert.Equal("u", (await InTime(client.CallAsync(new CreateZoneAction { Name = "z" }, Stop))).ZoneUuid);
        Assert.Equal(1, Polls);
    }

    [Fact]
    public async Task A_callback_before_the_wait_counts()
    {
        await using var client = Client();
        var job = await client.StartAsync(new CreateZoneAction { Name = "z" }, Stop);
        Assert.Null(job.Callback);
        var result = await CallBackAsync(job.Id, "false", "PARTIAL");
        Assert.Equal(204, result.StatusCode);
        Job = _ => StubServer.Json(200, Done);
        Assert.Equal("u", (await InTime(job.WaitAsync(Stop))).ZoneUuid);
        Assert.Same(result.Callback, job.Callback);
        Assert.Equal(ZStackBatchOutcome.Partial, job.Callback!.Batch);
        Assert.Equal(1, Polls);
    }

    [Fact]
    public async Task A_callback_during_a_poll_is_not_lost()
    {
        await using var client = Client();
        var job = await client.StartAsync(new CreateZoneAction { Name = "z" }, Stop);
        bool told = false;
        _server.AnswerAsync = async (r, _) =>
        {
            if (told)
                return StubServer.Json(200, Done);
            // The response "running" is already on its way when the job ends.
            told = true;
            await CallBackAsync(job.Id);
            return StubServer.Json(202, "{}");
        };
        Assert.Equal("u", (await InTime(job.WaitAsync(Stop))).ZoneUuid);
    }

    [Fact]
    public async Task The_result_comes_from_the_poll_and_not_from_the_callback()
    {
        await using var client = Client();
        Job = _ => StubServer.Error("SYS.1007", "no");
        var job = await client.StartAsync(new CreateZoneAction { Name = "z" }, Stop);
        await CallBackAsync(job.Id, "true", body: """{"inventory":{"uuid":"forged"}}""");
        await Assert.ThrowsAsync<ZStackInvalidParameterException>(() => InTime(job.WaitAsync(Stop)));
        Assert.True(job.Callback!.Success);
    }

    [Fact]
    public async Task After_a_premature_callback_the_job_is_polled_as_without_webhooks()
    {
        await using var client = Client(o => { o.PollInterval = TimeSpan.FromSeconds(1); o.MaxPollInterval = TimeSpan.FromSeconds(2); });
        var call = client.CallAsync(new CreateZoneAction { Name = "z" }, Stop);
        string id = await SubmittedAsync();
        var times = new List<DateTimeOffset>();
        Job = _ =>
        {
            times.Add(_server.Clock.GetUtcNow());
            return times.Count < 5 ? StubServer.Json(202, "{}") : StubServer.Json(200, Done);
        };
        await CallBackAsync(id);
        await _server.Pass(call, TimeSpan.FromMilliseconds(10));
        Assert.All(times.Zip(times.Skip(1), (a, b) => (b - a).TotalSeconds), pause => Assert.InRange(pause, 0.8, 2.5));
    }

    [Fact]
    public async Task The_real_callback_after_a_forged_one_triggers_a_poll()
    {
        await using var client = Client(o => { o.PollInterval = TimeSpan.FromSeconds(1); o.MaxPollInterval = TimeSpan.FromSeconds(50); });
        var call = client.CallAsync(new CreateZoneAction { Name = "z" }, Stop);
        string id = await SubmittedAsync();
        await CallBackAsync(id);
        // Until the polling intervals have grown long.
        while (Polls < 12)
        {
            if (_server.Clock.IsAwaited)
                _server.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Job = _ => StubServer.Json(200, Done);
        await AwaitedAsync();
        _server.Clock.Advance(TimeSpan.FromSeconds(1));
        await AwaitedAsync();
        var begin = _server.Clock.GetUtcNow();
        int ended = _server.Clock.EndedPauses;
        await CallBackAsync(id);
        while (_server.Clock.EndedPauses == ended)
            await Task.Delay(1, Stop);
        await _server.Pass(call, TimeSpan.FromMilliseconds(100));
        Assert.InRange((_server.Clock.GetUtcNow() - begin).TotalSeconds, 0, 1.5);
    }

    [Fact]
    public async Task A_flood_of_callbacks_does_not_increase_the_polling_rate()
    {
        await using var client = Client(o => o.PollInterval = TimeSpan.FromSeconds(1));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var begin = _server.Clock.GetUtcNow();
        var call = client.CallAsync(new CreateZoneAction { Name = "z" }, stop.Token);
        string id = await SubmittedAsync();
        while (_server.Clock.GetUtcNow() - begin < TimeSpan.FromSeconds(20))
        {
            Assert.Equal(204, (await CallBackAsync(id)).StatusCode);
            if (_server.Clock.IsAwaited)
                _server.Clock.Advance(TimeSpan.FromMilliseconds(100));
            // Gives a client that a callback has woken the time to run.
            await Task.Delay(1, Stop);
        }

        // At most one poll a second. On a busy machine virtual time advances before a woken client runs, so there may be fewer.
        Assert.InRange(Polls, 1, 21);
        await stop.CancelAsync();
        await Assert.ThrowsAsync<ZStackCanceledException>(() => call);
        Assert.Equal(0, _receiver.AwaitedJobs);
    }

    [Fact]
    public async Task A_repeated_callback_is_acknowledged_during_the_wait_and_after_it()
    {
        await using var client = Client();
        Job = _ => StubServer.Json(200, Done);
        var call = client.CallAsync(new CreateZoneAction { Name = "z" }, Stop);
        string id = await SubmittedAsync();
        Assert.Equal(204, (await CallBackAsync(id)).StatusCode);
        Assert.Equal(204, (await CallBackAsync(id)).StatusCode);
        await InTime(call);
        Assert.Equal(204, (await CallBackAsync(id)).StatusCode);
        Assert.InRange(Polls, 1, 2);
    }

    [Fact]
    public async Task Without_a_callback_the_job_is_polled_at_long_intervals()
    {
        await using var client = Client();
        var times = new List<DateTimeOffset> { _server.Clock.GetUtcNow() };
        Job = _ =>
        {
            times.Add(_server.Clock.GetUtcNow());
            return times.Count < 5 ? StubServer.Json(202, "{}") : StubServer.Json(200, Done);
        };
        await _server.Pass(client.CallAsync(new CreateZoneAction { Name = "z" }, Stop), TimeSpan.FromMilliseconds(100));
        Assert.All(times.Zip(times.Skip(1), (a, b) => (b - a).TotalSeconds), pause => Assert.InRange(pause, 24, 36.2));
        Assert.Equal(5, times.Count);
    }

    [Fact]
    public async Task The_deadline_applies_with_webhooks()
    {
        _server.Clock.Horizon = TimeSpan.FromSeconds(40);
        await using var client = Client(o => o.JobTimeout = TimeSpan.FromSeconds(50));
        var begin = _server.Clock.GetUtcNow();
        await Assert.ThrowsAsync<ZStackJobTimeoutException>(() => _server.Pass(client.CallAsync(new CreateZoneAction { Name = "z" }, Stop)));
        Assert.InRange((_server.Clock.GetUtcNow() - begin).TotalSeconds, 50, 51);
        Assert.Equal(0, _receiver.AwaitedJobs);
    }

    [Fact]
    public async Task A_job_resumed_in_another_process_is_polled_as_usual_and_a_callback_triggers_a_poll()
    {
        await using var client = Client(o => { o.PollInterval = TimeSpan.FromSeconds(1); o.MaxPollInterval = TimeSpan.FromSeconds(1); });
        string id = Guid.NewGuid().ToString("N");
        Assert.Equal(404, (await CallBackAsync(id)).StatusCode);
        var begin = _server.Clock.GetUtcNow();
        var wait = client.ResumeJob<ZoneResult>(id).WaitAsync(Stop);
        while (_server.Clock.GetUtcNow() - begin < TimeSpan.FromSeconds(10))
        {
            if (_server.Clock.IsAwaited)
                _server.Clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        Assert.InRange(Polls, 8, 14);
        await AwaitedAsync();
        Job = _ => StubServer.Json(200, Done);
        Assert.Equal(204, (await CallBackAsync(id)).StatusCode);
        Assert.Equal("u", (await InTime(wait)).ZoneUuid);
    }

    [Fact]
    public async Task A_callback_under_the_id_chosen_by_the_server_triggers_a_poll()
    {
        await using var client = Client();
        _server.Answer = r => r.Method == "GET" ? Poll(r) : StubServer.Accepted("abcdef0123");
        var call = client.CallAsync(new CreateZoneAction { Name = "z" }, Stop);
        string sent = await SubmittedAsync();
        await AwaitedAsync();
        Assert.Equal(404, (await CallBackAsync(sent)).StatusCode);
        Job = _ => StubServer.Json(200, Done);
        Assert.Equal(204, (await CallBackAsync("abcdef0123")).StatusCode);
        await InTime(call);
        Assert.Equal(0, _receiver.AwaitedJobs);
    }

    [Theory]
    [InlineData("canceled")]
    [InlineData("failed")]
    [InlineData("expired")]
    [InlineData("refused")]
    [InlineData("refused as text")]
    [InlineData("unreachable")]
    [InlineData("abandoned")]
    [InlineData("states")]
    public async Task No_callback_is_awaited_after_a_call_has_ended_in_any_way(string how)
    {
        await using var client = Client(o => o.MaxRetries = 0);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        Job = how switch
        {
            "failed" => _ => StubServer.Error("SYS.1000"),
            "expired" => _ => StubServer.Text(404, "the job has been expired"),
            _ => Job,
        };
        _server.Answer = r => r.Method == "GET" ? Poll(r) : how switch
        {
            "refused" => StubServer.Error("ID.1002"),
            "refused as text" => StubServer.Text(400, "no"),
            "unreachable" => throw new HttpRequestException("no"),
            _ => StubServer.Accepted(r.JobId),
        };
        if (how is "abandoned" or "states")
        {
            var job = await client.StartAsync(new CreateZoneAction { Name = "z" }, stop.Token);
            if (how == "states")
            {
                await foreach (var state in job.GetStatesAsync(stop.Token))
                {
                    Assert.Equal(1, _receiver.AwaitedJobs);
                    break;
                }
            }
        }
        else
        {
            var call = client.CallAsync(new CreateZoneAction { Name = "z" }, stop.Token);
            if (how == "canceled")
            {
                await SubmittedAsync();
                await AwaitedAsync();
                await stop.CancelAsync();
            }

            await Assert.ThrowsAnyAsync<Exception>(() => _server.Pass(call));
        }

        Assert.Equal(0, _receiver.AwaitedJobs);
        // A job that was never accepted is not remembered.
        if (how is "refused" or "refused as text" or "unreachable")
            Assert.Equal(404, (await CallBackAsync(_server.Calls.Last(r => r.Method == "POST").JobId!)).StatusCode);
    }

    // Real threads and no clock: a single lost wake-up would make a job wait for an hour.
    [Fact]
    public async Task No_callback_is_lost_at_any_time()
    {
        var ended = new ConcurrentDictionary<string, bool>();
        var callbacks = new ConcurrentBag<Task>();
        _server.AnswerAsync = (r, _) =>
        {
            if (r.Method == "GET")
                return Task.FromResult(ended.ContainsKey(r.Url.Segments[^1]) ? StubServer.Json(200, Done) : StubServer.Json(202, "{}"));
            string id = r.JobId!;
            int spins = Random.Shared.Next(2000);
            callbacks.Add(Task.Run(
                async () =>
                {
                    Thread.SpinWait(spins);
                    ended[id] = true;
                    Assert.Equal(204, (await CallBackAsync(id)).StatusCode);
                },
                Stop));
            return Task.FromResult(StubServer.Accepted(id));
        };
        await using var client = Client(o => { o.TimeProvider = TimeProvider.System; o.WebhookPollInterval = TimeSpan.FromHours(1); o.MaxPollInterval = o.PollInterval = TimeSpan.FromHours(1); });
        var calls = Enumerable.Range(0, 500).Select(i => Task.Run(
            async () =>
            {
                if (i % 2 == 0)
                    return await client.CallAsync(new CreateZoneAction { Name = "z" }, Stop);
                var job = await client.StartAsync(new CreateZoneAction { Name = "z" }, Stop);
                return await job.WaitAsync(Stop);
            },
            Stop));
        Assert.All(await InTime(Task.WhenAll(calls)), r => Assert.Equal("u", r.ZoneUuid));
        await InTime(Task.WhenAll(callbacks));
        Assert.Equal(0, _receiver.AwaitedJobs);
    }

    [Theory]
    [InlineData("https://app.example/hook", false, "WebhookReceiver is missing")]
    [InlineData(null, true, "WebhookAddress is missing")]
    [InlineData("app.example/hook", true, "WebhookAddress must be a URL")]
    [InlineData("ftp://app.example/hook", true, "WebhookAddress must be a URL")]
    [InlineData("http://app.example/a\r\nX-Evil: 1", true, "WebhookAddress must be a URL")]
    public void An_invalid_address_is_refused(string? address, bool receiver, string message)
    {
        var options = _server.Options(o => { o.WebhookAddress = address; o.WebhookReceiver = receiver ? _receiver : null; });
        Assert.Contains(message, Assert.Throws<ArgumentException>(options.Validate).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_webhook_header_of_the_caller_conflicts_with_a_receiver_and_is_sent_without_one()
    {
        var options = new ZStackCallOptions { Headers = new Dictionary<string, string> { ["x-web-hook"] = "http://own.example" } };
        await using (var client = Client())
        {
            var e = await Assert.ThrowsAsync<ArgumentException>(() => client.StartAsync(new CreateZoneAction { Name = "z" }, options, Stop));
            Assert.Contains("the client has a WebhookAddress", e.Message, StringComparison.Ordinal);
        }

        await using var plain = _server.Client();
        await plain.StartAsync(new CreateZoneAction { Name = "z" }, options, Stop);
        Assert.Equal("http://own.example", _server.Calls.Last().Headers["X-Web-Hook"]);
    }

    private static Task<T> InTime<T>(Task<T> task) => task.WaitAsync(TimeSpan.FromSeconds(60), Stop);

    private static Task InTime(Task task) => task.WaitAsync(TimeSpan.FromSeconds(60), Stop);

    private ZStackClient Client(Action<ZStackClientOptions>? change = null) => _server.Client(o =>
    {
        o.WebhookAddress = Address;
        o.WebhookReceiver = _receiver;
        change?.Invoke(o);
    });

    private HttpResponseMessage Poll(Request request)
    {
        string id = request.Url.Segments[^1];
        _polls.AddOrUpdate(id, 1, static (_, n) => n + 1);
        return Job(id);
    }

    private async Task<string> SubmittedAsync()
    {
        while (true)
        {
            if (_server.Calls.FirstOrDefault(r => r.Method == "POST") is { } request)
                return request.JobId!;
            await Task.Delay(1, Stop);
        }
    }

    // A wait that depends on the clock.
    private async Task AwaitedAsync()
    {
        while (!_server.Clock.IsAwaited)
            await Task.Delay(1, Stop);
    }

    private async Task<ZStackWebhookResult> CallBackAsync(string? jobId, string? success = "true", string? batch = null, string body = Done)
    {
        var headers = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase) { ["x-job-uuid"] = jobId, ["x-job-success"] = success, ["x-job-batch"] = batch };
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(body));
        return await _receiver.ReceiveAsync(name => headers.GetValueOrDefault(name), stream, Stop);
    }
}
