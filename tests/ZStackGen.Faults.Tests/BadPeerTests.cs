using System;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ZStack;
using ZStack.Api;
using ZStackGen.Faults.Tests.Peers;

namespace ZStackGen.Faults.Tests;

/// <summary>Peers that are slow, lie, flood, redirect or send other content.</summary>
public sealed class BadPeerTests
{
    private const string Zones = """{"inventories":[{"uuid":"97280e34f3cf451a93b8300b408ef571","name":"hall-a"}]}""";

    [Fact]
    public async Task A_slow_response_within_the_timeout_is_read_correctly()
    {
        await using var peer = new FaultPeer(_ => PeerResponse.Http(200, Zones) with { Drip = TimeSpan.FromMilliseconds(2) });
        await using ZStackClient client = Clients.Of(peer.Address);

        Outcome<QueryZoneAction.Result> outcome = await QueryAsync(client);

        Assert.Equal("hall-a", outcome.Result!.Inventories.Single().Name);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(60)]
    public async Task A_response_that_stalls_ends_with_the_timeout(int after)
    {
        await using var peer = new FaultPeer(_ => PeerResponse.Http(200, Zones).Cut(after, Ending.Hang));
        await using ZStackClient client = Clients.Of(peer.Address, static o => { o.RequestTimeout = TimeSpan.FromMilliseconds(300); o.MaxRetries = 0; });

        Outcome<QueryZoneAction.Result> outcome = await QueryAsync(client);

        Assert.IsType<ZStackTimeoutException>(outcome.Fault);
    }

    [Theory]
    [InlineData(Ending.Close, typeof(ZStackTransportException))]
    [InlineData(Ending.Reset, typeof(ZStackTransportException))]
    [InlineData(Ending.Hang, typeof(ZStackTimeoutException))]
    public async Task A_content_length_that_is_too_long_gives_no_result(Ending ending, Type expected)
    {
        string head = $"HTTP/1.1 200 OK\r\nContent-Length: {Zones.Length + 100}\r\n\r\n";
        await using var peer = new FaultPeer(_ => new PeerResponse(Encoding.UTF8.GetBytes(head + Zones), ending));
        await using ZStackClient client = Clients.Of(peer.Address, static o => { o.RequestTimeout = TimeSpan.FromMilliseconds(500); o.MaxRetries = 0; });

        Outcome<QueryZoneAction.Result> outcome = await QueryAsync(client);

        Assert.IsType(expected, outcome.Fault);
    }

    // The remaining bytes must not become the start of the next response.
    [Fact]
    public async Task A_content_length_that_is_too_short_gives_no_result_and_the_rest_is_discarded()
    {
        int calls = 0;
        string lie = $"HTTP/1.1 200 OK\r\nContent-Length: {Zones.Length - 10}\r\n\r\n";
        await using var peer = new FaultPeer(_ => Interlocked.Increment(ref calls) == 1 ? new PeerResponse(Encoding.UTF8.GetBytes(lie + Zones)) : PeerResponse.Http(200, Zones));
        await using ZStackClient client = Clients.Of(peer.Address, static o => o.MaxRetries = 0);

        Outcome<QueryZoneAction.Result> first = await QueryAsync(client);
        Outcome<QueryZoneAction.Result> second = await QueryAsync(client);

        Assert.IsType<ZStackProtocolException>(first.Fault);
        Assert.True(second.Fault is ZStackTransportException || second.Result?.Inventories.Single().Name == "hall-a", second.ToString());
    }

