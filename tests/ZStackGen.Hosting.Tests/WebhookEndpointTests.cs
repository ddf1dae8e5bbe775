using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;
using ZStack;
using ZStack.Api;
using ZStack.Simulation;

namespace ZStackGen.Hosting.Tests;

// Simulator and application both listen on loopback. The client polls once an hour, so a wait that ends earlier was woken by a callback.
public sealed class WebhookEndpointTests : IAsyncLifetime
{
    private ZStackSimulator _zstack = null!;
    private WebApplication _app = null!;
    private HttpClient _http = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ZStackClient Client => _app.Services.GetRequiredService<ZStackClient>();

    private int Polls => _zstack.ReceivedCalls.Count(c => c.Path.Contains("/v1/api-jobs/", StringComparison.Ordinal));

    private int Awaited => _app.Services.GetRequiredService<ZStackWebhookReceiver>().AwaitedJobs;

    public async ValueTask InitializeAsync()
    {
        _zstack = await Simulators.StartAsync(configure: static o => o.Port = 0);
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        string? address = null;
        builder.Services.AddZStack(o =>
        {
            o.Use(_zstack);
            o.WebhookAddress = address;
            o.WebhookPollInterval = o.PollInterval = o.MaxPollInterval = TimeSpan.FromHours(1);
        });
        _app = builder.Build();
        _app.MapZStackWebhook("/hooks/zstack");
        _app.MapZStackWebhook("/hooks/narrow").RequireHost("app.example");
        await _app.StartAsync(Stop);
        _http = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
        address = _http.BaseAddress + "hooks/zstack";
        // The options were validated at the start, when the port was not yet known.
        _app.Services.GetRequiredService<IOptionsMonitorCache<ZStackClientOptions>>().Clear();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        await _zstack.DisposeAsync();
    }

    [Fact]
    public async Task A_wait_ends_as_soon_as_the_server_calls_back()
    {
        _zstack.JobDelay = TimeSpan.FromMilliseconds(300);
        ZStackJob<CreateZoneAction.Result> job = await Client.StartAsync(new CreateZoneAction { Name = "a" }, Stop);
        CreateZoneAction.Result created = await InTime(job.WaitAsync(Stop));
        Assert.Equal("a", created.Inventory.Name);
        // One poll at the start of the wait, and one for the callback, unless a busy machine delays the first.
        Assert.InRange(Polls, 1, 2);
        await UntilAsync(() => job.Callback is not null);
        Assert.True(job.Callback!.Success);
        Assert.Equal(0, Awaited);
    }

    // The simulator posts callbacks while it still writes its 202.
    [Fact]
    public async Task Callbacks_that_race_with_the_202_are_not_lost()
    {
        var calls = Enumerable.Range(0, 100).Select(i => Client.CallAsync(new CreateZoneAction { Name = "z" + i.ToString(System.Globalization.CultureInfo.InvariantCulture) }, Stop));
        Assert.All(await InTime(Task.WhenAll(calls)), r => Assert.StartsWith("z", r.Inventory.Name, StringComparison.Ordinal));
        Assert.Equal(100, Polls);
        Assert.Equal(0, Awaited);
    }

    [Fact]
    public async Task A_callback_reports_a_failed_job_and_its_error_is_polled()
    {
        _zstack.AddFault(SimulatedFault.Fail(new SimulatedError("SYS.1000", "broken")).For("CreateZone"));
        ZStackJob<CreateZoneAction.Result> job = await Client.StartAsync(new CreateZoneAction { Name = "a" }, Stop);
        var e = await Assert.ThrowsAnyAsync<ZStackApiException>(() => InTime(job.WaitAsync(Stop)));
        Assert.Equal("SYS.1000", e.Error.Code);
        Assert.Equal(0, Awaited);
    }

