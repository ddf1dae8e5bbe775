using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStack.Tests.Model;
using ZStack.Tests.Peers;

namespace ZStack.Tests.Client;

public sealed class FailoverTests : IDisposable
{
    private const string Done = """{"inventory":{"uuid":"u"}}""";

    private readonly StubServer _server = new();
    private readonly Dictionary<string, Func<Request, HttpResponseMessage>> _nodes = [];

    public FailoverTests() => _server.Answer = r => _nodes.TryGetValue(r.Url.Host, out var answer) ? answer(r) : StubServer.Json(200, """{"total":1}""");

    public void Dispose() => _server.Dispose();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IEnumerable<string> Hosts => _server.Calls.Select(r => r.Url.Host);

    public static TheoryData<string> Failures => ["refused", "reset", "502", "503 page", "504", "404 page"];

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_read_goes_to_the_next_node_at_once_and_the_client_stays_with_it(string failure)
    {
        _nodes["a"] = Failing(failure);
        await using var client = Client();
        for (int i = 0; i < 3; i++)
            Assert.Equal(1, (await client.CallAsync(new QueryVmInstanceAction(), Stop)).Total);
        Assert.Equal(["a", "b", "b", "b"], Hosts);
        Assert.Equal("http://b/zstack", client.BaseAddress.AbsoluteUri);
    }

    [Fact]
    public async Task An_error_of_ZStack_is_the_response_whichever_node_sends_it()
    {
        _nodes["a"] = _ => StubServer.Error("SYS.1000");
        await using var client = Client();
        var e = await Assert.ThrowsAsync<ZStackServerException>(() => client.CallAsync(new QueryVmInstanceAction(), Stop));
        Assert.Equal(["a"], Hosts);
        Assert.Equal("http://a/zstack", e.Server!.AbsoluteUri);
    }

    [Fact]
    public async Task A_failed_node_is_retried_only_when_the_other_fails_and_with_growing_pauses()
    {
        _nodes["a"] = Failing("refused");
        _nodes["b"] = _ => StubServer.Json(200, "{}");
        await using var client = Client(o => o.MaxRetries = 0);
        await client.CallAsync(new QueryVmInstanceAction(), Stop);
        _server.Clock.Advance(TimeSpan.FromHours(1));
        await client.CallAsync(new QueryVmInstanceAction(), Stop);
        Assert.Equal(["a", "b", "b"], Hosts);

        _nodes["b"] = Failing("refused");
        await Fail();
        Assert.Equal(["b", "a"], Hosts.Skip(3));
        // Both nodes are paused: b for one second, a for two. Meanwhile the client uses the node whose pause ends first.
        await Fail();
        Assert.Equal(["b"], Hosts.Skip(5));
        _server.Clock.Advance(TimeSpan.FromSeconds(1.5));
        await Fail();
        Assert.Equal(["b"], Hosts.Skip(6));
        _server.Clock.Advance(TimeSpan.FromSeconds(1));
        await Fail();
        Assert.Equal(["a"], Hosts.Skip(7));
        _server.Clock.Advance(TimeSpan.FromSeconds(1));
        await Fail();
        Assert.Equal(["b"], Hosts.Skip(8));

        async Task Fail()
        {
            var e = await Assert.ThrowsAsync<ZStackTransportException>(() => client.CallAsync(new QueryVmInstanceAction(), Stop));
            Assert.False(e.MayHaveReachedServer);
        }
    }

    [Theory]
    [InlineData("502")]
    [InlineData("503 page")]
    [InlineData("reset")]
    public async Task A_call_returns_to_a_node_that_failed_once_if_the_other_node_is_down(string failure)
    {
        _nodes["a"] = Failing("refused");
        await using var client = Client();
        await client.CallAsync(new QueryVmInstanceAction(), Stop);
        _server.Clock.Advance(TimeSpan.FromHours(1));
        int failures = 1;
        _nodes["b"] = r => Interlocked.Decrement(ref failures) >= 0 ? Failing(failure)(r) : StubServer.Json(200, """{"total":7}""");
        Assert.Equal(7, (await _server.Pass(client.CallAsync(new QueryVmInstanceAction(), Stop))).Total);
        Assert.Equal(["a", "b", "b", "a", "b"], Hosts);
    }

    [Fact]
    public async Task A_call_that_is_not_retried_also_returns_to_the_node_that_works()
    {
        _nodes["a"] = Failing("refused");
        await using var client = Client(o => o.MaxRetries = 0);
        await client.CallAsync(new QueryVmInstanceAction(), Stop);
        _server.Clock.Advance(TimeSpan.FromHours(1));
        _nodes["b"] = Failing("502");
        await Assert.ThrowsAsync<ZStackHttpException>(() => client.CallAsync(new QueryVmInstanceAction(), Stop));
        _nodes.Remove("b");
        Assert.Equal(1, (await _server.Pass(client.CallAsync(new QueryVmInstanceAction(), Stop))).Total);
        Assert.Equal(["a", "b", "b", "a", "b"], Hosts);
    }