    [Fact]
    public async Task A_response_of_html_is_reported_as_html()
    {
        await using var peer = new FaultPeer(_ => PeerResponse.Http(503, "<html><title>Busy</title></html>", "Content-Type: text/html\r\n"));
        await using ZStackClient client = Clients.Of(peer.Address, static o => o.MaxRetries = 0);

        Outcome<QueryZoneAction.Result> outcome = await QueryAsync(client);

        Assert.Contains("HTML page", Assert.IsType<ZStackHttpException>(outcome.Fault).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Location: {0}/zstack/v1/zones\r\n", 302)]
    [InlineData("Location: {0}/zstack/v1/zones\r\n", 307)]
    [InlineData("Location: {0}/zstack/v1/zones\r\n", 308)]
    public async Task A_redirect_to_another_origin_is_not_followed(string header, int status)
    {
        await using var other = new FaultPeer(_ => PeerResponse.Http(200, Zones));
        await using var peer = new FaultPeer(_ => PeerResponse.Http(status, "", string.Format(System.Globalization.CultureInfo.InvariantCulture, header, other.Address)));
        await using ZStackClient client = Clients.Of(peer.Address);

        Outcome<QueryZoneAction.Result> read = await QueryAsync(client);
        Outcome<CreateZoneAction.Result> change = await Clients.OutcomeAsync(ct => client.CallAsync(new CreateZoneAction { Name = "z" }, ct));

        Assert.IsType<ZStackHttpException>(read.Fault);
        Assert.IsType<ZStackHttpException>(change.Fault);
        Assert.Equal((0, 0), (other.Accepted, other.Requests.Count));
    }

    // The address in a 202 is the node's own and may be anything (PROTOCOL.md §3). The client polls the address that the user configured.
    [Fact]
    public async Task A_job_location_at_another_origin_is_not_polled()
    {
        await using var other = new FaultPeer(_ => PeerResponse.Http(200, "{}"));
        await using var peer = new FaultPeer(request => request.IsPoll
            ? PeerResponse.Http(200, """{"inventory":{"name":"hall-a"}}""")
            : PeerResponse.Http(202, $$"""{"location":"{{other.Address}}/zstack/v1/api-jobs/{{request.JobId}}"}"""));
        await using ZStackClient client = Clients.Of(peer.Address);

        Outcome<CreateZoneAction.Result> outcome = await Clients.OutcomeAsync(ct => client.CallAsync(new CreateZoneAction { Name = "hall-a" }, ct));

        Assert.Equal("hall-a", outcome.Result!.Inventory!.Name);
        Assert.Equal(0, other.Accepted);
    }

    [Fact]
    public async Task A_content_length_of_a_gigabyte_is_refused_at_once()
    {
        await using var peer = new FaultPeer(_ => new PeerResponse(Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {1L << 30}\r\n\r\n"), Ending.Close) { FloodBytes = 1L << 30 });
        await using ZStackClient client = Clients.Of(peer.Address);

        Outcome<QueryZoneAction.Result> outcome = await QueryAsync(client);

        Assert.Contains("MaxResponseBytes", Assert.IsType<ZStackProtocolException>(outcome.Fault).Message, StringComparison.Ordinal);
        Assert.InRange(peer.Sent, 0, 32 << 20);
    }

    [Fact]
    public async Task A_flood_of_a_gigabyte_is_cut_off_at_the_limit()
    {
        const int limit = 8 << 20;
        await using var peer = new FaultPeer(_ => new PeerResponse(Encoding.UTF8.GetBytes("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"), Ending.Close) { FloodBytes = 1L << 30 });
        await using ZStackClient client = Clients.Of(peer.Address, static o => o.MaxResponseBytes = limit);

        Outcome<QueryZoneAction.Result> outcome = await QueryAsync(client);

        Assert.Contains("MaxResponseBytes", Assert.IsType<ZStackProtocolException>(outcome.Fault).Message, StringComparison.Ordinal);
        // The sockets' buffers come on top.
        Assert.InRange(peer.Sent, limit, limit + (32 << 20));
    }

    [Fact]
    public async Task Endless_headers_are_cut_off()
    {
        byte[] head = Encoding.UTF8.GetBytes("HTTP/1.1 200 OK\r\nX-Flood: ");
        await using var peer = new FaultPeer(_ => new PeerResponse(head, Ending.Close) { FloodBytes = 1L << 30 });
        await using ZStackClient client = Clients.Of(peer.Address, static o => o.MaxRetries = 0);

        Outcome<QueryZoneAction.Result> outcome = await QueryAsync(client);

        Assert.IsType<ZStackTransportException>(outcome.Fault);
        Assert.InRange(peer.Sent, 0, 32 << 20);
    }

    [Theory]
    [InlineData(500, "")]
    [InlineData(500, "<html>HTTP Status 500</html>")]
    [InlineData(502, "<html>Bad Gateway</html>")]
    [InlineData(503, "<html>Busy</html>")]
    public async Task A_failed_poll_does_not_end_the_wait(int status, string body)
    {
        int looks = 0;
        await using var peer = new FaultPeer(request => !request.IsPoll ? Accepted(request)
            : Interlocked.Increment(ref looks) switch
            {
                1 => PeerResponse.Http(202, "{}"),
                2 or 3 => PeerResponse.Http(status, body),
                _ => PeerResponse.Http(200, """{"inventory":{"name":"hall-a"}}"""),
            });
        await using ZStackClient client = Clients.Of(peer.Address);

        Outcome<CreateZoneAction.Result> outcome = await Clients.OutcomeAsync(ct => client.CallAsync(new CreateZoneAction { Name = "hall-a" }, ct));

        Assert.Equal("hall-a", outcome.Result!.Inventory!.Name);
        Assert.Single(peer.Requests, static request => !request.IsPoll);
    }

    [Fact]
    public async Task A_response_after_cancellation_is_discarded()
    {
        using var gate = new ManualResetEventSlim();
        int calls = 0;
        await using var peer = new FaultPeer(_ =>
        {
            if (Interlocked.Increment(ref calls) == 1)
                gate.Wait(TimeSpan.FromSeconds(20));
            return PeerResponse.Http(200, Zones.Replace("hall-a", "hall-" + calls, StringComparison.Ordinal));
        });
        await using ZStackClient client = Clients.Of(peer.Address);
        using var stop = new CancellationTokenSource();

        Task<QueryZoneAction.Result> cancelled = client.CallAsync(new QueryZoneAction(), stop.Token);
        while (Volatile.Read(ref calls) == 0)
            await Task.Delay(1, TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        gate.Set();
        Outcome<QueryZoneAction.Result> next = await QueryAsync(client);

        Assert.Equal("hall-2", next.Result!.Inventories.Single().Name);
    }

    private static Task<Outcome<QueryZoneAction.Result>> QueryAsync(ZStackClient client) => Clients.OutcomeAsync(ct => client.CallAsync(new QueryZoneAction(), ct));

    private static PeerResponse Accepted(PeerRequest request)
        => PeerResponse.Http(202, $$"""{"location":"http://10.0.0.5:8080/zstack/v1/api-jobs/{{request.JobId}}","apiTimeout":60000}""");
}
