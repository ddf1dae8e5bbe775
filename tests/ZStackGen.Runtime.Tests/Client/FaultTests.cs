using System;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStack.Tests.Model;
using ZStack.Tests.Peers;

namespace ZStack.Tests.Client;

// Invalid responses: each is a typed exception that states the API, the place and the cause.
public class FaultTests
{
    private const string Zone = "CreateZone (POST /v1/zones at http://mn.example:8080)";

    [Theory]
    [InlineData(400, "missing header 'Authorization'", Zone + " returned 400 Bad Request: missing header 'Authorization'")]
    [InlineData(404, "no api mapping to /v1/zones", Zone + " returned 404 Not Found: no api mapping to /v1/zones. The server does not know this API: check the version of the server and the base address")]
    [InlineData(405, "", Zone + " returned 405 Method Not Allowed without a body")]
    [InlineData(403, "requestTimeTooSkewed", Zone + " returned 403 Forbidden: requestTimeTooSkewed. The server compares the date of an access key with its own wall clock: set ZStackClientOptions.ServerTimeZone to the time zone of the server, and check both clocks")]
    [InlineData(500, "line one\n  line two\t\u0001x", Zone + " returned 500 Internal Server Error: line one line two x")]
    [InlineData(500, "{\"no\":\"error\"}", Zone + " returned 500 Internal Server Error: {\"no\":\"error\"}")]
    public async Task A_plain_text_response_is_reported_with_its_status(int status, string text, string message)
    {
        var server = new StubServer { Answer = _ => StubServer.Text(status, text) };
        await using var client = server.Client();
        var e = await Assert.ThrowsAsync<ZStackHttpException>(() => client.CallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken));
        Assert.Equal(message, e.Message);
        Assert.Equal(status, (int)e.Status!);
        Assert.Equal("CreateZone", e.Api);
    }

    [Theory]
    [InlineData("""{"status":503,"error":"Service Unavailable"}""")]
    [InlineData("""{"error":{"code":503,"message":"upstream connect error"}}""")]
    [InlineData("""{"error":{"code":"UNAVAILABLE","message":"upstream connect error"}}""")]
    [InlineData("""{"error":null}""")]
    [InlineData("""{"data":[{"error":{"code":"SYS.1000"}}]}""")]
    public async Task An_error_in_JSON_that_is_not_ZStacks_is_retried_like_a_page_and_then_reported(string text)
    {
        int asked = 0;
        var server = new StubServer();
        server.Answer = _ => Interlocked.Increment(ref asked) == 1 ? StubServer.Json(503, text) : StubServer.Json(200, """{"total":7}""");
        await using var client = server.Client();
        Assert.Equal(7, (await server.Pass(client.CallAsync(new QueryVmInstanceAction(), TestContext.Current.CancellationToken))).Total);
        server.Answer = _ => StubServer.Json(503, text);
        var e = await Assert.ThrowsAsync<ZStackHttpException>(() => server.Pass(client.CallAsync(new QueryVmInstanceAction(), TestContext.Current.CancellationToken)));
        Assert.Equal(text, e.Body);
    }

    [Theory]
    [InlineData("""{"error":{"code":"SYS.1006","details":"no space"}}""")]
    [InlineData("""{"success":false,"error":{"code":"SYS.1006","details":"no space"}}""")]
    public async Task An_error_of_ZStack_in_a_successful_status_is_an_API_error(string text)
    {
        var server = new StubServer { Answer = _ => StubServer.Json(200, text) };
        await using var client = server.Client();
        var ct = TestContext.Current.CancellationToken;
        foreach (Func<Task> call in new Func<Task>[]
        {
            () => client.CallAsync(new CreateZoneAction { Name = "z" }, ct),
            () => client.Query(VmInstanceInventory.Query, ct).ToListAsync(ct),
            () => client.GetAsync(VmInstanceInventory.Query, "u", ct),
            () => client.ResumeJob<ZoneResult>("the-job").WaitAsync(ct),
            () => client.ResumeLongJob<ZoneResult>("the-job").WaitAsync(ct),
        })
        {
            var e = await Assert.ThrowsAnyAsync<ZStackApiException>(call);
            Assert.Equal(("SYS.1006", "no space"), (e.Error.Code, e.Error.Details));
        }
    }

    [Fact]
    public async Task An_HTML_page_of_a_proxy_is_reported_as_bounded_text()
    {
        var server = new StubServer { Answer = _ => StubServer.Text(503, "\r\n<!DOCTYPE html><html><head><title>503 Busy</title></head><body><h1>Try   later</h1>" + new string('x', 100_000), "text/html") };
        await using var client = server.Client();
        var e = await Assert.ThrowsAsync<ZStackHttpException>(() => server.Pass(client.CallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken)));
        Assert.StartsWith(Zone + " returned 503 Service Unavailable with an HTML page of a proxy or web server instead of a response of ZStack: 503 Busy Try later xxx", e.Message, StringComparison.Ordinal);
        Assert.InRange(e.Message.Length, 200, 1000);
        Assert.InRange(e.Body.Length, 100, 600);
    }

    [Fact]
    public async Task A_404_page_suggests_the_context_path()
    {
        var server = new StubServer { Answer = _ => StubServer.Text(404, "<html>HTTP Status 404</html>") };
        await using var client = server.Client();
        var e = await Assert.ThrowsAsync<ZStackHttpException>(() => client.CallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken));
        Assert.EndsWith("HTTP Status 404. Check the context path of the base address, and that ZStack has finished starting", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, """{"inventory":{"uuid":"u","cpuN""", ": the response is cut off after 30 bytes at $.inventory.uuid")]
    [InlineData(200, "<html>log in here</html>", ": the response is an HTML page of a proxy or web server instead of JSON")]
    [InlineData(200, "", ": the response is empty")]
    [InlineData(200, "[]", ": $ is not an object: []")]
    [InlineData(202, "{\"location\":}", ": the response is not valid JSON at $.location: '}' is an invalid start of a value.")]
    [InlineData(503, "{\"error\":{\"code\":\"SYS", ": the response is cut off after 21 bytes at $.error.code")]
    public async Task An_unreadable_response_is_reported_with_its_place(int status, string json, string said)
    {
        var server = new StubServer { Answer = _ => StubServer.Text(status, json) };
        await using var client = server.Client();
        var e = await Assert.ThrowsAsync<ZStackProtocolException>(() => client.CallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken));
        Assert.StartsWith(Zone + said, e.Message, StringComparison.Ordinal);
        Assert.Equal(status, (int)e.Status!);
        Assert.Equal("CreateZone", e.Api);
        // Only a 202 started a job.
        Assert.Equal(status == 202, e.JobId is not null);
    }

    [Theory]
    [InlineData("\"opaque\":\"text\"")]
    [InlineData("\"cause\":\"text\"")]
    [InlineData("\"causes\":{\"a\":1}")]
    [InlineData("\"messages\":[1]")]
    [InlineData("\"cause\":null,\"causes\":null,\"opaque\":null")]
    public async Task The_error_code_is_reported_even_if_the_rest_of_the_error_is_invalid(string rest)
    {
        var server = new StubServer { Answer = _ => StubServer.Json(503, "{\"error\":{" + rest + ",\"code\":\"SYS.1003\",\"details\":\"gone\"}}") };
        await using var client = server.Client();
        var e = await Assert.ThrowsAsync<ZStackNotFoundException>(() => client.CallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken));
        Assert.Equal("SYS.1003: gone", e.Error.ToString());
        Assert.Equal(rest.Contains("null", StringComparison.Ordinal) ? 0 : 1, e.Error.UnknownMembers.Count);
    }

    [Fact]
    public async Task No_content_is_an_empty_result()
    {
        var server = new StubServer { Answer = _ => new HttpResponseMessage(System.Net.HttpStatusCode.NoContent) };
        await using var client = server.Client();
        Assert.Null((await client.CallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken)).ZoneUuid);
    }

    [Theory]
    [InlineData(false, "Connection refused")]
    [InlineData(false, "the certificate is not valid")]
    [InlineData(true, "Connection reset by peer")]
    public async Task A_network_fault_that_a_handler_does_not_wrap_is_a_transport_exception(bool mayHaveReachedServer, string text)
    {
        var server = new StubServer
        {
            Answer = _ => throw (text.StartsWith("Connection", StringComparison.Ordinal)
                ? new System.Net.Sockets.SocketException((int)(mayHaveReachedServer ? System.Net.Sockets.SocketError.ConnectionReset : System.Net.Sockets.SocketError.ConnectionRefused), text)
                : new System.Security.Authentication.AuthenticationException(text)),
        };
        await using var client = server.Client(static o => o.MaxRetries = 0);
        var e = await Assert.ThrowsAsync<ZStackTransportException>(() => client.CallAsync(new GetVersionAction(), TestContext.Current.CancellationToken));
        Assert.Contains(text, e.Message, StringComparison.Ordinal);
        Assert.Equal(mayHaveReachedServer, e.MayHaveReachedServer);
    }

    [Fact]
    public async Task A_response_beyond_the_size_limit_is_refused_by_length_and_by_content()
    {
        var server = new StubServer { Answer = _ => StubServer.Text(200, new string(' ', 10_001)) };
        await using var client = server.Client(o => o.MaxResponseBytes = 10_000);
        var ct = TestContext.Current.CancellationToken;
        var e = await Assert.ThrowsAsync<ZStackProtocolException>(() => client.CallAsync(new CreateZoneAction { Name = "z" }, ct));
        Assert.Contains("larger than ZStackClientOptions.MaxResponseBytes (10000)", e.Message, StringComparison.Ordinal);
        var flood = new EndlessStream();
        server.Answer = _ => new HttpResponseMessage { Content = new StreamContent(flood) };
        await Assert.ThrowsAsync<ZStackProtocolException>(() => client.CallAsync(new CreateZoneAction { Name = "z" }, ct));
        Assert.InRange(flood.Given, 10_000, 200_000);
    }

    [Fact]
    public async Task A_missing_response_ends_with_the_request_timeout()
    {
        var server = new StubServer();
        server.AnswerAsync = async (_, ct) =>
        {
            await Task.Delay(Timeout.Infinite, ct);
            return null!;
        };
        await using var client = server.Client(o => { o.RequestTimeout = TimeSpan.FromMinutes(7); o.LogOutOnDispose = false; });
        // Log in first, so that no time passes during the login.
        await client.LogInAsync(TestContext.Current.CancellationToken);
        server.Clock.Horizon = TimeSpan.FromHours(1);
        var begin = server.Clock.GetUtcNow();
        var e = await Assert.ThrowsAsync<ZStackTimeoutException>(() => server.Pass(client.CallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken), TimeSpan.FromSeconds(1)));
        Assert.InRange((server.Clock.GetUtcNow() - begin).TotalMinutes, 7, 7.1);
        Assert.Contains("no complete response within 420 s (RequestTimeout). The call may have reached the server [job " + server.Calls.Single().JobId, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_stalls_ends_with_the_request_timeout()
    {
        var server = new StubServer { Answer = _ => new HttpResponseMessage { Content = new StreamContent(new StuckStream()) } };
        await using var client = server.Client(o => o.LogOutOnDispose = false);
        await client.LogInAsync(TestContext.Current.CancellationToken);
        server.Clock.Horizon = TimeSpan.FromHours(1);
        await Assert.ThrowsAsync<ZStackTimeoutException>(() => server.Pass(client.CallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken), TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task A_timer_that_fires_after_the_request_is_harmless()
    {
        var clock = new LateClock();
        var server = new StubServer();
        await using (var client = server.Client(o => o.TimeProvider = clock))
            await client.CallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken);
        // The login, the call, the logout and its timeout.
        Assert.Equal(4, clock.Calls.Count);
        foreach (Action call in clock.Calls)
            call();
    }

    [Fact]
    public async Task A_timeout_of_the_users_handler_is_distinguished()
    {
        var server = new StubServer { Answer = static _ => throw new TaskCanceledException("late", new TimeoutException("late", new OperationCanceledException())) };
        await using var client = new ZStackClient((HttpMessageHandler)server, server.Options(o => { o.Credential = ZStackCredential.Session("some-session"); o.HandlerFactory = null; }));
        var e = await Assert.ThrowsAsync<ZStackTimeoutException>(() => client.CallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken));
        Assert.Contains("the timeout of a handler", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, 359)]
    [InlineData(10, 659)]
    public async Task A_synchronous_call_may_take_as_long_as_its_server_timeout(int minutes, int seconds)
    {
        var server = new StubServer();
        int takes = seconds;
        server.AnswerAsync = async (_, ct) =>
        {
            await Task.Delay(TimeSpan.FromSeconds(takes), server.Clock, ct);
            return StubServer.Json(200, "{}");
        };
        server.Clock.Horizon = TimeSpan.FromHours(1);
        await using var client = server.Client(o => o.Credential = null);
        var options = new ZStackCallOptions { Timeout = TimeSpan.FromMinutes(minutes) };
        await server.Pass(client.CallAsync(new GetVersionAction(), options, TestContext.Current.CancellationToken), TimeSpan.FromSeconds(1));
        takes += 2;
        var e = await Assert.ThrowsAsync<ZStackTimeoutException>(() => server.Pass(client.CallAsync(new GetVersionAction(), options, TestContext.Current.CancellationToken), TimeSpan.FromSeconds(1)));
        Assert.Contains(minutes == 5 ? "within 360 s (RequestTimeout)" : "within 660 s (ZStackCallOptions.Timeout plus 1 minute)", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_of_the_user_is_not_disposed()
    {
        var server = new StubServer();
        using var http = new HttpClient(server);
        await using (var client = new ZStackClient((HttpMessageHandler)server, server.Options(o => o.HandlerFactory = null)))
            await client.CallAsync(new GetVersionAction(), TestContext.Current.CancellationToken);
        using var response = await http.GetAsync(new Uri("http://mn.example/x"), TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_is_named_without_its_query()
    {
        var server = new StubServer
        {
            Answer = _ =>
            {
                var response = StubServer.Text(302, "{\"error\":{\"code\":\"X\"}}");
                response.Headers.Location = new Uri("https://login.evil.example/a?token=secret");
                return response;
            },
        };
        await using var client = server.Client();
        var e = await Assert.ThrowsAsync<ZStackHttpException>(() => client.CallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken));
        Assert.Contains("a redirect to https://login.evil.example. The client does not follow redirects", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("token", e.Message, StringComparison.Ordinal);
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task A_response_from_another_origin_is_refused()
    {
        var server = new StubServer
        {
            Answer = _ =>
            {
                var response = StubServer.Json(200, "{}");
                response.RequestMessage = new HttpRequestMessage(HttpMethod.Get, "http://evil.example/zstack/v1/zones");
                return response;
            },
        };
        await using var client = server.Client();
        var e = await Assert.ThrowsAsync<ZStackProtocolException>(() => client.CallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken));
        Assert.Contains("followed a redirect to http://evil.example", e.Message, StringComparison.Ordinal);
    }

    // Disposing its timers does not stop them.
    private sealed class LateClock : TimeProvider
    {
        public System.Collections.Generic.List<Action> Calls { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Calls.Add(() => callback(state));
            return new NoTimer();
        }

        private sealed class NoTimer : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => default;
        }
    }

    private sealed class StuckStream : System.IO.MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
            => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }
}
