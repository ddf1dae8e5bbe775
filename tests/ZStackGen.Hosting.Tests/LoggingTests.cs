using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;
using ZStack;
using ZStack.Api;
using ZStack.Hosting;
using ZStack.Simulation;

namespace ZStackGen.Hosting.Tests;

public sealed class LoggingTests : IDisposable
{
    private readonly CapturedLogs _logs = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _logs.Dispose();

    [Fact]
    public async Task A_call_is_logged_from_the_login_to_the_end_of_its_job()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        await using (ServiceProvider provider = Services(o => o.Use(zstack)))
            await provider.GetRequiredService<ZStackClient>().CallAsync(new CreateZoneAction { Name = "z" }, Stop);
        Assert.All(_logs.Entries.Where(e => e.Category.StartsWith("ZStack", StringComparison.Ordinal)), e => Assert.Equal(ZStackLogEvents.ClientCategory, e.Category));
        Assert.Equal(
            [
                (LogLevel.Trace, ZStackLogEvents.RequestSending), (LogLevel.Debug, ZStackLogEvents.ResponseReceived), (LogLevel.Information, ZStackLogEvents.LoggedIn),
                (LogLevel.Trace, ZStackLogEvents.RequestSending), (LogLevel.Debug, ZStackLogEvents.ResponseReceived), (LogLevel.Information, ZStackLogEvents.JobAccepted),
                (LogLevel.Trace, ZStackLogEvents.RequestSending), (LogLevel.Debug, ZStackLogEvents.ResponseReceived), (LogLevel.Information, ZStackLogEvents.JobSucceeded),
                (LogLevel.Trace, ZStackLogEvents.RequestSending), (LogLevel.Debug, ZStackLogEvents.ResponseReceived),
            ],
            Entries.Select(e => (e.Level, e.Event.Id)));
        CapturedLog answered = Entries.Last(e => e.Event.Id == ZStackLogEvents.ResponseReceived && (string?)Value(e, "Api") == "CreateZone");
        Assert.Equal("ResponseReceived", answered.Event.Name);
        Assert.Equal(("GET", "/v1/api-jobs/{uuid}", 200), (Value(answered, "Method"), Value(answered, "Path"), Value(answered, "Status")));
        // HttpClient's own logs would contain the session in the URL of the logout.
        Assert.DoesNotContain(_logs.Entries, e => e.Category.StartsWith("System.Net.Http", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Failures_are_logged_by_their_kind()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        zstack.AddFault(SimulatedFault.Html(502).For("QueryZone"));
        zstack.AddFault(SimulatedFault.Fail(new SimulatedError("SYS.1006", "no")).For("CreateZone"));
        await using ServiceProvider provider = Services(o => o.Use(zstack));
        ZStackClient client = provider.GetRequiredService<ZStackClient>();
        await client.CallAsync(new QueryZoneAction(), Stop);
        _ = await client.TryCallAsync(new CreateZoneAction { Name = "z" }, Stop);
        CapturedLog resent = Assert.Single(Entries, e => e.Event.Id == ZStackLogEvents.RequestRetrying);
        Assert.Equal((LogLevel.Warning, "status 502", 1), (resent.Level, Value(resent, "Reason"), Value(resent, "Retry")));
        CapturedLog failed = Assert.Single(Entries, e => e.Event.Id == ZStackLogEvents.JobFailed);
        Assert.Equal((LogLevel.Warning, "SYS.1006"), (failed.Level, Value(failed, "Error")));

        await using ServiceProvider wrong = Services(o =>
        {
            o.Use(zstack);
            o.Credential = ZStackCredential.Password("admin", "wrong-one");
        });
        await Assert.ThrowsAsync<ZStackAuthenticationException>(() => wrong.GetRequiredService<ZStackClient>().LogInAsync(Stop));
        CapturedLog refused = Assert.Single(Entries, e => e.Event.Id == ZStackLogEvents.LogInFailed);
        Assert.Equal((LogLevel.Error, "ID.1000"), (refused.Level, Value(refused, "Error")));
        Assert.IsType<ZStackAuthenticationException>(refused.Exception);
    }

    [Fact]
    public async Task A_failover_is_logged_with_both_nodes()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync(configure: static o => o.Port = 0);
        await using ServiceProvider provider = Services(o =>
        {
            o.Use(zstack);
            o.FailoverAddresses = [o.BaseAddress!];
            o.BaseAddress = "http://127.0.0.1:1";
        });
        await provider.GetRequiredService<ZStackClient>().CallAsync(new QueryZoneAction(), Stop);
        CapturedLog over = Assert.Single(Entries, e => e.Event.Id == ZStackLogEvents.FailingOver);
        Assert.Equal("http://127.0.0.1:1/zstack", Value(over, "Server")!.ToString());
        Assert.Equal(zstack.BaseAddress, Value(over, "NextServer"));
    }

