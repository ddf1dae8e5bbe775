using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStack.Tests.Model;
using ZStack.Tests.Peers;

namespace ZStack.Tests.Client;

public sealed class ServerZoneTests : IDisposable
{
    private const string Asked = "GET /zstack/v1/management-nodes/platform-timezone";
    private const string Time = "PUT /zstack/v1/management-nodes/actions";

    private readonly StubServer _server = new();
    private Func<HttpResponseMessage> _zone = () => StubServer.Json(200, """{"timezone":"Asia/Kathmandu","offset":"+05:45","success":true}""");
    private string _answer = """{"inventories":[{"createDate":"Nov 14, 2017 10:20:57 PM"}]}""";

    public ServerZoneTests() => _server.Answer = r => r.Line switch
    {
        Asked => _zone(),
        Time => StubServer.Json(200, $$$"""{"currentTime":{"MillionSeconds":{{{_server.Clock.GetUtcNow().ToUnixTimeMilliseconds()}}}.0},"success":true}"""),
        _ when r.Method == "POST" => StubServer.Accepted(r.JobId),
        _ => StubServer.Json(200, _answer),
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task The_time_zone_is_requested_once_when_the_first_timestamp_is_read()
    {
        await using var client = Client();
        _answer = """{"inventories":[{"uuid":"u","createDate":"2017-11-14T22:20:57Z"}]}""";
        Assert.Equal(TimeSpan.Zero, (await FirstAsync(client)).Offset);
        Assert.Null(client.ServerTimeZone);
        Assert.DoesNotContain(Asked, _server.Lines);

        _answer = """{"inventories":[{"createDate":"Nov 14, 2017 10:20:57 PM"}]}""";
        for (int i = 0; i < 3; i++)
            Assert.Equal(new DateTimeOffset(2017, 11, 14, 22, 20, 57, new TimeSpan(5, 45, 0)), await FirstAsync(client));
        Assert.Equal(1, _server.Lines.Count(l => l == Asked));
        Assert.Equal(ZStackServerTimeZoneSource.Reported, client.ServerTimeZone!.Source);
        Assert.Contains("Asia/Kathmandu", client.ServerTimeZone.Explanation, StringComparison.Ordinal);
        Assert.Equal("OAuth session-number-1", _server.Requests.Single(r => r.Line == Asked).Authorization);
    }

    [Fact]
    public async Task Concurrent_calls_request_the_time_zone_once()
    {
        var gate = new TaskCompletionSource();
        var inner = _server.Answer;
        _server.AnswerAsync = async (r, ct) =>
        {
            if (r.Line == Asked)
                await gate.Task.WaitAsync(ct);
            return inner(r);
        };
        await using var client = Client();
        var calls = Enumerable.Range(0, 50).Select(_ => FirstAsync(client)).ToList();
        while (!_server.Lines.Contains(Asked))
            await Task.Delay(1, Stop);
        gate.SetResult();
        Assert.All(await Task.WhenAll(calls), moment => Assert.Equal(new TimeSpan(5, 45, 0), moment.Offset));
        Assert.Equal(1, _server.Lines.Count(l => l == Asked));
    }

    [Fact]
    public async Task The_result_of_a_job_is_read_in_the_detected_time_zone()
    {
        _answer = """{"inventory":{"createDate":"Nov 14, 2017 10:20:57 PM"}}""";
        await using var client = Client();
        var job = client.ResumeJob<StartVmInstanceAction.Result>("abc");
        Assert.Equal(new TimeSpan(5, 45, 0), (await job.WaitAsync(Stop)).Inventory!.CreateDate!.Value.Offset);
    }

    [Fact]
    public async Task The_time_zone_can_be_requested_in_advance()
    {
        await using var client = Client();
        var zone = await client.LearnServerTimeZoneAsync(Stop);
        Assert.Same(zone, client.ServerTimeZone);
        Assert.Same(zone, await client.LearnServerTimeZoneAsync(Stop));
        await FirstAsync(client);
        Assert.Equal(1, _server.Lines.Count(l => l == Asked));
        Assert.StartsWith("Asia/Kathmandu (Reported: ", zone.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_configured_time_zone_is_never_requested()
    {
        await using var client = Client(o => o.ServerTimeZone = TimeZoneInfo.Utc);
        await FirstAsync(client);
        Assert.DoesNotContain(Asked, _server.Lines);
        Assert.Equal(ZStackServerTimeZoneSource.Configured, (await client.LearnServerTimeZoneAsync(Stop)).Source);
    }

    [Fact]
    public async Task The_time_zone_of_an_older_server_follows_from_the_date_of_the_login()
    {
        _zone = () => StubServer.Text(404, "no api mapping to /v1/management-nodes/platform-timezone");
        // The login of the stub is at 10:13:20 PM of 14 Nov; the clock says 16:43:18 UTC.
        _server.Clock.SetUtcNow(new DateTimeOffset(2023, 11, 14, 22, 13, 20, TimeSpan.Zero));
        _server.LogIn = s => StubServer.Json(200, $$$"""{"inventory":{"uuid":"{{{s}}}","expiredDate":"Nov 15, 2023 6:43:20 AM","createDate":"Nov 15, 2023 3:43:18 AM"}}""");
        await using var client = Client();
        Assert.Equal(new TimeSpan(5, 30, 0), (await FirstAsync(client)).Offset);
        var zone = client.ServerTimeZone!;
        Assert.Equal(ZStackServerTimeZoneSource.Deduced, zone.Source);
        Assert.Contains("no api mapping", zone.Explanation, StringComparison.Ordinal);
        Assert.Equal("UTC+05:30", zone.TimeZone.Id);
        await FirstAsync(client);
        Assert.Equal(1, _server.Lines.Count(l => l == Asked));
    }

    public static TheoryData<int, string> TemporaryFailures => new()
    {
        { 429, "slow down" },
        { 408, "" },
        { 404, "<html>starting</html>" },
        { 404, "default backend - 404" },
        { 401, """{"message":"unauthorized"}""" },
        { 403, "forbidden by the gateway" },
        { 400, "<html>bad request</html>" },
        { 302, "" },
        { 200, "{}" },
        { 200, "<html>maintenance</html>" },
    };

    [Theory]
    [MemberData(nameof(TemporaryFailures))]
    public async Task A_response_of_a_gateway_does_not_fix_the_time_zone(int status, string text)
    {
        Func<HttpResponseMessage> works = _zone;
        _zone = () => StubServer.Text(status, text);
        await using var client = Client(o => { o.Credential = ZStackCredential.Session("some-session"); o.MaxRetries = 0; });
        await FirstAsync(client);
        Assert.Equal(ZStackServerTimeZoneSource.Assumed, client.ServerTimeZone!.Source);
        _zone = works;
        _server.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(new TimeSpan(5, 45, 0), (await FirstAsync(client)).Offset);
        Assert.Equal(ZStackServerTimeZoneSource.Reported, client.ServerTimeZone!.Source);
    }

    [Fact]
    public async Task With_a_wrong_local_clock_the_time_zone_follows_from_the_servers_clock()
    {
        _zone = () => StubServer.Error("ID.1002");
        var inner = _server.Answer;
        // The server is three hours ahead of the local clock.
        _server.Answer = r => r.Line == Time
            ? StubServer.Json(200, $$$"""{"currentTime":{"MillionSeconds":{{{_server.Clock.GetUtcNow().AddHours(3).ToUnixTimeMilliseconds()}}}}}""") : inner(r);
        _server.LogIn = s => StubServer.Json(200, $$$"""{"inventory":{"uuid":"{{{s}}}","createDate":"Nov 15, 2023 3:13:20 AM"}}""");
        await using var client = Client();
        Assert.Equal(TimeSpan.FromHours(2), (await FirstAsync(client)).Offset);
    }

    [Fact]
    public async Task Without_any_evidence_the_time_zone_is_local_and_the_reason_is_visible()
    {
        _zone = () => StubServer.Text(404, "no api mapping");
        await using var client = Client(o => o.Credential = ZStackCredential.Session("somebodys-session"));
        Assert.Equal(TimeZoneInfo.Local.GetUtcOffset(new DateTime(2017, 11, 14)), (await FirstAsync(client)).Offset);
        Assert.Equal(ZStackServerTimeZoneSource.Assumed, client.ServerTimeZone!.Source);
        Assert.Same(TimeZoneInfo.Local, client.ServerTimeZone.TimeZone);
        Assert.Contains("no api mapping", client.ServerTimeZone.Explanation, StringComparison.Ordinal);
        Assert.EndsWith("Set ZStackClientOptions.ServerTimeZone", client.ServerTimeZone.Explanation, StringComparison.Ordinal);
        await FirstAsync(client);
        Assert.Equal(1, _server.Lines.Count(l => l == Asked));
    }

    [Fact]
    public async Task A_transient_failure_is_retried_after_a_minute_and_fails_no_result()
    {
        var good = _zone;
        _zone = () => StubServer.Text(502, "<html/>");
        await using var client = Client(o => { o.MaxRetries = 0; o.Credential = ZStackCredential.Session("somebodys-session"); });
        await FirstAsync(client);
        await FirstAsync(client);
        Assert.Equal(ZStackServerTimeZoneSource.Assumed, client.ServerTimeZone!.Source);
        Assert.Equal(1, _server.Lines.Count(l => l == Asked));
        _zone = good;
        _server.Clock.Advance(TimeSpan.FromMinutes(1.1));
        Assert.Equal(new TimeSpan(5, 45, 0), (await FirstAsync(client)).Offset);
    }

    [Fact]
    public async Task A_session_set_on_the_call_is_sufficient_for_the_request()
    {
        await using var client = Client(o => o.Credential = null);
        var result = await client.CallAsync(new QueryVmInstanceAction { SessionId = "the-calls-own" }, Stop);
        Assert.Equal(new TimeSpan(5, 45, 0), result.Inventories[0].CreateDate!.Value.Offset);
        Assert.Equal("OAuth the-calls-own", _server.Requests.Single(r => r.Line == Asked).Authorization);
    }

    [Fact]
    public async Task Canceling_during_the_time_zone_request_names_the_call_and_affects_no_other_call()
    {
        var gate = new TaskCompletionSource();
        var inner = _server.Answer;
        _server.AnswerAsync = async (r, ct) =>
        {
            if (r.Line == Asked)
                await gate.Task.WaitAsync(ct);
            return inner(r);
        };
        await using var client = Client();
        using var cancel = new CancellationTokenSource();
        var first = client.CallAsync(new QueryVmInstanceAction(), cancel.Token);
        var second = FirstAsync(client);
        while (!_server.Lines.Contains(Asked))
            await Task.Delay(1, Stop);
        await cancel.CancelAsync();
        Assert.Equal("QueryVmInstance", (await Assert.ThrowsAsync<ZStackCanceledException>(() => first)).Api);
        gate.SetResult();
        Assert.Equal(new TimeSpan(5, 45, 0), (await second).Offset);
    }

    [Theory]
    [InlineData("Asia/Kathmandu", null, "Asia/Kathmandu")]
    [InlineData("GMT+08:00", null, "UTC+08:00")]
    [InlineData("Nowhere/AtAll", "+08:00", "UTC+08:00")]
    [InlineData("../../etc/passwd", "-03:30", "UTC-03:30")]
    [InlineData("/etc/localtime", "+8", "UTC+08:00")]
    [InlineData("Asia/Kathmandu", "+08:00", "UTC+08:00")]
    [InlineData(null, "+0530", "UTC+05:30")]
    [InlineData("UTC", "Z", "UTC")]
    public async Task A_time_zone_is_read_in_every_notation(string? name, string? offset, string expected)
    {
        _zone = () => StubServer.Json(200, System.Text.Json.JsonSerializer.Serialize(new { timezone = name, offset }));
        await using var client = Client();
        var zone = await client.LearnServerTimeZoneAsync(Stop);
        Assert.Equal((expected, ZStackServerTimeZoneSource.Reported), (zone.TimeZone.Id, zone.Source));
    }

    [Theory]
    [InlineData("Nowhere/AtAll", "+99:00")]
    [InlineData("", "8")]
    [InlineData("../x", "+08:99")]
    public async Task Text_that_is_not_a_time_zone_is_refused(string name, string offset)
    {
        _zone = () => StubServer.Json(200, System.Text.Json.JsonSerializer.Serialize(new { timezone = name, offset }));
        await using var client = Client(o => o.Credential = ZStackCredential.Session("somebodys-session"));
        var zone = await client.LearnServerTimeZoneAsync(Stop);
        Assert.Equal(ZStackServerTimeZoneSource.Assumed, zone.Source);
        Assert.Contains("which is not a known time zone", zone.Explanation, StringComparison.Ordinal);
    }

    private ZStackClient Client(Action<ZStackClientOptions>? change = null)
        => _server.Client(o =>
        {
            o.ServerTimeZone = null;
            o.LogOutOnDispose = false;
            change?.Invoke(o);
        });

    private static async Task<DateTimeOffset> FirstAsync(ZStackClient client)
        => (await client.CallAsync(new QueryVmInstanceAction(), Stop)).Inventories[0].CreateDate!.Value;
}
