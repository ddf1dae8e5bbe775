using System;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using Xunit;
using ZStack.Tests.Model;
using ZStack.Tests.Peers;

namespace ZStack.Tests.Client;

// Uses real connections on loopback.
public class WireTests
{
    private const string Body = """{"inventories":[{"uuid":"u","name":"中文"}],"total":1}""";

    [Fact]
    public async Task A_call_succeeds_over_a_real_connection()
    {
        await using var peer = new RawPeer(_ => RawPeer.Http(200, """{"inventory":{"uuid":"u"}}"""));
        await using var client = Client(peer);
        Assert.Equal("u", (await client.CallAsync(new CreateZoneAction { Name = "中" }, TestContext.Current.CancellationToken)).ZoneUuid);
        string request = peer.Requests.Single();
        Assert.StartsWith("POST /zstack/v1/zones HTTP/1.1\r\n", request, StringComparison.Ordinal);
        Assert.Contains("\r\nAuthorization: OAuth the-session\r\n", request, StringComparison.Ordinal);
        Assert.Contains("\r\nContent-Type: application/json; charset=utf-8\r\n", request, StringComparison.Ordinal);
        Assert.EndsWith("""{"params":{"name":"中"}}""", request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_date_of_an_access_key_is_sent_as_it_was_signed()
    {
        await using var peer = new RawPeer(_ => RawPeer.Http(200, "{}"));
        await using var client = new ZStackClient(new ZStackClientOptions
        {
            BaseAddress = peer.Address,
            Credential = ZStackCredential.AccessKey("the-key-id", "the-key-secret"),
            ServerTimeZone = TimeZoneInfo.CreateCustomTimeZone("z", TimeSpan.FromHours(8), "z", "z"),
        });
        await client.CallAsync(new QueryVmInstanceAction { Limit = 1 }, TestContext.Current.CancellationToken);
        string[] lines = peer.Requests.Single().Split("\r\n");
        string date = lines.Single(l => l.StartsWith("Date: ", StringComparison.Ordinal))[6..];
        Assert.EndsWith(" GMT+08:00", date, StringComparison.Ordinal);
        Assert.Contains("Authorization: ZStack the-key-id:" + ZStackAccessKeySignature.Compute("the-key-secret", "GET", date, "/v1/vm-instances"), lines);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_connection_cut_at_any_byte_is_a_typed_error(bool chunked)
    {
        byte[] whole = chunked ? RawPeer.Chunked(Body) : RawPeer.Http(200, Body);
        int cut = 0;
        await using var peer = new RawPeer(_ => whole.AsSpan(0, cut).ToArray());
        await using var client = Client(peer);
        for (; cut < whole.Length; cut++)
        {
            // The result may be complete before the last bytes of the framing.
            if (chunked && cut >= whole.Length - 7)
                continue;
            var e = await Assert.ThrowsAnyAsync<ZStackTransportException>(() => client.CallAsync(new QueryVmInstanceAction(), TestContext.Current.CancellationToken));
            Assert.StartsWith("QueryVmInstance (GET /v1/vm-instances at " + peer.Address + "): the connection broke before the response was complete", e.Message, StringComparison.Ordinal);
            Assert.True(e.MayHaveReachedServer);
        }

        Assert.Equal(1, (await client.CallAsync(new QueryVmInstanceAction(), TestContext.Current.CancellationToken)).Total);
    }

    [Fact]
    public async Task A_wrong_content_length_is_harmless()
    {
        int length = 0;
        await using var peer = new RawPeer(_ => RawPeer.Http(200, Body, length));
        await using var client = Client(peer);
        var ct = TestContext.Current.CancellationToken;
        length = Encoding.UTF8.GetByteCount(Body) + 1;
        await Assert.ThrowsAsync<ZStackTransportException>(() => client.CallAsync(new QueryVmInstanceAction(), ct));
        length = 10;
        Assert.Contains("cut off after 10 bytes", (await Assert.ThrowsAsync<ZStackProtocolException>(() => client.CallAsync(new QueryVmInstanceAction(), ct))).Message, StringComparison.Ordinal);
        length = 2_000_000_000;
        Assert.Contains("MaxResponseBytes", (await Assert.ThrowsAsync<ZStackProtocolException>(() => client.CallAsync(new QueryVmInstanceAction(), ct))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task A_response_that_the_handler_cannot_decompress_is_a_typed_error(string encoding)
    {
        const string Body = "this is nothing of that kind";
        await using var peer = new RawPeer(_ => System.Text.Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Encoding: {encoding}\r\nContent-Length: {Body.Length}\r\n\r\n{Body}"));
        using var handler = new System.Net.Http.SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = System.Net.DecompressionMethods.All };
        await using var client = new ZStackClient(handler, new ZStackClientOptions { BaseAddress = peer.Address });
        var e = await Assert.ThrowsAsync<ZStackProtocolException>(() => client.CallAsync(new GetVersionAction(), TestContext.Current.CancellationToken));
        Assert.StartsWith("GetVersion (PUT /v1/management-nodes/actions at " + peer.Address + "): the response cannot be decompressed: ", e.Message, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.OK, e.Status);
    }

    [Fact]
    public async Task The_clients_own_handler_requests_and_reads_compressed_responses()
    {
        await using var peer = new RawPeer(_ => Compressed(GZip(Body)));
        await using var client = Client(peer);
        QueryVmInstanceAction.Result result = await client.CallAsync(new QueryVmInstanceAction(), TestContext.Current.CancellationToken);
        Assert.Single(result.Inventories);
        Assert.Equal("kept", result.Response!.Headers["X-Other"]);
        Assert.Contains("Accept-Encoding: gzip", Assert.Single(peer.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_limit_of_a_compressed_response_applies_to_its_decompressed_bytes()
    {
        byte[] bomb = Compressed(GZip("{\"inventories\":[" + new string(' ', 8_000_000) + "]}"));
        Assert.True(bomb.Length < 100_000);
        await using var peer = new RawPeer(_ => bomb);
        await using var client = new ZStackClient(new ZStackClientOptions { BaseAddress = peer.Address, Credential = ZStackCredential.Session("the-session"), MaxResponseBytes = 1_000_000 });
        var e = await Assert.ThrowsAsync<ZStackProtocolException>(() => client.CallAsync(new QueryVmInstanceAction(), TestContext.Current.CancellationToken));
        Assert.Contains("MaxResponseBytes", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(20)]
    [InlineData(40)]
    public async Task A_damaged_compressed_response_is_a_typed_error(int kept)
    {
        byte[] whole = GZip(Body);
        Assert.True(whole.Length > 40);
        await using var peer = new RawPeer(_ => Compressed(whole[..kept]));
        await using var client = Client(peer);
        var e = await Assert.ThrowsAsync<ZStackProtocolException>(() => client.CallAsync(new QueryVmInstanceAction(), TestContext.Current.CancellationToken));
        Assert.StartsWith("QueryVmInstance (GET /v1/vm-instances at " + peer.Address + ")", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_connection_names_api_and_host()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        string address = "http://127.0.0.1:" + ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await using var client = new ZStackClient(address, ZStackCredential.Password("admin", "password"));
        var e = await Assert.ThrowsAsync<ZStackTransportException>(() => client.CallAsync(new QueryVmInstanceAction(), TestContext.Current.CancellationToken));
        Assert.StartsWith("LogInByAccount (PUT /v1/accounts/login at " + address + "): the server cannot be reached: ", e.Message, StringComparison.Ordinal);
        Assert.EndsWith("Check the base address, and that ZStack is running there", e.Message, StringComparison.Ordinal);
        Assert.False(e.MayHaveReachedServer);
    }

    [Fact]
    public async Task A_redirect_to_another_origin_gets_no_request_at_all()
    {
        await using var thief = new RawPeer(_ => RawPeer.Http(200, "{}"));
        await using var peer = new RawPeer(_ => Encoding.UTF8.GetBytes($"HTTP/1.1 307 X\r\nLocation: {thief.Address}/zstack/v1/zones\r\nContent-Length: 0\r\n\r\n"));
        await using var client = Client(peer);
        await Assert.ThrowsAsync<ZStackHttpException>(() => client.CallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken));
        Assert.Empty(thief.Requests);
    }

    private static byte[] GZip(string text)
    {
        using var buffer = new System.IO.MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(buffer, System.IO.Compression.CompressionLevel.Optimal))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return buffer.ToArray();
    }

    private static byte[] Compressed(byte[] body)
        => [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nX-Other: kept\r\nContent-Length: {body.Length}\r\n\r\n"), .. body];

    private static ZStackClient Client(RawPeer peer)
        => new(new ZStackClientOptions { BaseAddress = peer.Address, Credential = ZStackCredential.Session("the-session"), MaxRetries = 0, RequestTimeout = TimeSpan.FromMinutes(1) });
}
