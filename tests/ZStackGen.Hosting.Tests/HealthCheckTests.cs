using System;
using System.Linq;
using System.Threading;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Xunit;
using ZStack;
using ZStack.Simulation;

namespace ZStackGen.Hosting.Tests;

public class HealthCheckTests
{
    [Fact]
    public async Task A_ready_node_is_healthy_without_a_login()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        HealthReportEntry entry = await CheckAsync(o => o.Use(zstack));
        Assert.Equal(HealthStatus.Healthy, entry.Status);
        Assert.Equal(["IsReadyToGo"], zstack.ReceivedCalls.Select(c => c.Api));
        Assert.False(zstack.ReceivedCalls[0].Headers.ContainsKey("Authorization"));
    }

    [Theory]
    [InlineData(null, HealthStatus.Unhealthy)]
    [InlineData(HealthStatus.Degraded, HealthStatus.Degraded)]
    public async Task A_node_that_is_not_ready_is_unhealthy(HealthStatus? failure, HealthStatus expected)
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        zstack.IsReady = false;
        HealthReportEntry entry = await CheckAsync(o => o.Use(zstack), failure);
        Assert.Equal(expected, entry.Status);
        Assert.StartsWith("The management node at http://localhost:8080/zstack is not ready: SYS.1010", entry.Description, StringComparison.Ordinal);
        Assert.Equal("SYS.1010", entry.Data["error"]);
    }

    [Fact]
    public async Task A_timeout_that_no_timer_accepts_is_refused_at_the_registration()
    {
        var e = Assert.Throws<ArgumentOutOfRangeException>(static () => new ServiceCollection().AddHealthChecks().AddZStack(timeout: TimeSpan.FromDays(50)));
        Assert.Equal("timeout", e.ParamName);
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(o => o.Use(zstack), timeout: TimeSpan.FromDays(24))).Status);
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(o => o.Use(zstack), timeout: Timeout.InfiniteTimeSpan)).Status);
    }

    [Fact]
    public async Task An_unreachable_node_is_unhealthy_with_the_cause()
    {
        HealthReportEntry entry = await CheckAsync(o =>
        {
            o.BaseAddress = "http://127.0.0.1:1";
            o.MaxRetries = 0;
        });
        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.Contains("the server cannot be reached", entry.Description, StringComparison.Ordinal);
        Assert.IsType<ZStackTransportException>(entry.Exception);
    }

    [Fact]
    public async Task A_node_that_does_not_respond_in_time_is_unhealthy()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        zstack.AddFault(SimulatedFault.Slow(TimeSpan.FromMinutes(5)));
        HealthReportEntry entry = await CheckAsync(o => o.Use(zstack), timeout: TimeSpan.FromMilliseconds(100));
        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
    }

    [Fact]
    public async Task The_text_of_a_server_is_safe_in_the_data_and_the_description()
    {
        HealthReportEntry entry = await CheckAsync(static o =>
        {
            o.BaseAddress = "http://mn.example:8080";
            o.HandlerFactory = static () => new FixedHandler("""{"error":{"code":"SYS.1\n2","details":"a\u001b[2Jb"}}""");
        });
        Assert.Equal(@"SYS.1\n2", entry.Data["error"]);
        Assert.Contains(@"SYS.1\n2: a\u001b[2Jb", entry.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_client_has_its_own_check()
    {
        await using ZStackSimulator main = await Simulators.StartAsync();
        await using ZStackSimulator east = await Simulators.StartAsync();
        east.IsReady = false;
        var services = new ServiceCollection();
        services.AddZStack(o => o.Use(main));
        services.AddZStack("east", o => o.Use(east));
        services.AddHealthChecks().AddZStack(tags: ["ready"]).AddZStack("east");
        await using ServiceProvider provider = services.BuildServiceProvider();
        HealthReport report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HealthStatus.Healthy, report.Entries["zstack"].Status);
        Assert.Equal(["ready"], report.Entries["zstack"].Tags);
        Assert.Equal(HealthStatus.Unhealthy, report.Entries["zstack-east"].Status);
    }

    private static async Task<HealthReportEntry> CheckAsync(Action<ZStackClientOptions> configure, HealthStatus? failureStatus = null, TimeSpan? timeout = null)
    {
        var services = new ServiceCollection();
        services.AddZStack(configure);
        services.AddHealthChecks().AddZStack(failureStatus: failureStatus, timeout: timeout);
        await using ServiceProvider provider = services.BuildServiceProvider();
        HealthReport report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);
        return report.Entries["zstack"];
    }

    private sealed class FixedHandler(string body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => Task.FromResult(new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) { Content = new StringContent(body) });
    }
}
