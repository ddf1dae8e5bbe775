using System;
using System.Diagnostics;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStack.Tests.Model;
using ZStack.Tests.Peers;

namespace ZStack.Tests.Client;

/// <summary>Disposal, Retry-After, observers that throw, and errors about a wrong setup.</summary>
public class ClosingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_session_that_arrives_while_the_client_is_disposed_is_logged_out()
    {
        var arrived = new TaskCompletionSource<HttpResponseMessage>();
        var server = new Late(new StubServer(), arrived.Task);
        var client = new ZStackClient(server, server.Stub.Options(static o => o.HandlerFactory = null));
        Task<EmptyResult> call = client.CallAsync(new DeleteZoneAction { Uuid = "u" }, Stop);
        await server.Asked.Task;
        ValueTask closing = client.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => call);
        arrived.SetResult(StubServer.Session("late-session"));
        await closing;
        Assert.Contains("DELETE /zstack/v1/accounts/sessions/late-session", server.Stub.Lines);
    }

    [Fact]
    public async Task Disposing_wakes_a_wait_between_polls()
    {
        var server = new StubServer { Answer = static r => r.Method == "GET" ? StubServer.Json(202, "{}") : StubServer.Accepted(r.JobId) };
        var client = server.Client(static o => { o.Credential = ZStackCredential.Session("the-session"); o.TimeProvider = TimeProvider.System; o.PollInterval = o.MaxPollInterval = TimeSpan.FromHours(1); });
        Task<ZoneResult> call = client.CallAsync(new CreateZoneAction { Name = "z" }, Stop);
        while (!server.Calls.Any())
            await Task.Yield();
        await client.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => call.WaitAsync(TimeSpan.FromSeconds(30), Stop));
    }

    [Fact]
    public async Task A_disposed_handler_is_reported_at_once()
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        await using var client = new ZStackClient(handler, new ZStackClientOptions { BaseAddress = StubServer.Base, MaxRetries = 5 });
        handler.Dispose();
        var e = await Assert.ThrowsAsync<ObjectDisposedException>(() => client.GetServerVersionAsync(Stop).WaitAsync(TimeSpan.FromSeconds(30), Stop));
        Assert.Contains("the HttpMessageHandler of the client was disposed", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Retry_After_is_honored(int status)
    {
        int asked = 0;
        var server = new StubServer();
        server.Answer = _ =>
        {
            if (Interlocked.Increment(ref asked) > 1)
                return StubServer.Json(200, "{}");
            HttpResponseMessage response = StubServer.Text(status, "slow down");
            response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(20));
            return response;
        };
        await using var client = server.Client();
        DateTimeOffset begin = server.Clock.GetUtcNow();
        await server.Pass(client.CallAsync(new QueryVmInstanceAction(), Stop));
        Assert.InRange(server.Clock.GetUtcNow() - begin, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(22));
    }

    [Fact]
    public async Task A_poll_honors_Retry_After()
    {
        var server = new StubServer();
        int polls = 0;
        server.Answer = r =>
        {
            if (r.Method != "GET")
                return StubServer.Accepted(r.JobId);
            if (Interlocked.Increment(ref polls) > 1)
                return StubServer.Json(200, "{}");
            HttpResponseMessage response = StubServer.Text(503, "slow down");
            response.Headers.RetryAfter = new RetryConditionHeaderValue(server.Clock.GetUtcNow().AddSeconds(45));
            return response;
        };
        await using var client = server.Client();
        DateTimeOffset begin = server.Clock.GetUtcNow();
        await server.Pass(client.CallAsync(new CreateZoneAction { Name = "z" }, Stop));
        Assert.InRange(server.Clock.GetUtcNow() - begin, TimeSpan.FromSeconds(44), TimeSpan.FromSeconds(50));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_wait_for_a_job_shortens_a_Retry_After_to_two_minutes(bool isLong)
    {
        var server = new StubServer();
        int polls = 0;
        server.Answer = _ =>
        {
            if (Interlocked.Increment(ref polls) > 1)
                return StubServer.Json(200, isLong ? """{"inventories":[{"uuid":"a-job","state":"Succeeded"}]}""" : "{}");
            HttpResponseMessage response = StubServer.Text(500, "come back tomorrow");
            response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromHours(24));
            return response;
        };
        await using var client = server.Client();
        // The clock does not advance for a longer delay. A busy machine can let it advance further than the delay.
        server.Clock.Horizon = TimeSpan.FromMinutes(3);
        DateTimeOffset begin = server.Clock.GetUtcNow();
        await server.Pass(isLong ? client.ResumeLongJob<ZoneResult>("a-job").WaitAsync(Stop) : client.ResumeJob<ZoneResult>("a-job").WaitAsync(Stop), TimeSpan.FromSeconds(5));
        Assert.True(server.Clock.GetUtcNow() - begin >= TimeSpan.FromSeconds(115));
    }

    [Fact]
    public async Task A_Retry_After_beyond_the_limit_is_reported_instead()
    {
        var server = new StubServer
        {
            Answer = static _ =>
            {
                HttpResponseMessage response = StubServer.Text(429, "come back tomorrow");
                response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromHours(24));
                return response;
            },
        };
        await using var client = server.Client();
        var e = await Assert.ThrowsAsync<ZStackHttpException>(() => client.CallAsync(new QueryVmInstanceAction(), Stop));
        Assert.Equal(TimeSpan.FromHours(24), e.RetryAfter);
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task A_Retry_After_in_the_past_asks_for_no_delay()
    {
        var server = new StubServer
        {
            Answer = static _ =>
            {
                HttpResponseMessage response = StubServer.Text(429, "come back");
                response.Headers.RetryAfter = new RetryConditionHeaderValue(new DateTimeOffset(2017, 1, 1, 0, 0, 0, TimeSpan.Zero));
                return response;
            },
        };
        await using var client = server.Client(static o => o.MaxRetries = 0);
        var e = await Assert.ThrowsAsync<ZStackHttpException>(() => client.CallAsync(new QueryVmInstanceAction(), Stop));
        Assert.Equal(TimeSpan.Zero, e.RetryAfter);
    }

    [Fact]
    public async Task An_observer_that_throws_neither_hides_an_error_nor_ends_a_call()
    {
        var server = new StubServer { Answer = static r => r.Method == "GET" ? StubServer.Json(200, "{\"inventory\":[]}") : StubServer.Accepted(r.JobId) };
        await using var client = server.Client(static o => o.Observer = new Thrower());
        await server.Pass(client.CallAsync(new CreateZoneAction { Name = "z" }, Stop));
        server.Answer = static _ => throw new HttpRequestException("the real fault");
        var e = await Assert.ThrowsAsync<ZStackTransportException>(() => server.Pass(client.CallAsync(new CreateZoneAction { Name = "z" }, Stop)));
        Assert.Contains("the real fault", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Https_against_a_plain_http_port_has_its_own_message()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Task answering = Task.Run(
            async () =>
            {
                using TcpClient connection = await listener.AcceptTcpClientAsync(Stop);
                await connection.GetStream().WriteAsync("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), Stop);
            },
            Stop);
        await using var client = new ZStackClient(new ZStackClientOptions { BaseAddress = "https://127.0.0.1:" + ((IPEndPoint)listener.LocalEndpoint).Port, MaxRetries = 0 });
        var e = await Assert.ThrowsAsync<ZStackTransportException>(() => client.GetServerVersionAsync(Stop));
        Assert.Contains("the server did not respond with TLS", e.Message, StringComparison.Ordinal);
        Assert.Contains("that begins with 'http://'", e.Message, StringComparison.Ordinal);
        await answering;
    }

    [Fact]
    public async Task The_current_span_is_propagated_in_the_request()
    {
        await using var peer = new RawPeer(static _ => RawPeer.Http(200, """{"version":"5.2.1"}"""));
        await using var client = new ZStackClient(new ZStackClientOptions { BaseAddress = peer.Address });
        using Activity span = new Activity("outer").SetIdFormat(ActivityIdFormat.W3C).Start();
        await client.GetServerVersionAsync(Stop);
        Assert.Contains("traceparent: 00-" + span.TraceId, Assert.Single(peer.Requests), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(ZStackVersion.Parse("5.2.1"), client.ServerVersion);
    }

    private sealed class Thrower : ZStackClientObserver
    {
        public override void RequestSending(in ZStackClientEvent request) => throw new InvalidOperationException("observer");

        public override void ResponseReceived(in ZStackClientEvent request) => throw new InvalidOperationException("observer");

        public override void RequestFailed(in ZStackClientEvent request) => throw new InvalidOperationException("observer");

        public override void RequestRetrying(in ZStackClientEvent request) => throw new InvalidOperationException("observer");

        public override void LoggedIn(in ZStackClientEvent login) => throw new InvalidOperationException("observer");

        public override void JobAccepted(in ZStackClientEvent job) => throw new InvalidOperationException("observer");

        public override void JobEnded(in ZStackClientEvent job) => throw new InvalidOperationException("observer");

        public override void MemberMismatched(in ZStackClientEvent response) => throw new InvalidOperationException("observer");
    }

    // Sends the response to the login only on request.
    private sealed class Late(StubServer stub, Task<HttpResponseMessage> login) : DelegatingHandler(stub)
    {
        public StubServer Stub => stub;

        public TaskCompletionSource Asked { get; } = new();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (!request.RequestUri!.AbsolutePath.EndsWith("/login", StringComparison.Ordinal))
                return await base.SendAsync(request, cancellationToken);
            Asked.TrySetResult();
            return await login.WaitAsync(cancellationToken);
        }
    }
}
