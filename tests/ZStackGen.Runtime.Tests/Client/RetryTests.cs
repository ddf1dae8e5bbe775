using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading.Tasks;
using Xunit;
using ZStack.Tests.Model;
using ZStack.Tests.Peers;

namespace ZStack.Tests.Client;

public class RetryTests
{
    private static readonly Func<HttpResponseMessage> s_reset = () => throw new HttpRequestException("x", new System.IO.IOException("reset"));

    [Fact]
    public async Task A_read_is_retried_after_a_broken_connection_or_a_gateway_error()
    {
        var (server, answers) = Scripted(s_reset, () => StubServer.Text(502, "<html/>"), () => StubServer.Text(429, "slow down"), () => StubServer.Json(503, """{"message":"no upstream"}"""), () => throw new TimeoutException("policy"), () => StubServer.Json(408, "{}"), () => StubServer.Json(200, """{"total":1}"""));
        await using var client = server.Client(o => o.MaxRetries = 6);
        Assert.Equal(1, (await server.Pass(client.CallAsync(new QueryVmInstanceAction(), TestContext.Current.CancellationToken))).Total);
        Assert.Empty(answers);
    }

    [Fact]
    public async Task An_asynchronous_call_is_retried_under_the_same_id_and_a_duplicate_counts_as_accepted()
    {
        var server = new StubServer();
        int posts = 0;
        server.Answer = r => r.Method != "POST" ? StubServer.Json(200, """{"inventory":{"uuid":"u"}}""")
            : ++posts == 1 ? s_reset() : StubServer.Text(400, $"Duplicate job uuid[{r.JobId}]");
        await using var client = server.Client();
        var result = await server.Pass(client.CallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken));
        Assert.Equal("u", result.ZoneUuid);
        var calls = server.Calls.ToList();
        Assert.Equal(["POST", "POST", "GET"], calls.Select(r => r.Method));
        Assert.Equal(calls[0].JobId, calls[1].JobId);
        Assert.Equal(calls[0].Body, calls[1].Body);
        Assert.EndsWith("/" + calls[0].JobId, calls[2].Url.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_duplicate_of_an_id_sent_only_once_is_an_error()
    {
        var server = new StubServer { Answer = r => StubServer.Text(400, $"Duplicate job uuid[{r.JobId}]") };
        await using var client = server.Client();
        await Assert.ThrowsAsync<ZStackHttpException>(() => client.CallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_call_under_an_id_of_the_caller_can_be_retried()
    {
        var server = new StubServer();
        server.Answer = r => r.Method == "POST" ? StubServer.Text(400, $"Duplicate job uuid[{r.JobId}]") : StubServer.Json(200, """{"inventory":{"uuid":"u"}}""");
        await using var client = server.Client();
        var options = new ZStackCallOptions { JobId = new string('b', 32) };
        Assert.Equal("u", (await server.Pass(client.CallAsync(new CreateZoneAction { Name = "z" }, options, TestContext.Current.CancellationToken))).ZoneUuid);
    }

    [Fact]
    public async Task A_400_other_than_a_duplicate_is_reported_even_after_a_retry()
    {
        var (server, _) = Scripted(s_reset, () => StubServer.Text(400, "Duplicate of something else"));
        await using var client = server.Client();
        await Assert.ThrowsAsync<ZStackHttpException>(() => server.Pass(client.CallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task A_synchronous_write_is_never_retried()
    {
        var (server, _) = Scripted(s_reset, () => StubServer.Json(200, "{}"));
        await using var client = server.Client();
        var e = await Assert.ThrowsAsync<ZStackTransportException>(() => server.Pass(client.CallAsync(new GetVersionAction(), TestContext.Current.CancellationToken)));
        Assert.Single(server.Calls);
        Assert.True(e.MayHaveReachedServer);
        Assert.Contains("reset. The call may have reached the server [job " + e.JobId + "]", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unreachable_server_is_reported_at_once()
    {
        var (server, _) = Scripted(() => throw new HttpRequestException("x", new SocketException((int)SocketError.ConnectionRefused)));
        await using var client = server.Client();
        var e = await Assert.ThrowsAsync<ZStackTransportException>(() => client.CallAsync(new QueryVmInstanceAction(), TestContext.Current.CancellationToken));
        Assert.False(e.MayHaveReachedServer);
        Assert.StartsWith("QueryVmInstance (GET /v1/vm-instances at http://mn.example:8080): the server cannot be reached: ", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retries_are_limited_and_can_be_disabled()
    {
        var (server, answers) = Scripted(s_reset, s_reset, s_reset, s_reset);
        await using var client = server.Client();
        await Assert.ThrowsAsync<ZStackTransportException>(() => server.Pass(client.CallAsync(new QueryVmInstanceAction(), TestContext.Current.CancellationToken)));
        Assert.Single(answers);
        await using var without = server.Client(o => o.MaxRetries = 0);
        await Assert.ThrowsAsync<ZStackTransportException>(() => without.CallAsync(new QueryVmInstanceAction(), TestContext.Current.CancellationToken));
        Assert.Empty(answers);
    }

    [Fact]
    public async Task Errors_of_ZStack_are_not_retried()
    {
        foreach (var answer in new Func<HttpResponseMessage>[] { () => StubServer.Error("SYS.1000"), () => StubServer.Text(500, "boom"), () => StubServer.Text(400, "bad") })
        {
            var (server, _) = Scripted(answer);
            await using var client = server.Client(o => o.LogOutOnDispose = false);
            await Assert.ThrowsAnyAsync<ZStackException>(() => client.CallAsync(new QueryVmInstanceAction(), TestContext.Current.CancellationToken));
            Assert.Single(server.Calls);
        }
    }

    private static (StubServer Server, Queue<Func<HttpResponseMessage>> Answers) Scripted(params Func<HttpResponseMessage>[] answers)
    {
        var queue = new Queue<Func<HttpResponseMessage>>(answers);
        var server = new StubServer();
        server.Answer = r => r.Url.AbsolutePath.Contains("/sessions/", StringComparison.Ordinal) ? StubServer.Json(200, "{}") : queue.Dequeue()();
        return (server, queue);
    }
}
