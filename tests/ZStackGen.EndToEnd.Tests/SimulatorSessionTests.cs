using System;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using ZStack.Simulation;

namespace ZStackGen.EndToEnd.Tests;

public sealed class SimulatorSessionTests
{
    [Fact]
    public async Task Login_compares_the_hash_of_the_password_and_returns_a_session()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2024, 3, 4, 21, 12, 31, TimeSpan.Zero));
        await using ZStackSimulator zstack = await Simulators.StartAsync(time);
        using var client = new RawClient(zstack);

        RawAnswer answer = await client.PutAsync("v1/accounts/login", $$$"""{"logInByAccount":{"accountName":"admin","password":"{{{RawClient.PasswordHash}}}"}}""");

        Assert.Equal(200, answer.Status);
        Assert.Null(answer.ContentType);
        Assert.Equal(32, ((string)answer.Json["inventory"]!["uuid"]!).Length);
        Assert.Equal("36c27e8ff05c4780bf6d2fa65700f22e", (string)answer.Json["inventory"]!["accountUuid"]!);
        Assert.Equal("Mar 4, 2024 9:12:31 PM", (string)answer.Json["inventory"]!["createDate"]!);
        Assert.Equal("Mar 4, 2024 11:12:31 PM", (string)answer.Json["inventory"]!["expiredDate"]!);
    }

    [Theory]
    [InlineData("admin", "password")]
    [InlineData("nobody", RawClient.PasswordHash)]
    public async Task Wrong_credentials_are_a_503_with_ID_1000_whether_account_or_password_is_wrong(string account, string password)
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using var client = new RawClient(zstack);

        RawAnswer answer = await client.PutAsync("v1/accounts/login", $$$"""{"logInByAccount":{"accountName":"{{{account}}}","password":"{{{password}}}"}}""");

        Assert.Equal(503, answer.Status);
        Assert.Equal("ID.1000", answer.ErrorCode);
    }

    [Fact]
    public async Task A_missing_header_and_an_unknown_scheme_are_plain_text_400()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using var client = new RawClient(zstack);

        RawAnswer missing = await client.GetAsync("v1/zones");
        RawAnswer unknown = await client.GetAsync("v1/zones", ("Authorization", "Basic YWRtaW46cGFzc3dvcmQ="));

        Assert.Equal((400, "missing header 'Authorization'", null), (missing.Status, missing.Text, missing.ContentType));
        Assert.Equal(400, unknown.Status);
        Assert.DoesNotContain("{", unknown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_session_fails_a_synchronous_call_at_once_and_an_asynchronous_one_in_its_job()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync(configure: static options => options.JobDelay = TimeSpan.FromHours(1));
        using var client = new RawClient(zstack) { Session = "0123456789abcdef0123456789abcdef" };

        RawAnswer query = await client.GetAsync("v1/zones");
        RawAnswer created = await client.RunAsync("POST", "v1/zones", """{"params":{"name":"z"}}""");

        Assert.Equal((503, "ID.1001"), (query.Status, query.ErrorCode));
        Assert.Equal((503, "ID.1001"), (created.Status, created.ErrorCode));
    }

    [Fact]
    public async Task A_session_is_extended_by_every_use_and_ends_two_hours_after_the_last()
    {
        var time = new FakeTimeProvider();
        await using ZStackSimulator zstack = await Simulators.StartAsync(time);
        using RawClient client = await new RawClient(zstack).LogInAsync();

        time.Advance(TimeSpan.FromMinutes(110));
        Assert.Equal(200, (await client.GetAsync("v1/zones")).Status);
        time.Advance(TimeSpan.FromMinutes(110));
        Assert.Equal(200, (await client.GetAsync("v1/zones")).Status);
        time.Advance(TimeSpan.FromMinutes(121));
        RawAnswer late = await client.GetAsync("v1/zones");

        Assert.Equal((503, "ID.1001"), (late.Status, late.ErrorCode));
    }

    [Fact]
    public async Task Logout_ends_the_session_without_authorization()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();
        string session = client.Session!;

        Assert.True((bool)(await client.GetAsync($"v1/accounts/sessions/{session}/valid")).Json["valid"]!);
        client.Session = null;
        RawAnswer logout = await client.DeleteAsync($"v1/accounts/sessions/{session}");

        Assert.Equal((200, "{}"), (logout.Status, logout.Text));
        Assert.False((bool)(await client.GetAsync($"v1/accounts/sessions/{session}/valid")).Json["valid"]!);
    }

    [Fact]
    public async Task Expired_sessions_are_removed()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync(configure: static options => options.SessionLimit = 2);
        using RawClient client = await new RawClient(zstack).LogInAsync();
        string first = client.Session!;

        zstack.ExpireSessions();
        string early = await DetailsAsync(first);
        for (int i = 0; i < 5; i++)
        {
            await client.LogInAsync();
            zstack.ExpireSessions();
        }

        string late = await DetailsAsync(first);

        Assert.Equal(("Session expired", "invalid session"), (early, late));

        async Task<string> DetailsAsync(string session)
        {
            client.Session = session;
            RawAnswer answer = await client.GetAsync("v1/zones");
            client.Session = null;
            return (string)answer.Json["error"]!["details"]!;
        }
    }

    [Fact]
    public async Task An_account_with_too_many_sessions_gets_ID_1006()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync(configure: static options => options.SessionLimit = 1);
        using RawClient first = await new RawClient(zstack).LogInAsync();
        using var second = new RawClient(zstack);

        RawAnswer answer = await second.PutAsync("v1/accounts/login", $$$"""{"logInByAccount":{"accountName":"admin","password":"{{{RawClient.PasswordHash}}}"}}""");

        Assert.Equal((503, "ID.1006"), (answer.Status, answer.ErrorCode));
    }

    // The vectors were measured for the protocol document. The date is the wall clock of a server in UTC+8.
    [Theory]
    [InlineData("Tue, 14 Nov 2023 22:13:20 Asia/Shanghai", "el2LbklcD729o34YPS86D8VdJis=", 0, 200, null)]
    [InlineData("Tue, 14 Nov 2023 22:13:20 Asia/Shanghai", "el2LbklcD729o34YPS86D8VdJis=", 14, 200, null)]
    [InlineData("Tue, 14 Nov 2023 22:13:20 Asia/Shanghai", "el2LbklcD729o34YPS86D8VdJis=", 16, 403, "requestTimeTooSkewed")]
    [InlineData("Tue, 14 Nov 2023 22:13:20 Asia/Shanghai", "AAAAbklcD729o34YPS86D8VdJis=", 0, 503, null)]
    [InlineData("Tue, 14 Nov 2023 14:13:20 GMT", "el2LbklcD729o34YPS86D8VdJis=", 0, 403, "requestTimeTooSkewed")]
    [InlineData("Tue, 14 Nov 2023 22:13:20 +0800", "el2LbklcD729o34YPS86D8VdJis=", 0, 400, null)]
    [InlineData("Tue, 14 Nov 2023 22:13:20 GMT+23:59", "el2LbklcD729o34YPS86D8VdJis=", 0, 400, null)]
    [InlineData("", "el2LbklcD729o34YPS86D8VdJis=", 0, 400, null)]
    public async Task The_date_of_an_access_key_is_compared_with_the_servers_wall_clock(string date, string signature, int minutesLate, int status, string? text)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2023, 11, 14, 14, 13, 20, TimeSpan.Zero).AddMinutes(minutesLate));
        await using ZStackSimulator zstack = await Simulators.StartAsync(time, static options =>
        {
            options.Port = 0; // in process, because HttpClient would reformat the date
            options.TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
            options.AccessKeys.Add(new SimulatedAccessKey("Kx3vQ9mZ7pLr2TdY", "nT8sJw4HcB6yVqPz1Rk0EaUfGm5XoLiD", SimulatedAccount.Admin));
        });
        using var client = new RawClient(zstack);

        RawAnswer answer = await client.GetAsync("v1/vm-instances", ("Date", date), ("Authorization", "ZStack Kx3vQ9mZ7pLr2TdY:" + signature));

        Assert.Equal(status, answer.Status);
        if (text is not null)
            Assert.Equal(text, answer.Text);
    }

    [Fact]
    public async Task Version_and_time_require_no_session()
    {
        var time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000));
        await using ZStackSimulator zstack = await Simulators.StartAsync(time, static options => options.Version = "4.7.0.4");
        using var client = new RawClient(zstack);

        RawAnswer version = await client.PutAsync("v1/management-nodes/actions", """{"getVersion":{}}""");
        RawAnswer now = await client.PutAsync("v1/management-nodes/actions", """{"getCurrentTime":{}}""");
        RawAnswer ready = await client.GetAsync("v1/management-nodes/ready");
        zstack.IsReady = false;
        RawAnswer notReady = await client.GetAsync("v1/management-nodes/ready");

        Assert.Equal("4.7.0.4", (string)version.Json["version"]!);
        Assert.Equal(1_700_000_000_000, (long)now.Json["currentTime"]!["MillionSeconds"]!);
        Assert.Equal((200, "{}"), (ready.Status, ready.Text));
        Assert.Equal((503, "SYS.1010"), (notReady.Status, notReady.ErrorCode));
    }
}