    [Fact]
    public void Each_event_has_its_own_id_and_name()
    {
        var ids = typeof(ZStackLogEvents).GetFields().Where(f => f.FieldType == typeof(int)).ToDictionary(f => f.Name, f => (int)f.GetRawConstantValue()!);
        Assert.Equal(16, ids.Count);
        Assert.Equal(ids.Count, ids.Values.Distinct().Count());
    }

    [Fact]
    public void Each_event_of_an_observer_is_logged()
    {
        Type observer = typeof(ZStackLogEvents).Assembly.GetType("ZStack.Hosting.LoggingObserver", throwOnError: true)!;
        Assert.All(
            typeof(ZStackClientObserver).GetMethods().Where(static m => m.IsVirtual && m.DeclaringType == typeof(ZStackClientObserver)),
            m => Assert.Equal(observer, observer.GetMethod(m.Name, [.. m.GetParameters().Select(static p => p.ParameterType)])!.DeclaringType));
    }

    [Fact]
    public async Task A_member_of_another_kind_is_logged_once()
    {
        await using ServiceProvider provider = Services(static o =>
        {
            o.BaseAddress = "http://mn.example:8080";
            o.ServerTimeZone = TimeZoneInfo.Utc;
            o.HandlerFactory = static () => new Zones();
        });
        IZStackClient client = provider.GetRequiredService<IZStackClient>();
        for (int i = 0; i < 2; i++)
            await client.CallAsync(new QueryZoneAction { SessionId = "some" }, Stop);
        CapturedLog mismatch = Assert.Single(Entries, static e => e.Event.Id == ZStackLogEvents.MemberMismatched);
        Assert.Equal(LogLevel.Warning, mismatch.Level);
        Assert.Equal("QueryZone: $.inventories[0].createDate in the response of http://mn.example:8080/zstack is not a timestamp; the value is in UnknownMembers", mismatch.Message);
    }

    [Fact]
    public async Task Nothing_is_logged_if_no_level_is_enabled()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        var services = new ServiceCollection();
        services.AddLogging(b => b.SetMinimumLevel(LogLevel.None).AddProvider(_logs));
        services.AddZStack(o => o.Use(zstack));
        await using (ServiceProvider provider = services.BuildServiceProvider())
            await provider.GetRequiredService<ZStackClient>().CallAsync(new CreateZoneAction { Name = "z" }, Stop);
        Assert.Empty(Entries);
    }

    [Fact]
    public async Task An_observer_of_the_application_replaces_the_logs()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        var own = new Counter();
        await using ServiceProvider provider = Services(o =>
        {
            o.Use(zstack);
            o.Observer = own;
        });
        await provider.GetRequiredService<ZStackClient>().CallAsync(new QueryZoneAction(), Stop);
        Assert.Equal(2, own.Requests);
        Assert.Empty(Entries);
    }

    private IReadOnlyList<CapturedLog> Entries => [.. _logs.Entries.Where(static e => e.Category.StartsWith("ZStack", StringComparison.Ordinal))];

    private static object? Value(CapturedLog log, string name) => log.Values.Single(v => v.Key == name).Value;

    private ServiceProvider Services(Action<ZStackClientOptions> configure)
    {
        var services = new ServiceCollection();
        services.AddLogging(b => b.SetMinimumLevel(LogLevel.Trace).AddProvider(_logs));
        services.AddZStack(configure);
        return services.BuildServiceProvider();
    }

    private sealed class Zones : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => Task.FromResult(new HttpResponseMessage { Content = new StringContent("""{"inventories":[{"uuid":"a","createDate":"today"}]}""") });
    }

    private sealed class Counter : ZStackClientObserver
    {
        public int Requests { get; private set; }

        public override void RequestSending(in ZStackClientEvent request) => Requests++;
    }
}
