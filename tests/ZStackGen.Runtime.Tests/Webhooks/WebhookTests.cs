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

// Where a test lets no virtual time pass, only a callback can have ended the wait.
public sealed partial class WebhookTests : IDisposable
{
    private const string Address = "https://app.example/zstack/webhook?token=t0ken";
    private const string Done = """{"inventory":{"uuid":"u"}}""";

    private readonly ZStackWebhookReceiver _receiver = new();
    private readonly StubServer _server = new();
    private readonly ConcurrentDictionary<string, int> _polls = new();

    public WebhookTests() => _server.Answer = r => r.Method == "GET" ? Poll(r) : StubServer.Accepted(r.JobId);

    public void Dispose() => _server.Dispose();

    // How a job stands; it runs until a test says otherwise.
    private Func<string, HttpResponseMessage> Job { get; set; } = _ => StubServer.Json(202, "{}");

    private int Polls => _polls.Values.Sum();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_asynchronous_calls_ask_to_be_called_back()
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
    public async Task A_callback_that_comes_before_the_202_counts()
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
    public async Task A_callback_that_comes_before_anybody_waits_counts()
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
    public async Task A_callback_that_comes_while_the_client_looks_is_not_lost()
    {
        await using var client = Client();
        var job = await client.StartAsync(new CreateZoneAction { Name = "z" }, Stop);
        bool told = false;
        _server.AnswerAsync = async (r, _) =>
        {
            if (told)
                return StubServer.Json(200, Done);
            // The answer "running" is already under way when the job ends.
            told = true;
            await CallBackAsync(job.Id);
            return StubServer.Json(202, "{}");
        };
        Assert.Equal("u", (await InTime(job.WaitAsync(Stop))).ZoneUuid);
    }

    [Fact]
    public async Task What_the_poll_answers_is_the_result_and_not_what_the_callback_says()
    {
        await using var client = Client();
        Job = _ => StubServer.Error("SYS.1007", "no");
        var job = await client.StartAsync(new CreateZoneAction { Name = "z" }, Stop);
        await CallBackAsync(job.Id, "true", body: """{"inventory":{"uuid":"forged"}}""");
        await Assert.ThrowsAsync<ZStackInvalidParameterException>(() => InTime(job.WaitAsync(Stop)));
        Assert.True(job.Callback!.Success);
    }

    [Fact]
    public async Task After_a_callback_that_is_not_true_yet_the_job_is_polled_as_without_webhooks()
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
    public async Task The_true_callback_after_a_forged_one_wakes_too()
    {
        await using var client = Client(o => { o.PollInterval = TimeSpan.FromSeconds(1); o.MaxPollInterval = TimeSpan.FromSeconds(50); });
        var call = client.CallAsync(new CreateZoneAction { Name = "z" }, Stop);
        string id = await SubmittedAsync();
        await CallBackAsync(id);
        // Until the pauses have grown long.
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
        await CallBackAsync(id);
        await _server.Pass(call, TimeSpan.FromMilliseconds(100));
        Assert.InRange((_server.Clock.GetUtcNow() - begin).TotalSeconds, 0, 1.5);
    }

    [Fact]
    public async Task A_flood_of_callbacks_does_not_make_the_client_poll_faster_than_without()
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
            await Task.Yield();
        }

        // At most one a second. On a busy machine virtual time runs on while a woken client is not yet at work, so there may be fewer.
        Assert.InRange(Polls, 3, 21);
        await stop.CancelAsync();
        await Assert.ThrowsAsync<ZStackCanceledException>(() => call);
        Assert.Equal(0, _receiver.AwaitedJobs);
    }

    [Fact]
    public async Task A_repeated_callback_is_taken_during_the_wait_and_after_it()
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
    public async Task Without_a_callback_the_job_is_polled_slowly_to_its_end()
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
    public async Task The_deadline_holds_with_webhooks_too()
    {
        await using var client = Client(o => o.JobTimeout = TimeSpan.FromSeconds(50));
        var begin = _server.Clock.GetUtcNow();
        await Assert.ThrowsAsync<ZStackJobTimeoutException>(() => _server.Pass(client.CallAsync(new CreateZoneAction { Name = "z" }, Stop)));
        Assert.InRange((_server.Clock.GetUtcNow() - begin).TotalSeconds, 50, 51);
        Assert.Equal(0, _receiver.AwaitedJobs);
    }

    [Fact]
    public async Task A_job_resumed_from_elsewhere_is_polled_as_usual_and_woken_by_a_callback()
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
    public async Task A_job_to_which_the_server_gave_another_id_is_woken_by_that()
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
    public async Task However_a_call_ends_nothing_of_it_is_waited_for_any_more(string how)
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
        // A job that was never accepted is not remembered either.
        if (how is "refused" or "refused as text" or "unreachable")
            Assert.Equal(404, (await CallBackAsync(_server.Calls.Last(r => r.Method == "POST").JobId!)).StatusCode);
    }

    // Real threads, no clock: one lost wake-up, and a job would wait for an hour.
    [Fact]
    public async Task Of_many_callbacks_at_any_moment_none_is_lost()
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
    public void A_wrong_address_is_refused(string? address, bool receiver, string message)
    {
        var options = _server.Options(o => { o.WebhookAddress = address; o.WebhookReceiver = receiver ? _receiver : null; });
        Assert.Contains(message, Assert.Throws<ArgumentException>(options.Validate).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_callers_own_webhook_header_is_refused_beside_the_clients_and_sent_without()
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

    // Somebody waits by the clock.
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
