using System;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStack.Tests.Model;
using ZStack.Tests.Peers;

namespace ZStack.Tests.Client;

// A server that compares the date of an access key with its own wall clock, as ZStack does by default (PROTOCOL.md §2.2).
public sealed class AccessKeyClockTests : IDisposable
{
    private readonly StubServer _server = new();
    private readonly System.Collections.Generic.Dictionary<string, (TimeSpan Offset, TimeSpan Skew)> _nodes = new() { ["mn.example"] = default };
    private bool _tellsTime = true;
    private int _refused;

    public AccessKeyClockTests() => _server.Answer = r =>
    {
        var (offset, skew) = _nodes[r.Url.Host];
        DateTimeOffset now = _server.Clock.GetUtcNow() + skew;
        if (r.Url.AbsolutePath.EndsWith("/management-nodes/actions", StringComparison.Ordinal))
            return _tellsTime ? StubServer.Json(200, $$$"""{"currentTime":{"MillionSeconds":{{{now.ToUnixTimeMilliseconds()}}}}}""") : StubServer.Text(500, "no");
        DateTime digits = DateTime.ParseExact(r.Headers["Date"][..25], "ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture);
        if ((digits - (now + offset).UtcDateTime).Duration() > TimeSpan.FromMinutes(15))
        {
            Interlocked.Increment(ref _refused);
            HttpResponseMessage refusal = StubServer.Text(403, "requestTimeTooSkewed");
            refusal.Headers.Date = now;
            return refusal;
        }

        return r.Method == "POST" ? StubServer.Json(200, "{}") : StubServer.Json(200, """{"total":1}""");
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _server.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_wrong_local_clock_is_compensated(bool tellsTime)
    {
        // The server's time comes either from the API or from the Date header of the response.
        _tellsTime = tellsTime;
        _nodes["mn.example"] = (TimeSpan.Zero, TimeSpan.FromHours(-2));
        await using var client = Client(TimeZoneInfo.Utc);
        for (int i = 0; i < 3; i++)
            Assert.Equal(1, (await client.CallAsync(new QueryVmInstanceAction(), Stop)).Total);
        Assert.Equal(1, _refused);
        Assert.Equal("Tue, 14 Nov 2023 20:13:20 GMT", _server.Requests.Last().Headers["Date"]);
    }

    // Dates computed with such a time would exceed the range of dates, now or in the next call.
    [Theory]
    [InlineData(253402300799999, null)]
    [InlineData(-62135596800000, null)]
    [InlineData(null, "9999-12-31T23:59:59Z")]
    [InlineData(null, "0001-01-01T00:00:00Z")]
    public async Task A_time_that_no_clock_shows_is_ignored(long? milliseconds, string? date)
    {
        _server.Answer = r =>
        {
            _server.Clock.Advance(TimeSpan.FromSeconds(2));
            if (r.Url.AbsolutePath.EndsWith("/management-nodes/actions", StringComparison.Ordinal))
                return milliseconds is null ? StubServer.Text(500, "no") : StubServer.Json(200, $$$"""{"currentTime":{"MillionSeconds":{{{milliseconds}}}}}""");
            HttpResponseMessage refusal = StubServer.Text(403, "requestTimeTooSkewed");
            refusal.Headers.Date = date is null ? null : DateTimeOffset.Parse(date, CultureInfo.InvariantCulture);
            return refusal;
        };
        await using var client = Client(TimeZoneInfo.Utc);
        for (int i = 0; i < 3; i++)
            await Assert.ThrowsAsync<ZStackHttpException>(() => client.CallAsync(new QueryVmInstanceAction(), Stop));
        Assert.All(_server.Calls.Where(static r => r.Headers.ContainsKey("Date")), static r => Assert.Contains(" 2023 ", r.Headers["Date"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_write_is_retried_because_the_server_did_not_run_it()
    {
        _nodes["mn.example"] = (TimeSpan.Zero, TimeSpan.FromDays(400));
        await using var client = Client(TimeZoneInfo.Utc);
        await client.CallAsync(new CreateZoneAction { Name = "z" }, Stop);
        var posts = _server.Requests.Where(r => r.Method == "POST").ToList();
        Assert.Equal(2, posts.Count);
        Assert.Equal(posts[0].JobId, posts[1].JobId);
        Assert.Equal(posts[0].Body, posts[1].Body);
    }

    [Theory]
    [InlineData(8, 0)]
    [InlineData(8, 3)]
    [InlineData(0, -5)]
    public async Task Without_a_time_zone_the_likely_ones_are_tried_and_the_right_one_is_kept(int offset, int skew)
    {
        _nodes["mn.example"] = (TimeSpan.FromHours(offset), TimeSpan.FromHours(skew));
        await using var client = Client(null);
        await client.CallAsync(new QueryVmInstanceAction(), Stop);
        int refused = _refused;
        Assert.InRange(refused, 0, 3);
        await client.CallAsync(new QueryVmInstanceAction(), Stop);
        Assert.Equal(refused, _refused);
    }

    [Fact]
    public async Task A_configured_time_zone_is_used_without_guessing()
    {
        _nodes["mn.example"] = (TimeSpan.FromHours(8), TimeSpan.Zero);
        await using var client = Client(TimeZoneInfo.Utc);
        var e = await Assert.ThrowsAsync<ZStackHttpException>(() => client.CallAsync(new QueryVmInstanceAction(), Stop));
        Assert.Equal(1, _refused);
        Assert.Contains("set ZStackClientOptions.ServerTimeZone to the time zone of the server", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_zone_outside_the_guesses_ends_with_the_servers_refusal()
    {
        _nodes["mn.example"] = (new TimeSpan(-9, 30, 0), TimeSpan.Zero);
        await using var client = Client(null);
        await Assert.ThrowsAsync<ZStackHttpException>(() => client.CallAsync(new QueryVmInstanceAction(), Stop));
        Assert.InRange(_refused, 2, 4);
    }

    [Fact]
    public async Task Each_node_has_its_own_clock()
    {
        _nodes["mn.example"] = (TimeSpan.Zero, TimeSpan.FromHours(1));
        _nodes["other.example"] = (TimeSpan.Zero, TimeSpan.FromHours(-1));
        await using var client = Client(TimeZoneInfo.Utc, o => o.FailoverAddresses = ["http://other.example:8080"]);
        await client.CallAsync(new QueryVmInstanceAction(), Stop);
        var inner = _server.Answer;
        bool down = true;
        _server.Answer = r => down && r.Url.Host == "mn.example" ? StubServer.Text(502, "<html/>") : inner(r);
        await client.CallAsync(new QueryVmInstanceAction(), Stop);
        Assert.Equal("Tue, 14 Nov 2023 21:13:20 GMT", _server.Requests.Last().Headers["Date"]);
        down = false;
        _server.Answer = r => r.Url.Host == "other.example" ? StubServer.Text(502, "<html/>") : inner(r);
        _server.Clock.Advance(TimeSpan.FromSeconds(2));
        await client.CallAsync(new QueryVmInstanceAction(), Stop);
        Assert.Equal("Tue, 14 Nov 2023 23:13:22 GMT", _server.Requests.Last().Headers["Date"]);
        Assert.Equal(2, _refused);
    }

    [Fact]
    public async Task A_later_change_of_the_clock_is_detected()
    {
        _nodes["mn.example"] = (TimeSpan.Zero, TimeSpan.FromHours(1));
        await using var client = Client(TimeZoneInfo.Utc);
        await client.CallAsync(new QueryVmInstanceAction(), Stop);
        _nodes["mn.example"] = (TimeSpan.Zero, TimeSpan.FromHours(3));
        _server.Clock.Advance(TimeSpan.FromHours(1));
        await client.CallAsync(new QueryVmInstanceAction(), Stop);
        Assert.Equal(2, _refused);
    }

    [Fact]
    public async Task Any_other_403_is_reported_unchanged()
    {
        _server.Answer = _ => StubServer.Text(403, "not you");
        await using var client = Client(null);
        var e = await Assert.ThrowsAsync<ZStackHttpException>(() => client.CallAsync(new QueryVmInstanceAction(), Stop));
        Assert.Single(_server.Requests);
        Assert.DoesNotContain("wall clock", e.Message, StringComparison.Ordinal);
    }

    private ZStackClient Client(TimeZoneInfo? zone, Action<ZStackClientOptions>? change = null)
        => _server.Client(o =>
        {
            o.ServerTimeZone = zone;
            o.Credential = ZStackCredential.AccessKey("key-number-one", "secret-of-the-key");
            change?.Invoke(o);
        });
}
