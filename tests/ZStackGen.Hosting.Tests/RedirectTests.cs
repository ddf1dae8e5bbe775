using System;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using ZStack;
using ZStack.Api;
using ZStack.Tests.Peers;

namespace ZStackGen.Hosting.Tests;

/// <summary>No secret is sent to another server if the handlers come from IHttpClientFactory.</summary>
public sealed class RedirectTests
{
    private const string Password = "Tr0ub4dor&3";

    public static TheoryData<int, string> Redirects
    {
        get
        {
            var data = new TheoryData<int, string>();
            foreach (int status in new[] { 301, 302, 303, 307, 308 })
            {
                foreach (string request in new[] { "login", "call", "poll" })
                    data.Add(status, request);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Redirects))]
    public Task The_registered_client_follows_no_redirect(int status, string request) => TryAsync(status, request, static _ => { });

    [Theory]
    [MemberData(nameof(Redirects))]
    public Task An_added_handler_that_follows_redirects_is_stopped(int status, string request)
        => TryAsync(status, request, static builder => builder.AddHttpMessageHandler(static () => new Follower()));

    [Theory]
    [MemberData(nameof(Redirects))]
    public Task A_primary_handler_of_the_application_follows_no_redirect(int status, string request)
        => TryAsync(status, request, static builder => builder.ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler { AllowAutoRedirect = false }));

    [Fact]
    public async Task A_primary_handler_that_follows_redirects_is_refused()
    {
        var services = new ServiceCollection();
        services.AddZStack(static options => options.BaseAddress = "http://127.0.0.1:1").ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler { AllowAutoRedirect = true });
        await using ServiceProvider provider = services.BuildServiceProvider();
        var e = Assert.ThrowsAny<Exception>(() => provider.GetRequiredService<ZStackClient>());
        Assert.Contains("follows redirects", e.ToString(), StringComparison.Ordinal);
    }

    private static async Task TryAsync(int status, string redirected, Action<IHttpClientBuilder> configure)
    {
        await using var thief = new RawPeer(_ => RawPeer.Http(200, """{"inventory":{"uuid":"forged-session","name":"forged"}}"""));
        byte[] redirect = Encoding.ASCII.GetBytes($"HTTP/1.1 {status} X\r\nLocation: {thief.Address}/zstack/v1/x\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        await using var peer = new RawPeer(request =>
        {
            bool isLogin = request.Contains("/accounts/login", StringComparison.Ordinal);
            bool isPoll = request.Contains("/api-jobs/", StringComparison.Ordinal);
            if (redirected == (isLogin ? "login" : isPoll ? "poll" : "call"))
                return redirect;
            return isLogin ? Closing(200, """{"inventory":{"uuid":"the-real-session"}}""") : Closing(202, "{}");
        });
        var services = new ServiceCollection();
        configure(services.AddZStack(options =>
        {
            options.BaseAddress = peer.Address;
            options.Credential = ZStackCredential.Password("admin", Password);
            options.MaxRetries = 0;
            options.MaxPollOutage = TimeSpan.Zero;
            options.PollInterval = TimeSpan.FromMilliseconds(1);
            options.LogOutOnDispose = false;
        }));
        await using ServiceProvider provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ZStackClient>();
        var e = await Assert.ThrowsAnyAsync<Exception>(() => client.CallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken));
        // The registered client refuses a second request of a call before it knows the target.
        if (e is InvalidOperationException)
            Assert.Contains("sent a ZStack call a second time", e.Message, StringComparison.Ordinal);
        else
            Assert.Contains("redirect to " + thief.Address, Assert.IsAssignableFrom<ZStackException>(e).Message, StringComparison.Ordinal);
        Assert.Empty(thief.Requests);
        Assert.DoesNotContain(peer.Requests, request => request.Contains("forged", StringComparison.Ordinal));
    }

    // The peer closes each connection, so the client must not reuse it.
    private static byte[] Closing(int status, string body)
        => Encoding.ASCII.GetBytes($"HTTP/1.1 {status} X\r\nConnection: close\r\nContent-Length: {body.Length}\r\n\r\n{body}");

    /// <summary>Sends the same message again, as a handler of an application might.</summary>
    private sealed class Follower : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            if (response.Headers.Location is not { } location)
                return response;
            response.Dispose();
            request.RequestUri = location;
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
