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

/// <summary>Waiting for a job while a server is silent, unreachable or refuses a poll.</summary>
public sealed class JobOutageTests
{
    private const string Done = """{"inventory":{"uuid":"u"}}""";

    [Fact]
    public async Task Waiting_survives_a_temporary_outage()
    {
        var faults = new Queue<Func<HttpResponseMessage>>(
        [
            () => throw new HttpRequestException("connection reset"),
            () => StubServer.Text(502, "<html>bad gateway</html>", "text/html"),
            () => StubServer.Text(503, "<html>busy</html>", "text/html"),
            () => StubServer.Text(500, ""),
            () => StubServer.Json(429, """{"message":"rate limit exceeded"}"""),
            () => StubServer.Text(408, ""),
            () => Redirect(),
            () => StubServer.Text(401, "<html>sign in</html>", "text/html"),
            () => StubServer.Json(403, """{"message":"forbidden"}"""),
            () => StubServer.Text(407, ""),
            () => StubServer.Text(410, "gone"),
            () => StubServer.Json(404, """{"message":"no route"}"""),
            () => StubServer.Text(404, "<html>starting</html>", "text/html"),
            () => StubServer.Text(404, "default backend - 404"),
            () => StubServer.Text(404, ""),
            () => StubServer.Json(503, """{"error":{"code":503,"message":"upstream connect error"}}"""),
            () => StubServer.Json(503, """{"status":503,"error":"Service Unavailable"}"""),
            () => StubServer.Json(503, """{"error":{"code"""),
            () => StubServer.Text(204, ""),
            () => StubServer.Text(200, ""),
            () => StubServer.Text(200, "<html>maintenance</html>", "text/html"),
            () => StubServer.Json(200, """{"inventory":{"uuid":"u"""),
            () => throw new System.IO.IOException("cut"),
            () => StubServer.Json(202, "{}"),
        ]);
        var server = new StubServer();
        server.Answer = r => r.Method == "POST" ? StubServer.Accepted(r.JobId) : faults.Count > 0 ? faults.Dequeue()() : StubServer.Json(200, Done);
        await using var client = server.Client();
        Assert.Equal("u", (await server.Pass(client.CallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken))).ZoneUuid);
        Assert.Empty(faults);
    }

    [Theory]
    [InlineData(404, "404 page not found", "returned 404 Not Found: 404 page not found. ZStack reports an unknown job in another text: check the gateway or proxy in front of ZStack [job a-job]")]
    [InlineData(204, "", "returned 204 No Content without a body [job a-job]")]
    public async Task Waiting_ends_with_the_response_of_a_gateway_that_lasts(int status, string text, string message)
    {
        var server = new StubServer { Answer = _ => StubServer.Text(status, text) };
        await using var client = server.Client(o => o.MaxPollOutage = TimeSpan.FromMinutes(2));
        var e = await Assert.ThrowsAsync<ZStackHttpException>(() => server.Pass(client.ResumeJob<ZoneResult>("a-job").WaitAsync(TestContext.Current.CancellationToken)));
        Assert.EndsWith(message, e.Message, StringComparison.Ordinal);
        Assert.Equal("a-job", e.JobId);
    }

    [Fact]
    public async Task Waiting_ends_with_a_result_that_is_cut_off_every_time()
    {
        var server = new StubServer { Answer = _ => StubServer.Json(200, """{"inventory":{"uuid":"u""") };
        await using var client = server.Client(o => o.MaxPollOutage = TimeSpan.FromMinutes(2));
        var e = await Assert.ThrowsAsync<ZStackProtocolException>(() => server.Pass(client.ResumeJob<ZoneResult>("a-job").WaitAsync(TestContext.Current.CancellationToken)));
        Assert.EndsWith("the response is cut off after 23 bytes at $.inventory.uuid [job a-job]", e.Message, StringComparison.Ordinal);
        Assert.InRange(server.Calls.Count(), 5, 1000);
    }

    [Fact]
    public async Task Waiting_ends_at_once_with_a_whole_result_that_cannot_be_read()
    {
        var server = new StubServer { Answer = _ => StubServer.Json(200, """{"inventory":{"uuid":"u"},}""") };
        await using var client = server.Client();
        await Assert.ThrowsAsync<ZStackProtocolException>(() => client.ResumeJob<ZoneResult>("a-job").WaitAsync(TestContext.Current.CancellationToken));
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task Waiting_ends_if_the_outage_lasts()
    {
        var server = new StubServer();
        server.Answer = r => r.Method == "POST" ? StubServer.Accepted(r.JobId) : throw new HttpRequestException("connection reset");
        await using var client = server.Client(o => o.MaxPollOutage = TimeSpan.FromMinutes(2));
        var begin = server.Clock.GetUtcNow();
        var e = await Assert.ThrowsAsync<ZStackTransportException>(() => server.Pass(client.CallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken)));
        Assert.Equal(server.Calls.First().JobId, e.JobId);
        Assert.InRange((server.Clock.GetUtcNow() - begin).TotalSeconds, 120, 130);
    }

    [Fact]
    public async Task A_single_poll_during_an_outage_fails_and_does_not_claim_that_the_job_runs()
    {
        var server = new StubServer { Answer = _ => throw new HttpRequestException("gone") };
        await using var client = server.Client();
        var ct = TestContext.Current.CancellationToken;
        var job = client.ResumeJob<ZoneResult>(Guid.NewGuid().ToString("N"));
        await Assert.ThrowsAsync<ZStackTransportException>(() => job.GetStateAsync(ct));
        server.Answer = _ => StubServer.Text(502, "<html>no");
        await Assert.ThrowsAsync<ZStackHttpException>(() => job.GetStateAsync(ct));
    }

    [Fact]
    public async Task A_silent_node_delays_a_wait_by_at_most_the_poll_timeout()
    {
        var server = new StubServer();
        string? silent = null;
        server.AnswerAsync = async (r, ct) =>
        {
            if (r.Method == "POST")
                return StubServer.Accepted(r.JobId);
            silent ??= r.Url.Host;
            if (r.Url.Host == silent)
                await Task.Delay(Timeout.Infinite, ct);
            return StubServer.Json(200, Done);
        };
        await using var client = server.Client(o => { o.FailoverAddresses = ["http://second.example:8080"]; o.Credential = ZStackCredential.Session("some-session"); });
        var call = client.CallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken);
        await server.Until(() => silent is not null);
        server.Clock.Advance(TimeSpan.FromSeconds(89));
        Assert.Equal(2, server.Calls.Count());
        server.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("u", (await server.Pass(call)).ZoneUuid);
        Assert.Equal(["mn.example", "mn.example", "second.example"], server.Calls.Select(r => r.Url.Host));
    }

    // The pause of a node that failed once ends before the next poll.
    [Fact]
    public async Task A_poll_long_after_a_timeout_goes_to_a_node_that_has_not_failed()
    {
        var server = new StubServer();
        string? silent = null;
        server.AnswerAsync = async (r, ct) =>
        {
            if (r.Method == "POST")
                return StubServer.Accepted(r.JobId);
            silent ??= r.Url.Host;
            if (r.Url.Host == silent)
                await Task.Delay(Timeout.Infinite, ct);
            return StubServer.Json(200, Done);
        };
        await using var client = server.Client(o =>
        {
            o.FailoverAddresses = ["http://second.example:8080"];
            o.Credential = ZStackCredential.Session("some-session");
            o.PollInterval = o.MaxPollInterval = TimeSpan.FromSeconds(20);
        });
        var call = client.CallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken);
        await server.Until(() => silent is not null);
        server.Clock.Advance(TimeSpan.FromSeconds(90));
        Assert.Equal("u", (await server.Pass(call)).ZoneUuid);
        Assert.Equal(["mn.example", "mn.example", "second.example"], server.Calls.Select(r => r.Url.Host));
    }

    [Fact]
    public async Task A_response_that_has_started_has_the_full_request_timeout()
    {
        var server = new StubServer();
        server.Answer = r => r.Method == "POST" ? StubServer.Accepted(r.JobId) : new HttpResponseMessage { Content = new StreamContent(new SlowStream(server.Clock, Done)) };
        await using var client = server.Client(o => o.Credential = ZStackCredential.Session("some-session"));
        server.Clock.Horizon = TimeSpan.FromSeconds(350);
        Assert.Equal("u", (await server.Pass(client.CallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken), TimeSpan.FromSeconds(10))).ZoneUuid);
    }

    [Fact]
    public async Task Two_short_outages_do_not_add_up_to_a_long_one()
    {
        var server = new StubServer();
        var begin = server.Clock.GetUtcNow();
        server.Answer = r =>
        {
            double seconds = (server.Clock.GetUtcNow() - begin).TotalSeconds;
            return r.Method == "POST" ? StubServer.Accepted(r.JobId)
                : seconds is < 90 or > 100 and < 190 ? throw new HttpRequestException("connection reset")
                : seconds < 300 ? StubServer.Json(202, "{}") : StubServer.Json(200, Done);
        };
        await using var client = server.Client(o => { o.MaxPollOutage = TimeSpan.FromMinutes(2); o.MaxPollInterval = TimeSpan.FromSeconds(2); });
        Assert.Equal("u", (await server.Pass(client.CallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken))).ZoneUuid);
    }

    // The address of a resumed job can be wrong, such as http where a gateway redirects to https.
    [Theory]
    [InlineData(302)]
    [InlineData(401)]
    [InlineData(403)]
    public async Task Waiting_for_a_resumed_job_ends_at_once_if_a_gateway_has_never_let_the_client_through(int status)
    {
        var server = new StubServer();
        server.Answer = _ => status == 302 ? Redirect() : StubServer.Text(status, "sign in");
        await using var client = server.Client();
        var e = await Assert.ThrowsAsync<ZStackHttpException>(() => client.ResumeJob<ZoneResult>("a-job").WaitAsync(TestContext.Current.CancellationToken));
        Assert.Equal(status, (int)e.Status!);
        Assert.Single(server.Calls);

        int polls = 0;
        server.Answer = _ => ++polls switch { 1 => StubServer.Json(202, "{}"), 2 => Redirect(), _ => StubServer.Json(200, Done) };
        Assert.Equal("u", (await server.Pass(client.ResumeJob<ZoneResult>("a-job").WaitAsync(TestContext.Current.CancellationToken))).ZoneUuid);
    }

    [Theory]
    [InlineData(400, "bad")]
    [InlineData(403, "requestTimeTooSkewed")]
    [InlineData(405, "only GET")]
    public async Task A_poll_that_ZStack_refuses_ends_the_wait(int status, string text)
    {
        var server = new StubServer();
        server.Answer = r => r.Method == "POST" ? StubServer.Accepted(r.JobId) : StubServer.Text(status, text);
        await using var client = server.Client();
        await Assert.ThrowsAsync<ZStackHttpException>(() => server.Pass(client.CallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken)));
        Assert.Equal(2, server.Calls.Count());
    }

    private static HttpResponseMessage Redirect()
    {
        HttpResponseMessage response = StubServer.Text(302, "");
        response.Headers.Location = new Uri("https://login.example/");
        return response;
    }

    // Returns its text after five minutes of the clock.
    private sealed class SlowStream(TimeProvider clock, string text) : System.IO.MemoryStream(System.Text.Encoding.UTF8.GetBytes(text))
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position == 0)
                await Task.Delay(TimeSpan.FromMinutes(5), clock, cancellationToken);
            return await base.ReadAsync(buffer, cancellationToken);
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
            => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }
}
