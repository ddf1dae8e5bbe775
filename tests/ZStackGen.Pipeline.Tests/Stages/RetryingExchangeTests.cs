using System;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using Xunit;

namespace ZStack.Tests.Stages;

/// <summary>When a request is retried, after which pause, and at which node.</summary>
public sealed class RetryingExchangeTests
{
    private static readonly ApiDescriptor s_api = new("FindDoor", "GET", "/v1/doors", ApiTraits.None);

    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(408)]
    [InlineData(429)]
    public async Task A_gateway_error_is_retried_after_a_pause(int status)
    {
        ClientContext context = StageParts.Context();
        var next = new StageParts.NextExchange(request => StageParts.Response(request, status, "<html>"), static request => StageParts.Response(request, 200, "{}"));
        ValueTask<RawResponse> sending = Send(context, next, limit: 2);
        Assert.False(sending.IsCompleted);
        Assert.Single(next.Requests);
        RawResponse response = await PassAsync(context, sending);
        Assert.Equal(HttpStatusCode.OK, response.Status);
        Assert.Equal([0, 1], [next.Requests[0].Retries, next.Requests[1].Retries]);
        Assert.True(response.MayHaveArrivedBefore);
    }

    [Theory]
    [InlineData(503, "{\"error\":{\"code\":\"SYS.1000\"}}")]
    [InlineData(400, "<html>")]
    [InlineData(500, "<html>")]
    [InlineData(404, "<html>")]
    public async Task A_response_of_the_server_itself_is_final(int status, string body)
    {
        ClientContext context = StageParts.Context();
        var next = new StageParts.NextExchange(request => StageParts.Response(request, status, body));
        RawResponse response = await Send(context, next, limit: 2);
        Assert.Equal(status, (int)response.Status);
        Assert.Single(next.Requests);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(4, 5)]
    public async Task Retries_are_limited(int limit, int requests)
    {
        ClientContext context = StageParts.Context();
        var next = new StageParts.NextExchange(static request => StageParts.Response(request, 502, "<html>"));
        RawResponse response = await PassAsync(context, Send(context, next, limit));
        Assert.Equal(HttpStatusCode.BadGateway, response.Status);
        Assert.Equal(requests, next.Requests.Count);
    }

    [Fact]
    public async Task The_pause_that_the_server_requests_is_honored()
    {
        ClientContext context = StageParts.Context();
        var next = new StageParts.NextExchange(static request => StageParts.Response(request, 503, "<html>", TimeSpan.FromSeconds(30)), static request => StageParts.Response(request, 200, "{}"));
        ValueTask<RawResponse> sending = Send(context, next, limit: 1);
        context.Clock().Advance(TimeSpan.FromSeconds(29));
        Assert.Single(next.Requests);
        context.Clock().Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await sending).Status);
    }

    [Fact]
    public async Task Another_node_is_tried_at_once()
    {
        ClientContext context = StageParts.Context(static o => o.FailoverAddresses = ["http://second.example:8080"]);
        var next = new StageParts.NextExchange(
            static request => throw new ZStackTransportException("down", new HttpRequestException()) { MayHaveReachedServer = false },
            static request => StageParts.Response(request, 200, "{}"));
        RawResponse response = await Send(context, next, limit: 0);
        Assert.Equal("second.example", response.Server.Uri.Host);
        Assert.False(response.MayHaveArrivedBefore);
    }

    [Fact]
    public async Task A_call_with_unknown_outcome_is_retried_only_if_allowed()
    {
        ClientContext context = StageParts.Context(static o => o.FailoverAddresses = ["http://second.example:8080"]);
        var next = new StageParts.NextExchange(static request => throw new ZStackTransportException("cut", new HttpRequestException()));
        await Assert.ThrowsAsync<ZStackTransportException>(async () => await Send(context, next, limit: 0));
        Assert.Single(next.Requests);
    }

    private static ValueTask<RawResponse> Send(ClientContext context, IExchange next, int limit) =>
        new RetryingExchange(context, next).SendAsync(new ExchangeRequest(context.Nodes.Current, s_api, HttpMethod.Get, new CallBuffers()), limit, mayPause: true, TestContext.Current.CancellationToken);

    // Continuations of a virtual timer run before Advance returns.
    private static async Task<RawResponse> PassAsync(ClientContext context, ValueTask<RawResponse> sending)
    {
        for (int i = 0; i < 100 && !sending.IsCompleted; i++)
            context.Clock().Advance(TimeSpan.FromSeconds(10));
        Assert.True(sending.IsCompleted);
        return await sending;
    }
}
