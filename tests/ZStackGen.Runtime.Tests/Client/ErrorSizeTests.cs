using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStack.Tests.Model;
using ZStack.Tests.Peers;

namespace ZStack.Tests.Client;

/// <summary>An error is read up to a limit of its own, because all of it is searched for secrets.</summary>
public class ErrorSizeTests
{
    private const int Limit = 4 * 1024 * 1024;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_endless_page_is_read_up_to_the_limit_and_reported_by_its_beginning()
    {
        var flood = new EndlessStream("<html>the gateway is down ");
        var server = new StubServer { Answer = _ => new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new StreamContent(flood) } };
        await using var client = server.Client();
        var e = await Assert.ThrowsAsync<ZStackHttpException>(() => client.CallAsync(new QueryVmInstanceAction(), Stop));
        Assert.Equal(HttpStatusCode.BadRequest, e.Status);
        Assert.StartsWith("the gateway is down", e.Body, StringComparison.Ordinal);
        Assert.InRange(flood.Given, Limit, 2 * Limit);
    }

    [Fact]
    public async Task A_long_page_of_a_gateway_is_retried()
    {
        int calls = 0;
        var server = new StubServer();
        server.Answer = _ => ++calls == 1 ? StubServer.Text(502, "<html>" + new string('x', Limit)) : StubServer.Json(200, """{"inventories":[]}""");
        await using var client = server.Client();
        await server.Pass(client.CallAsync(new QueryVmInstanceAction(), Stop));
        Assert.Equal(2, calls);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(503)]
    public async Task An_error_of_the_server_beyond_the_limit_is_a_protocol_exception(int status)
    {
        var server = new StubServer { Answer = _ => StubServer.Json(status, """{"error":{"code":"SYS.1007","details":"%s"}}""".Replace("%s", new string('x', Limit), StringComparison.Ordinal)) };
        await using var client = server.Client();
        var e = await Assert.ThrowsAsync<ZStackProtocolException>(() => client.CallAsync(new QueryVmInstanceAction(), Stop));
        Assert.Contains("the error is larger than 4194304 bytes", e.Message, StringComparison.Ordinal);
        Assert.Equal(status, (int)e.Status!);
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task An_error_of_a_large_batch_is_read()
    {
        string causes = string.Join(",", Enumerable.Repeat("""{"code":"SYS.1006","details":"one of many"}""", 20_000));
        var server = new StubServer { Answer = _ => StubServer.Json(503, """{"error":{"code":"SYS.1007","details":"d","causes":[""" + causes + "]}}") };
        await using var client = server.Client();
        var e = await Assert.ThrowsAsync<ZStackInvalidParameterException>(() => client.CallAsync(new QueryVmInstanceAction(), Stop));
        Assert.Equal(20_000, e.Error.Causes.Count);
    }

    [Fact]
    public async Task A_smaller_limit_of_responses_limits_errors_too()
    {
        var server = new StubServer { Answer = _ => StubServer.Error("SYS.1007", new string('x', 2000)) };
        await using var client = server.Client(static o => o.MaxResponseBytes = 1000);
        var e = await Assert.ThrowsAsync<ZStackProtocolException>(() => client.CallAsync(new QueryVmInstanceAction(), Stop));
        Assert.Contains("the error is larger than 1000 bytes", e.Message, StringComparison.Ordinal);
    }
}