    [Fact]
    public async Task A_forged_callback_changes_nothing()
    {
        _zstack.JobDelay = TimeSpan.FromMinutes(10);
        ZStackJob<CreateZoneAction.Result> job = await Client.StartAsync(new CreateZoneAction { Name = "a" }, Stop);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        Task<CreateZoneAction.Result> wait = job.WaitAsync(stop.Token);
        await UntilAsync(() => Polls == 1);
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(Guid.NewGuid().ToString("N")));
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(job.Id));
        // One poll, whatever is posted.
        await UntilAsync(() => Polls == 2);
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(job.Id));
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(job.Id));
        Assert.False(wait.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAsync<ZStackCanceledException>(() => wait);
        Assert.Equal(2, Polls);
        Assert.Equal(0, Awaited);
    }

    [Fact]
    public async Task A_repeated_callback_is_acknowledged_so_that_the_server_stops()
    {
        ZStackJob<CreateZoneAction.Result> job = await Client.StartAsync(new CreateZoneAction { Name = "a" }, Stop);
        await InTime(job.WaitAsync(Stop));
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(job.Id));
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(job.Id));
        Assert.Equal(1, Polls);
    }

    [Fact]
    public async Task A_refused_callback_is_delivered_again_by_the_server()
    {
        // As if another instance of the application had received the first one.
        string id = Guid.NewGuid().ToString("N");
        using HttpClient raw = _zstack.CreateClient();
        ZStackApiResult<ZStackRawResult> session = await Client.TryCallAsync(new ZStackRawAction("GetVersion", "PUT", "/v1/management-nodes/actions"), Stop);
        Assert.True(session.IsSuccess);
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/zones") { Content = new StringContent("""{"params":{"name":"z"}}""") };
        request.Headers.TryAddWithoutValidation("Authorization", _zstack.ReceivedCalls.Last(c => c.Headers.ContainsKey("Authorization")).Headers["Authorization"]);
        request.Headers.Add("X-Job-UUID", id);
        request.Headers.Add("X-Web-Hook", _http.BaseAddress + "hooks/zstack");
        using HttpResponseMessage accepted = await raw.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        ZStackJob<CreateZoneAction.Result> job = Client.ResumeJob<CreateZoneAction.Result>(id);
        await InTime(job.WaitAsync(Stop));
        await UntilAsync(() => job.Callback is not null);
    }

    [Theory]
    [InlineData("hooks/zstack", "GET", HttpStatusCode.MethodNotAllowed)]
    [InlineData("hooks/zstack", "POST", HttpStatusCode.BadRequest)]
    [InlineData("hooks/narrow", "POST", HttpStatusCode.NotFound)]
    public async Task Requests_that_are_not_callbacks_are_refused(string path, string method, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using HttpResponseMessage response = await _http.SendAsync(request, Stop);
        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task The_endpoint_can_be_restricted_to_a_host()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "hooks/narrow");
        request.Headers.Host = "app.example";
        request.Headers.Add("X-Job-UUID", Guid.NewGuid().ToString("N"));
        using HttpResponseMessage response = await _http.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        using var bad = new HttpRequestMessage(HttpMethod.Post, "hooks/narrow");
        bad.Headers.Host = "app.example";
        using HttpResponseMessage none = await _http.SendAsync(bad, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, none.StatusCode);
    }

    [Fact]
    public async Task An_application_without_a_client_gets_an_error_that_names_the_missing_part()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore();
        await using WebApplication app = builder.Build();
        Assert.Contains("services.AddZStack", Assert.Throws<InvalidOperationException>(() => app.MapZStackWebhook()).Message, StringComparison.Ordinal);
    }

    private static Task<T> InTime<T>(Task<T> task) => task.WaitAsync(TimeSpan.FromSeconds(60), Stop);

    private static async Task UntilAsync(Func<bool> holds)
    {
        long begin = TimeProvider.System.GetTimestamp();
        while (!holds())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(begin) < TimeSpan.FromSeconds(60), "The condition was not met within 60 seconds.");
            await Task.Delay(10, Stop);
        }
    }

    private async Task<HttpStatusCode> PostAsync(string id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "hooks/zstack") { Content = new StringContent("""{"inventory":{"name":"forged"}}""") };
        request.Headers.Add("X-Job-UUID", id);
        request.Headers.Add("X-Job-Success", "true");
        using HttpResponseMessage response = await _http.SendAsync(request, Stop);
        return response.StatusCode;
    }
}
