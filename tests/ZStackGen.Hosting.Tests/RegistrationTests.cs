using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;
using ZStack;
using ZStack.Api;
using ZStack.Simulation;

namespace ZStackGen.Hosting.Tests;

public class RegistrationTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_is_a_singleton_and_logs_out_when_its_container_is_disposed()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        var services = new ServiceCollection();
        services.AddZStack(o => o.Use(zstack));
        services.AddSingleton<Consumer>();
        ServiceProvider provider = services.BuildServiceProvider();
        await using (provider)
        {
            Consumer consumer = provider.GetRequiredService<Consumer>();
            Assert.Same(provider.GetRequiredService<ZStackClient>(), consumer.Client);
            Assert.NotEmpty((await consumer.Client.CallAsync(new QueryZoneAction(), Stop)).Inventories);
            Assert.DoesNotContain(zstack.ReceivedCalls, c => c.Api == "LogOut");
        }

        Assert.Single(zstack.ReceivedCalls, c => c.Api == "LogOut");
    }

    [Fact]
    public async Task Named_clients_are_resolved_by_their_names()
    {
        await using ZStackSimulator main = await Simulators.StartAsync();
        await using ZStackSimulator east = await Simulators.StartAsync();
        var services = new ServiceCollection();
        services.AddZStack(o => o.Use(main));
        services.AddZStack("east", o => o.Use(east));
        services.AddSingleton<EastConsumer>();
        await using ServiceProvider provider = services.BuildServiceProvider();
        ZStackClient client = provider.GetRequiredService<EastConsumer>().Client;
        Assert.Same(provider.GetRequiredKeyedService<ZStackClient>("east"), client);
        Assert.NotSame(provider.GetRequiredService<ZStackClient>(), client);
        await client.CallAsync(new QueryZoneAction(), Stop);
        Assert.Contains(east.ReceivedCalls, c => c.Api == "QueryZone");
        Assert.Empty(main.ReceivedCalls);
    }

    [Fact]
    public async Task Adding_a_client_twice_combines_its_options()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        var services = new ServiceCollection();
        services.AddZStack(o => o.Use(zstack));
        services.AddZStack(o => o.UserAgent = "second");
        await using ServiceProvider provider = services.BuildServiceProvider();
        await provider.GetRequiredService<ZStackClient>().CallAsync(new QueryZoneAction(), Stop);
        Assert.Single(provider.GetServices<ZStackClient>());
        Assert.All(zstack.ReceivedCalls, c => Assert.Equal("second", c.Headers["User-Agent"]));
    }

    [Fact]
    public void The_handler_follows_no_redirects_keeps_no_cookies_and_uses_the_clients_proxy()
    {
        var proxy = new System.Net.WebProxy("http://proxy.example:3128");
        var services = new ServiceCollection();
        services.AddZStack(o =>
        {
            o.BaseAddress = "http://mn.example:8080";
            o.Proxy = proxy;
        });
        using ServiceProvider provider = services.BuildServiceProvider();
        HttpMessageHandler handler = provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler("ZStack");
        while (handler is DelegatingHandler outer)
            handler = outer.InnerHandler!;
        var sockets = Assert.IsType<SocketsHttpHandler>(handler);
        Assert.False(sockets.AllowAutoRedirect);
        Assert.False(sockets.UseCookies);
        Assert.Same(proxy, sockets.Proxy);
        Assert.Equal(Timeout.InfiniteTimeSpan, provider.GetRequiredService<IHttpClientFactory>().CreateClient("ZStack").Timeout);
    }

    [Fact]
    public async Task Handlers_can_be_added_as_to_any_HttpClient()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        var services = new ServiceCollection();
        services.AddZStack(o => o.Use(zstack)).AddHttpMessageHandler(static () => new HeaderHandler());
        await using ServiceProvider provider = services.BuildServiceProvider();
        await provider.GetRequiredService<ZStackClient>().CallAsync(new QueryZoneAction(), Stop);
        Assert.All(zstack.ReceivedCalls, c => Assert.Equal("yes", c.Headers["X-Own"]));
    }

    [Fact]
    public async Task The_client_uses_the_applications_clock()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        TimeProvider? seen = null;
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddZStack(o =>
        {
            seen = o.TimeProvider;
            o.Use(zstack);
        });
        await using ServiceProvider provider = services.BuildServiceProvider();
        Assert.NotNull(provider.GetRequiredService<ZStackClient>());
        Assert.Same(clock, seen);
    }

    [Fact]
    public async Task A_host_with_invalid_options_does_not_start_and_states_the_cause()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddZStack("east", o => o.PollInterval = TimeSpan.Zero);
        using IHost host = builder.Build();
        var e = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => host.StartAsync(Stop));
        Assert.Equal("ZStack client 'east': BaseAddress: The base address is empty. Write it like 'http://mn.example:8080' or 'https://cloud.example/zstack'.", e.Failures.Single());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void A_named_client_needs_a_name(string name)
        => Assert.Throws<ArgumentException>(() => new ServiceCollection().AddZStack(name));

    [Fact]
    public void Names_that_differ_only_in_case_are_refused()
    {
        var services = new ServiceCollection();
        services.AddZStack("East");
        services.AddZStack("East");
        Assert.Contains("named 'East' has been added", Assert.Throws<ArgumentException>(() => services.AddZStack("east")).Message, StringComparison.Ordinal);
    }

    private sealed class Consumer(ZStackClient client)
    {
        public ZStackClient Client { get; } = client;
    }

    private sealed class EastConsumer([FromKeyedServices("east")] ZStackClient client)
    {
        public ZStackClient Client { get; } = client;
    }

    private sealed class HeaderHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("X-Own", "yes");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
