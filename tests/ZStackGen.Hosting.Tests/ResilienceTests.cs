using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Xunit;
using ZStack;
using ZStack.Api;

namespace ZStackGen.Hosting.Tests;

// The server responds with 503 to every request, as ZStack does to any failed call. A general retry policy takes that for an outage.
public class ResilienceTests
{
    private const string Refused = """{"error":{"code":"SYS.1006","description":"d","details":"no"}}""";
    private readonly ConcurrentQueue<string> _received = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // As in the service defaults of many templates.
    [Fact]
    public async Task A_resilience_handler_from_the_applications_defaults_is_removed()
    {
        var services = new ServiceCollection();
        services.ConfigureHttpClientDefaults(static http => http.AddStandardResilienceHandler(static o => o.Retry.Delay = TimeSpan.Zero));
        services.AddZStack(Configure);
        await AssertOnceAsync<ZStackApiException>(services, new ZStackRawAction("MakeSync", "POST", "/v1/sync"), "POST /zstack/v1/sync");
        await AssertOnceAsync<ZStackApiException>(services, new ZStackRawAction("MakeAsync", "POST", "/v1/async", traits: ApiTraits.Asynchronous | ApiTraits.RequiresSession), "POST /zstack/v1/async");
        await AssertOnceAsync<ZStackApiException>(services, new ZStackRawAction("GetIt", "GET", "/v1/get"), "GET /zstack/v1/get");
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task A_standard_handler_on_the_client_itself_cannot_send_a_call_twice(string method)
    {
        var services = new ServiceCollection();
        services.AddZStack(Configure).AddStandardResilienceHandler(static o => o.Retry.Delay = TimeSpan.Zero);
        var e = await AssertOnceAsync<InvalidOperationException>(services, new ZStackRawAction("MakeSync", method, "/v1/sync"), method + " /zstack/v1/sync");
        Assert.Contains("remove AddStandardResilienceHandler", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hedging_handler_on_the_client_itself_cannot_send_a_call_twice()
    {
        var services = new ServiceCollection();
        services.AddZStack(Configure).AddStandardHedgingHandler().Configure(static o => o.Hedging.Delay = TimeSpan.Zero);
        await using ServiceProvider provider = services.BuildServiceProvider();
        await Assert.ThrowsAnyAsync<Exception>(() => provider.GetRequiredService<ZStackClient>().CallAsync(new ZStackRawAction("MakeSync", "POST", "/v1/sync"), Stop));
        Assert.Single(_received, "POST /zstack/v1/sync");
    }

    [Fact]
    public async Task A_handler_may_retry_a_read()
    {
        var services = new ServiceCollection();
        services.AddZStack(Configure).AddStandardResilienceHandler(static o =>
        {
            o.Retry.Delay = TimeSpan.Zero;
            o.Retry.MaxRetryAttempts = 2;
        });
        await using ServiceProvider provider = services.BuildServiceProvider();
        await Assert.ThrowsAsync<ZStackApiException>(() => provider.GetRequiredService<ZStackClient>().CallAsync(new ZStackRawAction("GetIt", "GET", "/v1/get"), Stop));
        Assert.Equal(3, _received.Count(r => r == "GET /zstack/v1/get"));
    }

    // The advice of the README.
    [Fact]
    public async Task A_pipeline_without_retries_can_be_combined_with_the_client()
    {
        int under = 0, most = 0;
        var services = new ServiceCollection();
        services.AddZStack(o =>
        {
            Configure(o);
            o.HandlerFactory = () => new Server(async request =>
            {
                int now = Interlocked.Increment(ref under);
                for (int seen = Volatile.Read(ref most); now > seen && Interlocked.CompareExchange(ref most, now, seen) != seen; seen = Volatile.Read(ref most))
                {
                }

                await Task.Delay(20, Stop);
                Interlocked.Decrement(ref under);
                return Json(200, "{}");
            });
        }).AddResilienceHandler("zstack", static pipeline => pipeline.AddConcurrencyLimiter(permitLimit: 3, queueLimit: 1000));
        await using ServiceProvider provider = services.BuildServiceProvider();
        ZStackClient client = provider.GetRequiredService<ZStackClient>();
        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => client.CallAsync(new ZStackRawAction("MakeSync", "POST", "/v1/sync"), Stop)));
        Assert.InRange(most, 1, 3);
    }

    [Fact]
    public async Task A_poll_rejected_by_a_rate_limiter_does_not_end_the_wait()
    {
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var turnedAway = new TurnedAway();
        var services = new ServiceCollection();
        services.AddZStack(o =>
        {
            Configure(o);
            o.Observer = turnedAway;
            o.MaxRetries = 0;
            o.HandlerFactory = () => new Server(async request =>
            {
                if (request.Method == HttpMethod.Post)
                    return Json(202, "{}");
                if (request.RequestUri!.AbsolutePath.EndsWith("/held", StringComparison.Ordinal))
                {
                    held.SetResult();
                    await release.Task;
                }

                return Json(200, "{}");
            });
        }).AddResilienceHandler("zstack", static pipeline => pipeline.AddConcurrencyLimiter(permitLimit: 1, queueLimit: 0));
        await using ServiceProvider provider = services.BuildServiceProvider();
        ZStackClient client = provider.GetRequiredService<ZStackClient>();
        ZStackJob<ZStackRawResult> job = await client.StartAsync(new ZStackRawAction("MakeAsync", "POST", "/v1/async", traits: ApiTraits.Asynchronous | ApiTraits.RequiresSession), Stop);
        Task<ZStackRawResult> holding = client.CallAsync(new ZStackRawAction("Hold", "GET", "/v1/held"), Stop);
        await held.Task;

        Task<ZStackRawResult> waiting = job.WaitAsync(Stop);
        ZStackTransportException fault = await turnedAway.Fault.WaitAsync(Stop);
        release.SetResult();
        await holding;
        await waiting;

        Assert.Contains("a handler aborted the request (RateLimiterRejectedException)", fault.Message, StringComparison.Ordinal);
    }

    private sealed class TurnedAway : ZStackClientObserver
    {
        private readonly TaskCompletionSource<ZStackTransportException> _fault = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<ZStackTransportException> Fault => _fault.Task;

        public override void RequestFailed(in ZStackClientEvent request) => _fault.TrySetResult(Assert.IsType<ZStackTransportException>(request.Fault));
    }

    [Fact]
    public async Task The_clients_own_retries_are_not_taken_for_duplicates()
    {
        int sent = 0;
        var services = new ServiceCollection();
        services.AddZStack(o =>
        {
            Configure(o);
            o.HandlerFactory = () => new Server(request => Task.FromResult(++sent < 3 ? Json(502, "<html>") : Json(200, "{}")));
        });
        await using ServiceProvider provider = services.BuildServiceProvider();
        await provider.GetRequiredService<ZStackClient>().CallAsync(new ZStackRawAction("MakeAsync", "POST", "/v1/async", traits: ApiTraits.Asynchronous | ApiTraits.RequiresSession), Stop);
        Assert.Equal(3, sent);
    }

    private static HttpResponseMessage Json(int status, string json) => new((HttpStatusCode)status) { Content = new StringContent(json, Encoding.UTF8) };

    private void Configure(ZStackClientOptions options)
    {
        options.BaseAddress = "http://mn.example:8080";
        options.Credential = ZStackCredential.Session("some-session");
        options.HandlerFactory = () => new Server(request =>
        {
            _received.Enqueue(request.Method + " " + request.RequestUri!.AbsolutePath);
            return Task.FromResult(Json(503, Refused));
        });
    }

    private async Task<TException> AssertOnceAsync<TException>(ServiceCollection services, ZStackRawAction action, string line)
        where TException : Exception
    {
        _received.Clear();
        await using ServiceProvider provider = services.BuildServiceProvider();
        var e = await Assert.ThrowsAnyAsync<TException>(() => provider.GetRequiredService<ZStackClient>().CallAsync(action, Stop));
        Assert.Equal([line], _received);
        return e;
    }

    private sealed class Server(Func<HttpRequestMessage, Task<HttpResponseMessage>> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => answer(request);
    }
}
