using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Reflection;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStack.Tests.Model;
using ZStack.Tests.Peers;

namespace ZStack.Tests.Client;

/// <summary>No secret is sent to another server and no response from there is accepted, whichever handler is used.</summary>
public class RedirectTests
{
    private const string Password = "Tr0ub4dor&3";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<int, string> Redirects
    {
        get
        {
            var data = new TheoryData<int, string>();
            foreach (int status in new[] { 301, 302, 303, 307, 308 })
                foreach (string what in new[] { "login", "call", "poll" })
                    data.Add(status, what);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Redirects))]
    public Task The_clients_own_handler_follows_no_redirect(int status, string what)
        => TryAsync(status, what, options => new ZStackClient(options));

    [Theory]
    [MemberData(nameof(Redirects))]
    public async Task A_handler_of_the_user_follows_no_redirect(int status, string what)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        await TryAsync(status, what, options => new ZStackClient(handler, options));
    }

    // A handler that does the same as AllowAutoRedirect: it sends the request again, with its body and its headers.
    [Theory]
    [MemberData(nameof(Redirects))]
    public async Task A_handler_that_follows_redirects_itself_is_stopped(int status, string what)
    {
        using var handler = new Follower(new SocketsHttpHandler { AllowAutoRedirect = false });
        await TryAsync(status, what, options => new ZStackClient(handler, options));
        using var made = new Follower(new SocketsHttpHandler { AllowAutoRedirect = false });
        await TryAsync(status, what, options =>
        {
            options.HandlerFactory = () => made;
            return new ZStackClient(options);
        });
    }

    // The innermost handler is not accessible, so no guard can be inserted. The body is not sent, and the response is refused.
    [Theory]
    [MemberData(nameof(Redirects))]
    public async Task A_handler_with_a_hidden_inner_handler_sends_no_body_and_its_response_is_refused(int status, string what)
    {
        using var handler = new Closed(new Follower(new SocketsHttpHandler { AllowAutoRedirect = false }));
        await TryAsync(status, what, options => new ZStackClient(handler, options), mayReachTheThief: what == "poll");
    }

    /// <summary>.NET Standard has no SocketsHttpHandler, so that build cannot read its settings.</summary>
    private static bool KnowsSockets =>
        typeof(ZStackClient).Assembly.GetCustomAttribute<System.Runtime.Versioning.TargetFrameworkAttribute>()?.FrameworkName.StartsWith(".NETStandard", StringComparison.Ordinal) != true;

    [Fact]
    public void A_handler_that_follows_redirects_is_refused_anywhere_in_the_chain()
    {
        var options = new ZStackClientOptions { BaseAddress = StubServer.Base };
        using var sockets = new SocketsHttpHandler();
        using var client = new HttpClientHandler();
        using var chain = new Follower(new Follower(new HttpClientHandler()));
        foreach (HttpMessageHandler handler in KnowsSockets ? new HttpMessageHandler[] { sockets, client, chain } : [client, chain])
        {
            var e = Assert.Throws<ArgumentException>(() => new ZStackClient(handler, options));
            Assert.Contains("follows redirects", e.Message, StringComparison.Ordinal);
            Assert.Contains("Set its AllowAutoRedirect to false", e.Message, StringComparison.Ordinal);
        }
    }

    // The build for .NET Standard cannot read the settings of this handler, so it cannot refuse the handler.
    [Theory]
    [MemberData(nameof(Redirects))]
    public async Task A_handler_with_unreadable_settings_sends_no_secret_to_another_server(int status, string what)
    {
        if (KnowsSockets)
            return;
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = true };
        await TryAsync(status, what, options => new ZStackClient(handler, options), mayReachTheThief: true);
    }

    [Fact]
    public void A_handler_that_the_client_refuses_is_disposed_if_the_client_owns_it()
    {
        using var stub = new Disposable();
        using var handler = new Follower(new HttpClientHandler(), stub);
        Assert.Throws<ArgumentException>(() => new ZStackClient(new ZStackClientOptions { BaseAddress = StubServer.Base, HandlerFactory = () => handler }));
        Assert.True(stub.IsDisposed);
    }

    private static async Task TryAsync(int status, string what, Func<ZStackClientOptions, ZStackClient> create, bool mayReachTheThief = false)
    {
        await using var thief = new RawPeer(_ => RawPeer.Http(200, """{"inventory":{"uuid":"forged-session","name":"forged"}}"""));
        string redirect = $"HTTP/1.1 {status} X\r\nLocation: {thief.Address}/zstack/v1/x\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
        await using var peer = new RawPeer(request =>
        {
            bool isLogin = request.Contains("/accounts/login", StringComparison.Ordinal);
            bool isPoll = request.Contains("/api-jobs/", StringComparison.Ordinal);
            if (what == (isLogin ? "login" : isPoll ? "poll" : "call"))
                return Encoding.ASCII.GetBytes(redirect);
            return isLogin ? Closing(200, """{"inventory":{"uuid":"the-real-session"}}""") : Closing(202, "{}");
        });
        var options = new ZStackClientOptions
        {
            BaseAddress = peer.Address,
            Credential = ZStackCredential.Password("admin", Password),
            MaxRetries = 0,
            MaxPollOutage = TimeSpan.Zero,
            PollInterval = TimeSpan.FromMilliseconds(1),
            LogOutOnDispose = false,
        };
        await using ZStackClient client = create(options);
        var e = await Assert.ThrowsAnyAsync<ZStackException>(() => client.CallAsync(new CreateZoneAction { Name = "z" }, Stop));
        Assert.True(e is ZStackHttpException or ZStackProtocolException, e.ToString());
        Assert.Contains("redirect to " + thief.Address, e.Message, StringComparison.Ordinal);
        string stolen = string.Join("\n", thief.Requests);
        Assert.DoesNotContain("password", stolen, StringComparison.OrdinalIgnoreCase);
        if (!mayReachTheThief)
            Assert.DoesNotContain("the-real-session", stolen, StringComparison.Ordinal);
        Assert.DoesNotContain(peer.Requests, r => r.Contains("forged", StringComparison.Ordinal));
        if (mayReachTheThief || what == "login")
            return;
        Assert.Empty(thief.Requests);
    }

    // The peer closes each connection, so the client must not reuse it.
    private static byte[] Closing(int status, string body)
        => Encoding.ASCII.GetBytes($"HTTP/1.1 {status} X\r\nConnection: close\r\nContent-Length: {body.Length}\r\n\r\n{body}");

    // Follows redirects as a handler of an application might, by sending the same message again.
    private sealed class Follower(HttpMessageHandler inner, IDisposable? beside = null) : DelegatingHandler(inner)
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

        protected override void Dispose(bool disposing)
        {
            beside?.Dispose();
            base.Dispose(disposing);
        }
    }

    private sealed class Closed(HttpMessageHandler inner) : HttpMessageHandler
    {
        private readonly HttpMessageInvoker _inner = new(inner);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => _inner.SendAsync(request, cancellationToken);

        protected override void Dispose(bool disposing)
        {
            _inner.Dispose();
            base.Dispose(disposing);
        }
    }

    private sealed class Disposable : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