    [Fact]
    public async Task A_job_is_polled_at_the_node_that_works_while_the_other_is_down()
    {
        _nodes["a"] = Failing("refused");
        await using var client = Client();
        await client.CallAsync(new QueryVmInstanceAction(), Stop);
        _server.Clock.Advance(TimeSpan.FromHours(1));
        int polls = 0;
        _nodes["b"] = r => Interlocked.Increment(ref polls) % 2 == 1 ? StubServer.Text(502, "<html>") : polls < 6 ? StubServer.Json(202, "{}") : StubServer.Json(200, Done);
        Assert.Equal("u", (await _server.Pass(client.ResumeJob<ZoneResult>("a-job").WaitAsync(Stop))).ZoneUuid);
    }

    [Fact]
    public async Task A_recovered_node_starts_with_the_shortest_pause()
    {
        _nodes["a"] = Failing("refused");
        _nodes["b"] = Failing("refused");
        await using var client = Client();
        for (int i = 0; i < 8; i++)
        {
            await Assert.ThrowsAsync<ZStackTransportException>(() => client.CallAsync(new QueryVmInstanceAction(), Stop));
            _server.Clock.Advance(TimeSpan.FromMinutes(3));
        }

        _nodes.Clear();
        await client.CallAsync(new QueryVmInstanceAction(), Stop);
        string alive = Hosts.Last(), other = alive == "a" ? "b" : "a";
        _nodes[alive] = Failing("refused");
        await client.CallAsync(new QueryVmInstanceAction(), Stop);
        Assert.Equal(other, Hosts.Last());
        _nodes[other] = Failing("refused");
        _nodes.Remove(alive);
        _server.Clock.Advance(TimeSpan.FromSeconds(1.1));
        await client.CallAsync(new QueryVmInstanceAction(), Stop);
        Assert.Equal([other, alive], Hosts.TakeLast(2));
    }

