using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStack.Tests.Model;
using ZStack.Tests.Peers;

namespace ZStack.Tests.Client;

public sealed class TlsTests : IDisposable
{
    private readonly TestAuthority _authority = new("Authority of the test");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _authority.Dispose();

    [Fact]
    public async Task A_certificate_of_a_given_authority_is_trusted()
    {
        using X509Certificate2 certificate = _authority.Issue("localhost");
        await using var peer = new TlsPeer(certificate);
        Assert.Equal("5.2.1", await CallAsync(peer, o => o.CertificateAuthorities = _authority.Trusted));
    }

    [Fact]
    public async Task An_authority_can_come_from_a_pem_file()
    {
        using X509Certificate2 certificate = _authority.Issue("localhost");
        await using var peer = new TlsPeer(certificate);
        using var unrelated = new TestAuthority("Another");
        string file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, "# ours\n" + unrelated.Certificate.ExportCertificatePem() + "\n" + _authority.Certificate.ExportCertificatePem(), Stop);
            Assert.Equal("5.2.1", await CallAsync(peer, o => o.CertificateAuthorityFile = file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task An_intermediate_authority_sent_by_the_server_is_followed_to_the_root()
    {
        using var between = new TestAuthority("In between", _authority);
        using X509Certificate2 certificate = between.Issue("localhost");
        await using var peer = new TlsPeer(certificate, between.Certificate);
        Assert.Equal("5.2.1", await CallAsync(peer, o => o.CertificateAuthorities = _authority.Trusted));
    }

    [Fact]
    public async Task A_self_signed_certificate_is_trusted_if_it_is_configured()
    {
        using X509Certificate2 certificate = TestAuthority.SelfSigned("localhost");
        await using var peer = new TlsPeer(certificate);
        Assert.Equal("5.2.1", await CallAsync(peer, o => o.CertificateAuthorities = [X509CertificateLoader.LoadCertificate(certificate.RawData)]));
    }

    [Fact]
    public async Task A_certificate_without_its_authority_is_refused_and_the_exception_states_the_cause()
    {
        using X509Certificate2 certificate = _authority.Issue("localhost");
        await using var peer = new TlsPeer(certificate);
        ZStackTransportException e = await RefusedAsync(peer, _ => { });
        Assert.Contains("): the server's certificate is not trusted: ", e.Message, StringComparison.Ordinal);
        Assert.Contains("ZStackClientOptions.CertificateAuthorities", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_configured_authorities_are_trusted_not_even_others_of_the_same_name()
    {
        using var twin = new TestAuthority("Authority of the test");
        using X509Certificate2 certificate = twin.Issue("localhost");
        await using var peer = new TlsPeer(certificate, twin.Certificate);
        ZStackTransportException e = await RefusedAsync(peer, o => o.CertificateAuthorities = _authority.Trusted);
        Assert.Contains("certificate is not trusted", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_for_another_host_is_refused_regardless_of_its_issuer()
    {
        using X509Certificate2 certificate = _authority.Issue("other.example");
        await using var peer = new TlsPeer(certificate);
        ZStackTransportException e = await RefusedAsync(peer, o => o.CertificateAuthorities = _authority.Trusted);
        Assert.Contains("certificate is not trusted", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_certificate_is_refused()
    {
        using X509Certificate2 certificate = _authority.Issue("localhost", expired: true);
        await using var peer = new TlsPeer(certificate);
        await RefusedAsync(peer, o => o.CertificateAuthorities = _authority.Trusted);
    }

    [Fact]
    public async Task A_certificate_that_is_not_for_servers_is_refused()
    {
        // A client certificate.
        using X509Certificate2 certificate = _authority.Issue("localhost", use: "1.3.6.1.5.5.7.3.2");
        await using var peer = new TlsPeer(certificate);
        await RefusedAsync(peer, o => o.CertificateAuthorities = _authority.Trusted);
    }

    [Fact]
    public async Task A_server_without_tls_is_not_reported_as_a_certificate_error()
    {
        await using var peer = new RawPeer(_ => RawPeer.Http(200, "{}"));
        await using var client = new ZStackClient(new ZStackClientOptions { BaseAddress = peer.Address.Replace("http:", "https:", StringComparison.Ordinal) });
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        deadline.CancelAfter(TimeSpan.FromSeconds(30));
        // The peer waits for the end of a header, which a TLS hello does not have, so the test closes it.
        Task<GetVersionAction.Result> call = client.CallAsync(new GetVersionAction(), deadline.Token);
        while (peer.Connections == 0)
            await Task.Delay(5, deadline.Token);
        await peer.DisposeAsync();
        var e = await Assert.ThrowsAsync<ZStackTransportException>(() => call);
        Assert.DoesNotContain("certificate", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_use_the_configured_proxy()
    {
        await using var proxy = new RawPeer(_ => RawPeer.Http(200, """{"version":"through the proxy"}"""));
        await using var client = new ZStackClient(new ZStackClientOptions { BaseAddress = "http://mn.example:8080", Proxy = new WebProxy(proxy.Address) });
        Assert.Equal("through the proxy", (await client.CallAsync(new GetVersionAction(), Stop)).Version);
        Assert.StartsWith("PUT http://mn.example:8080/zstack/v1/management-nodes/actions HTTP/1.1\r\n", Assert.Single(proxy.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unreachable_proxy_is_reported_as_an_unreachable_server()
    {
        string address;
        await using (var gone = new RawPeer(_ => RawPeer.Http(200, "{}")))
            address = gone.Address;
        await using var client = new ZStackClient(new ZStackClientOptions { BaseAddress = "http://mn.example:8080", Proxy = new WebProxy(address) });
        var e = await Assert.ThrowsAsync<ZStackTransportException>(() => client.CallAsync(new GetVersionAction(), Stop));
        Assert.False(e.MayHaveReachedServer);
    }

    [Fact]
    public async Task The_handler_can_be_used_in_a_chain_of_handlers()
    {
        using X509Certificate2 certificate = _authority.Issue("localhost");
        await using var peer = new TlsPeer(certificate);
        var options = new ZStackClientOptions { BaseAddress = peer.Address, CertificateAuthorities = _authority.Trusted };
        using HttpMessageHandler handler = options.CreateHandler();
        await using var client = new ZStackClient(handler, options);
        Assert.Equal("5.2.1", (await client.CallAsync(new GetVersionAction(), Stop)).Version);
    }

    [Fact]
    public void Invalid_settings_are_named()
    {
        string file = Path.GetTempFileName();
        try
        {
            Assert.Contains("contains no certificate", Refused(o => o.CertificateAuthorityFile = file), StringComparison.Ordinal);
            File.WriteAllText(file, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----");
            Assert.Contains("'" + file + "' cannot be read", Refused(o => o.CertificateAuthorityFile = file), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }

        Assert.Contains("'" + file + "' cannot be read", Refused(o => o.CertificateAuthorityFile = file), StringComparison.Ordinal);
        Assert.Contains("is empty", Refused(o => o.CertificateAuthorities = []), StringComparison.Ordinal);
        Assert.StartsWith("ZStackClientOptions.HandlerFactory must be null if", Refused(o =>
        {
            o.HandlerFactory = () => new SocketsHttpHandler();
            o.Proxy = new WebProxy();
        }), StringComparison.Ordinal);

        static string Refused(Action<ZStackClientOptions> change)
        {
            var options = new ZStackClientOptions { BaseAddress = "https://h" };
            change(options);
            return Assert.Throws<ArgumentException>(() => new ZStackClient(options)).Message;
        }
    }

    private static async Task<string?> CallAsync(TlsPeer peer, Action<ZStackClientOptions> change)
    {
        var options = new ZStackClientOptions { BaseAddress = peer.Address };
        change(options);
        await using var client = new ZStackClient(options);
        return (await client.CallAsync(new GetVersionAction(), Stop)).Version;
    }

    private static async Task<ZStackTransportException> RefusedAsync(TlsPeer peer, Action<ZStackClientOptions> change)
    {
        var e = await Assert.ThrowsAsync<ZStackTransportException>(() => CallAsync(peer, change));
        Assert.False(e.MayHaveReachedServer);
        Assert.Equal(0, peer.Requests);
        return e;
    }
}