    [Fact]
    public async Task Concurrent_failures_of_a_node_count_once()
    {
        _nodes["a"] = Failing("refused");
        await using var client = Client();
        await client.LogInAsync(Stop);
        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => client.CallAsync(new QueryVmInstanceAction(), Stop), Stop)));
        _nodes["b"] = Failing("refused");
        _nodes.Remove("a");
        _server.Clock.Advance(TimeSpan.FromSeconds(1.1));
        await client.CallAsync(new QueryVmInstanceAction(), Stop);
        Assert.Equal("a", Hosts.Last());
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("503 page")]
    public async Task An_asynchronous_call_with_unknown_outcome_is_retried_under_its_id_and_accepts_a_duplicate(string failure)
    {
        _nodes["a"] = Failing(failure);
        _nodes["b"] = r => r.Method == "POST" ? StubServer.Text(400, $"Duplicate job uuid[{r.JobId}]") : StubServer.Json(200, Done);
        await using var client = Client();
        Assert.Equal("u", (await _server.Pass(client.CallAsync(new CreateZoneAction { Name = "z" }, Stop))).ZoneUuid);
        var calls = _server.Calls.ToList();
        Assert.Equal(["POST a", "POST b", "GET b"], calls.Select(r => r.Method + " " + r.Url.Host));
        Assert.Equal(calls[0].JobId, calls[1].JobId);
        Assert.EndsWith("/api-jobs/" + calls[0].JobId, calls[2].Url.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_duplicate_is_an_error_if_the_call_cannot_have_arrived()
    {
        _nodes["a"] = Failing("refused");
        _nodes["b"] = r => StubServer.Text(400, $"Duplicate job uuid[{r.JobId}]");
        await using var client = Client();
        await Assert.ThrowsAsync<ZStackHttpException>(() => client.CallAsync(new CreateZoneAction { Name = "z" }, Stop));
    }

    [Fact]
    public async Task A_job_is_polled_at_another_node_when_its_own_becomes_unreachable()
    {
        int looks = 0;
        _nodes["a"] = r => r.Method == "POST" ? StubServer.Accepted(r.JobId) : ++looks < 3 ? StubServer.Json(202, "{}") : throw new HttpRequestException("x", new System.IO.IOException("reset"));
        _nodes["b"] = _ => StubServer.Json(200, Done);
        // The tolerance for unreachable servers is not needed.
        await using var client = Client(o => o.MaxPollOutage = TimeSpan.Zero);
        Assert.Equal("u", (await _server.Pass(client.CallAsync(new CreateZoneAction { Name = "z" }, Stop))).ZoneUuid);
        Assert.Equal(["POST a", "GET a", "GET a", "GET a", "GET b"], _server.Calls.Select(r => r.Method + " " + r.Url.Host));
    }

    [Fact]
    public async Task A_job_survives_an_outage_of_all_nodes()
    {
        var begin = _server.Clock.GetUtcNow();
        Func<Request, HttpResponseMessage> both = r => r.Method == "POST" ? StubServer.Accepted(r.JobId)
            : _server.Clock.GetUtcNow() - begin < TimeSpan.FromMinutes(5) ? Failing("refused")(r) : StubServer.Json(200, Done);
        _nodes["a"] = _nodes["b"] = both;
        await using var client = Client();
        Assert.Equal("u", (await _server.Pass(client.CallAsync(new CreateZoneAction { Name = "z" }, Stop))).ZoneUuid);
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("unreachable under way")]
    [InlineData("timeout under way")]
    [InlineData("502")]
    [InlineData("503 page")]
    [InlineData("404 page")]
    public async Task A_synchronous_write_with_unknown_outcome_is_not_retried_at_another_node(string failure)
    {
        _nodes["a"] = Failing(failure);
        await using var client = Client();
        await Assert.ThrowsAnyAsync<ZStackException>(() => client.CallAsync(new GetVersionAction(), Stop));
        Assert.Equal(["a"], Hosts);
        await client.CallAsync(new GetVersionAction(), Stop);
        Assert.Equal(["a", "b"], Hosts);
    }

    [Fact]
    public async Task A_synchronous_write_that_cannot_have_arrived_is_retried_at_another_node()
    {
        _nodes["a"] = Failing("refused");
        await using var client = Client(o => o.MaxRetries = 0);
        await client.CallAsync(new GetVersionAction(), Stop);
        Assert.Equal(["a", "b"], Hosts);
    }

    [Fact]
    public async Task A_call_that_timed_out_is_not_retried_but_the_next_call_uses_another_node()
    {
        _server.AnswerAsync = async (r, ct) =>
        {
            if (r.Url.Host == "a")
                await Task.Delay(Timeout.Infinite, ct);
            return StubServer.Json(200, "{}");
        };
        await using var client = Client(o => { o.RequestTimeout = TimeSpan.FromSeconds(30); o.LogOutOnDispose = false; });
        await client.LogInAsync(Stop);
        await Assert.ThrowsAsync<ZStackTimeoutException>(() => _server.Pass(client.CallAsync(new QueryVmInstanceAction(), Stop), TimeSpan.FromSeconds(10)));
        Assert.Equal(["a"], Hosts);
        await client.CallAsync(new QueryVmInstanceAction(), Stop);
        Assert.Equal(["a", "b"], Hosts);
    }

    [Fact]
    public async Task A_login_goes_to_any_node_and_its_session_is_valid_for_all()
    {
        _server.LogIn = session => _server.Requests.Last().Url.Host == "a" ? StubServer.Text(503, "<html/>") : StubServer.Session(session);
        await using var client = Client();
        await client.CallAsync(new QueryVmInstanceAction(), Stop);
        _nodes["b"] = Failing("reset");
        _server.Clock.Advance(TimeSpan.FromMinutes(1));
        await client.CallAsync(new QueryVmInstanceAction(), Stop);
        Assert.Equal(["a", "b", "b", "b", "a"], _server.Requests.Select(r => r.Url.Host));
        Assert.All(_server.Calls, r => Assert.Equal("OAuth session-number-2", r.Authorization));
    }

    [Fact]
    public async Task If_every_node_fails_the_exception_names_all_of_them()
    {
        _nodes["a"] = _nodes["b"] = _nodes["c"] = Failing("refused");
        await using var client = Client(o => o.FailoverAddresses = ["http://b", "http://c:99"]);
        var e = await Assert.ThrowsAsync<ZStackTransportException>(() => client.CallAsync(new QueryVmInstanceAction(), Stop));
        Assert.Equal(["a", "b", "c"], Hosts);
        Assert.Equal("http://c:99/zstack", e.Server!.AbsoluteUri);
        Assert.StartsWith("QueryVmInstance (GET /v1/vm-instances at http://c:99): the server cannot be reached: ", e.Message, StringComparison.Ordinal);
        Assert.EndsWith(". Nodes that failed before: http://a, http://b", e.Message, StringComparison.Ordinal);
        Assert.Contains("Nodes that failed before", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_that_is_switched_off_counts_as_unreachable()
    {
        // The first packet gets no reply, unlike a refused connection.
        using var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectTimeout = TimeSpan.FromSeconds(1),
            ConnectCallback = async (context, ct) =>
            {
                if (context.DnsEndPoint.Host == "a")
                    await Task.Delay(Timeout.Infinite, ct);
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync("127.0.0.1", context.DnsEndPoint.Port, ct);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        await using var peer = new RawPeer(_ => RawPeer.Http(200, """{"version":"5.2.1"}"""));
        string port = peer.Address[(peer.Address.LastIndexOf(':') + 1)..];
        await using var client = new ZStackClient(new ZStackClientOptions { BaseAddress = "http://a", FailoverAddresses = ["http://b:" + port], HandlerFactory = () => handler });
        // A synchronous write, so only a call that cannot have arrived may be retried at another node.
        Assert.Equal("5.2.1", (await client.CallAsync(new GetVersionAction(), Stop)).Version);

        await using var other = new ZStackClient(handler, new ZStackClientOptions { BaseAddress = "http://a" });
        var e = await Assert.ThrowsAsync<ZStackTransportException>(() => other.CallAsync(new GetVersionAction(), Stop));
        Assert.False(e.MayHaveReachedServer);
        Assert.Contains("the server cannot be reached", e.Message, StringComparison.Ordinal);
    }

    // The stub reads the body before it responds, so the request has arrived.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_timeout_of_a_handler_is_no_connect_timeout_and_the_call_is_not_sent_again(bool hasToken)
    {
        using var expired = new CancellationTokenSource();
        await expired.CancelAsync();
        _nodes["a"] = _ => throw new TaskCanceledException("late", new TimeoutException("late"), hasToken ? expired.Token : CancellationToken.None);
        await using var client = Client();
        var e = await Assert.ThrowsAsync<ZStackTimeoutException>(() => client.CallAsync(new GetVersionAction(), Stop));
        Assert.True(e.MayHaveReachedServer);
        Assert.Contains("no complete response within the timeout of a handler", e.Message, StringComparison.Ordinal);
        Assert.Equal(["a"], Hosts);
    }

    [Fact]
    public async Task Spans_and_measurements_name_the_node_that_was_used()
    {
        var spans = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = s => s.Name == "ZStack",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = a =>
            {
                if (a.GetTagItem("server.address") is string address && address.EndsWith(".failover.example", StringComparison.Ordinal))
                    lock (spans)
                        spans.Add(a);
            },
        };
        ActivitySource.AddActivityListener(listener);
        _nodes["a.failover.example"] = Failing("refused");
        await using var client = Client(o =>
        {
            o.BaseAddress = "http://a.failover.example:81";
            o.FailoverAddresses = ["http://b.failover.example:82"];
            o.Credential = ZStackCredential.Session("some-session");
        });
        await client.CallAsync(new QueryVmInstanceAction(), Stop);
        Assert.Equal(
            ["GET /v1/vm-instances a.failover.example:81", "GET /v1/vm-instances b.failover.example:82", "QueryVmInstance b.failover.example:82"],
            spans.Select(s => $"{s.DisplayName} {s.GetTagItem("server.address")}:{s.GetTagItem("server.port")}"));
    }

    [Theory]
    [InlineData("http://a/", "'http://a/zstack' is listed twice")]
    [InlineData("b:8080", "does not begin with 'http://' or 'https://'")]
    [InlineData("", "is empty")]
    public void An_invalid_additional_address_is_named(string address, string said)
    {
        var e = Assert.Throws<ArgumentException>(() => Client(o => o.FailoverAddresses = ["http://b", address]));
        Assert.StartsWith("ZStackClientOptions.FailoverAddresses[1]", e.Message, StringComparison.Ordinal);
        Assert.Contains(said, e.Message, StringComparison.Ordinal);
    }

    private ZStackClient Client(Action<ZStackClientOptions>? change = null)
        => _server.Client(o =>
        {
            o.BaseAddress = "http://a";
            o.FailoverAddresses = ["http://b"];
            o.LogOutOnDispose = false;
            change?.Invoke(o);
        });

    private static Func<Request, HttpResponseMessage> Failing(string failure) => _ => failure switch
    {
        "refused" => throw new HttpRequestException("x", new SocketException((int)SocketError.ConnectionRefused)),
        "unreachable under way" => throw new HttpRequestException("x", new System.IO.IOException("x", new SocketException((int)SocketError.HostUnreachable))),
        "timeout under way" => throw new HttpRequestException("x", new TimeoutException("x")),
        "reset" => throw new HttpRequestException("x", new System.IO.IOException("reset")),
        _ => StubServer.Text(int.Parse(failure[..3], System.Globalization.CultureInfo.InvariantCulture), "<html>away</html>"),
    };
}
