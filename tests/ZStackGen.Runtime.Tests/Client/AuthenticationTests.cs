using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStack.Tests.Model;
using ZStack.Tests.Peers;

namespace ZStack.Tests.Client;

public class AuthenticationTests
{
    // SHA-512 of "password", as PROTOCOL.md §2.1 gives it.
    private const string Hash = "b109f3bbbc244eb82441917ed06d618b9008dd09b3befd1b5e07394c706a8bb980b1d7785e5976ec049b46df5f1326af5a2ea6d103fd07c95385ffab0cacbc86";

    [Fact]
    public async Task The_client_logs_in_once_at_the_first_call_with_the_password_hash()
    {
        var server = new StubServer();
        await using var client = server.Client(o => o.Credential = ZStackCredential.Password("admin", "password"));
        var ct = TestContext.Current.CancellationToken;
        Assert.Empty(server.Requests);
        await client.CallAsync(new GetVersionAction(), ct);
        Assert.Equal(0, server.Logins);
        await client.CallAsync(new QueryVmInstanceAction(), ct);
        await client.CallAsync(new QueryVmInstanceAction(), ct);
        Assert.Equal(1, server.Logins);
        var login = server.Requests.Single(r => r.Line == "PUT /zstack/v1/accounts/login");
        Assert.Equal($$$"""{"logInByAccount":{"accountName":"admin","password":"{{{Hash}}}"}}""", login.Body);
        Assert.Null(login.Authorization);
        Assert.Equal([null, "OAuth session-number-1", "OAuth session-number-1"], server.Calls.Select(r => r.Authorization));
    }

    [Theory]
    [InlineData("\"2017年11月14日 22:20:57\"")]
    [InlineData("{}")]
    [InlineData("true")]
    public async Task A_session_with_timestamps_in_an_unknown_format_is_used(string date)
    {
        var server = new StubServer { LogIn = _ => StubServer.Json(200, $$$"""{"inventory":{"uuid":"u1","expiredDate":{{{date}}},"createDate":{{{date}}}}}""") };
        await using var client = server.Client();
        await client.CallAsync(new QueryVmInstanceAction(), TestContext.Current.CancellationToken);
        Assert.Equal("OAuth u1", server.Calls.Single().Authorization);
    }

    [Fact]
    public void A_credential_with_half_of_a_surrogate_pair_is_refused()
    {
        string half = "a" + (char)0xD800;
        Func<ZStackCredential>[] credentials =
        [
            () => ZStackCredential.Password("a", half), () => ZStackCredential.Password(half, "p"), () => ZStackCredential.User("a", "u", half),
            () => ZStackCredential.Ldap("a", half), () => ZStackCredential.Login("account", "a", half), () => ZStackCredential.AccessKey("a", half),
        ];
        Assert.All(credentials, static c => Assert.Contains("half of a surrogate pair", Assert.Throws<ArgumentException>(c).Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Concurrent_calls_share_one_login()
    {
        var gate = new TaskCompletionSource();
        var server = new StubServer();
        var slow = new SlowLogin(server, gate.Task);
        await using var client = server.Client(o => o.HandlerFactory = () => slow);
        var ct = TestContext.Current.CancellationToken;
        var calls = Enumerable.Range(0, 50).Select(_ => client.CallAsync(new QueryVmInstanceAction(), ct)).ToList();
        gate.SetResult();
        await Task.WhenAll(calls);
        Assert.Equal(1, server.Logins);
    }

    [Fact]
    public async Task Canceling_one_caller_does_not_cancel_the_login_of_the_others()
    {
        var gate = new TaskCompletionSource();
        var server = new StubServer();
        var slow = new SlowLogin(server, gate.Task);
        await using var client = server.Client(o => o.HandlerFactory = () => slow);
        using var cancel = new CancellationTokenSource();
        var first = client.CallAsync(new QueryVmInstanceAction(), cancel.Token);
        var second = client.CallAsync(new QueryVmInstanceAction(), TestContext.Current.CancellationToken);
        await cancel.CancelAsync();
        var e = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.IsType<ZStackCanceledException>(e);
        gate.SetResult();
        await second;
        Assert.Equal(1, server.Logins);
    }

    [Fact]
    public async Task Canceling_a_login_throws_like_canceling_a_call()
    {
        var gate = new TaskCompletionSource();
        var server = new StubServer();
        var slow = new SlowLogin(server, gate.Task);
        await using var client = server.Client(o => o.HandlerFactory = () => slow);
        using var cancel = new CancellationTokenSource();
        var login = client.LogInAsync(cancel.Token);
        await cancel.CancelAsync();
        var e = await Assert.ThrowsAsync<ZStackCanceledException>(() => login);
        Assert.Equal("LogInByAccount", e.Api);
        Assert.Equal(cancel.Token, e.CancellationToken);
        gate.SetResult();
    }

    [Fact]
    public async Task A_wrong_password_throws_a_typed_exception_and_the_next_call_tries_again()
    {
        var server = new StubServer { LogIn = _ => StubServer.Error("ID.1000", "wrong account or password") };
        await using var client = server.Client();
        var ct = TestContext.Current.CancellationToken;
        var e = await Assert.ThrowsAsync<ZStackAuthenticationException>(() => client.CallAsync(new QueryVmInstanceAction(), ct));
        Assert.Equal("LogInByAccount (PUT /v1/accounts/login at http://mn.example:8080) failed: ID.1000: wrong account or password", e.Message);
        await Assert.ThrowsAsync<ZStackAuthenticationException>(() => client.LogInAsync(ct));
        server.LogIn = null;
        await client.CallAsync(new QueryVmInstanceAction(), ct);
        Assert.Equal(3, server.Logins);
    }

    [Fact]
    public async Task A_login_response_without_a_session_is_a_protocol_fault()
    {
        var server = new StubServer { LogIn = _ => StubServer.Json(200, "{}") };
        await using var client = server.Client();
        var e = await Assert.ThrowsAsync<ZStackProtocolException>(() => client.LogInAsync(TestContext.Current.CancellationToken));
        Assert.Contains("no session at $.inventory.uuid", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_session_is_renewed_once()
    {
        var server = new StubServer();
        server.Answer = r => r.Authorization == "OAuth session-number-1" ? StubServer.Error("ID.1001", "Session expired") : StubServer.Json(200, """{"total":7}""");
        await using var client = server.Client();
        var ct = TestContext.Current.CancellationToken;
        Assert.Equal(7, (await client.CallAsync(new QueryVmInstanceAction(), ct)).Total);
        Assert.Equal(2, server.Logins);

        server.Answer = _ => StubServer.Error("ID.1001", "Session expired");
        await Assert.ThrowsAsync<ZStackSessionException>(() => client.CallAsync(new QueryVmInstanceAction(), ct));
        Assert.Equal(3, server.Logins);
    }

    [Fact]
    public async Task A_session_lost_during_many_calls_is_renewed_once()
    {
        var server = new StubServer();
        server.AnswerAsync = async (r, _) =>
        {
            await Task.Yield();
            return r.Authorization == "OAuth session-number-1" ? StubServer.Error("ID.1001") : StubServer.Json(200, "{}");
        };
        await using var client = server.Client();
        var ct = TestContext.Current.CancellationToken;
        await client.LogInAsync(ct);
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => client.CallAsync(new QueryVmInstanceAction(), ct)));
        Assert.Equal(2, server.Logins);
    }

    [Fact]
    public async Task A_job_refused_for_its_session_never_ran_and_is_started_again()
    {
        var server = new StubServer();
        server.Answer = r => r.Method == "POST" ? StubServer.Accepted(r.JobId)
            : r.Authorization == "OAuth session-number-1" ? StubServer.Error("ID.1001") : StubServer.Json(200, """{"inventory":{"uuid":"u"}}""");
        await using var client = server.Client();
        var result = await server.Pass(client.CallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken));
        Assert.Equal("u", result.ZoneUuid);
        Assert.Equal(2, server.Logins);
        var posts = server.Calls.Where(r => r.Method == "POST").ToList();
        Assert.Equal(["OAuth session-number-1", "OAuth session-number-2"], posts.Select(r => r.Authorization));
        Assert.NotEqual(posts[0].JobId, posts[1].JobId);
    }

    [Fact]
    public async Task A_job_refused_for_its_session_repeatedly_is_not_started_forever()
    {
        var server = new StubServer();
        server.Answer = r => r.Method == "POST" ? StubServer.Accepted(r.JobId) : StubServer.Error("ID.1001");
        await using var client = server.Client();
        await Assert.ThrowsAsync<ZStackSessionException>(() => server.Pass(client.CallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken)));
        Assert.Equal(2, server.Calls.Count(r => r.Method == "POST"));
    }

    [Fact]
    public async Task A_late_refusal_of_an_old_session_does_not_discard_the_new_one()
    {
        var late = new TaskCompletionSource();
        var server = new StubServer();
        server.AnswerAsync = async (r, _) =>
        {
            if (r.Line.Contains("limit=1", StringComparison.Ordinal))
                await late.Task;
            return r.Authorization == "OAuth session-number-1" ? StubServer.Error("ID.1001") : StubServer.Json(200, "{}");
        };
        await using var client = server.Client();
        var ct = TestContext.Current.CancellationToken;
        await client.LogInAsync(ct);
        var slow = client.CallAsync(new QueryVmInstanceAction { Limit = 1 }, ct);
        await client.CallAsync(new QueryVmInstanceAction(), ct);
        late.SetResult();
        await slow;
        await client.CallAsync(new QueryVmInstanceAction(), ct);
        Assert.Equal(2, server.Logins);
    }

    [Fact]
    public async Task A_started_job_keeps_its_id_and_reports_that_its_session_was_lost()
    {
        var server = new StubServer();
        server.Answer = r => r.Method == "POST" ? StubServer.Accepted(r.JobId) : StubServer.Error("ID.1001");
        await using var client = server.Client();
        var ct = TestContext.Current.CancellationToken;
        var job = await client.StartAsync(new CreateZoneAction { Name = "z" }, ct);
        var e = await Assert.ThrowsAsync<ZStackSessionException>(() => job.WaitAsync(ct));
        Assert.Equal(job.Id, e.JobId);
        Assert.Single(server.Calls, r => r.Method == "POST");
        await client.StartAsync(new CreateZoneAction { Name = "z" }, ct);
        Assert.Equal("OAuth session-number-2", server.Calls.Last().Authorization);
    }

    [Fact]
    public async Task An_error_with_a_lost_session_only_in_an_inner_cause_is_not_retried()
    {
        var server = new StubServer { Answer = _ => StubServer.Json(503, """{"error":{"code":"SYS.1006","cause":{"code":"ID.1001"}}}""") };
        await using var client = server.Client();
        await Assert.ThrowsAsync<ZStackApiException>(() => client.CallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken));
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task A_foreign_session_is_used_and_neither_renewed_nor_closed()
    {
        var server = new StubServer { Answer = _ => StubServer.Error("ID.1001") };
        await using (var client = server.Client(o => o.Credential = ZStackCredential.Session("foreign-session")))
            await Assert.ThrowsAsync<ZStackSessionException>(() => client.CallAsync(new QueryVmInstanceAction(), TestContext.Current.CancellationToken));
        Assert.Equal("OAuth foreign-session", server.Requests.Single().Authorization);
    }

    [Fact]
    public async Task The_session_of_an_action_takes_precedence_and_is_not_renewed()
    {
        var server = new StubServer();
        await using var client = server.Client();
        var ct = TestContext.Current.CancellationToken;
        await client.CallAsync(new QueryVmInstanceAction { SessionId = "mine" }, ct);
        Assert.Equal("OAuth mine", server.Requests.Single().Authorization);
        server.Answer = _ => StubServer.Error("ID.1001");
        await Assert.ThrowsAsync<ZStackSessionException>(() => client.CallAsync(new QueryVmInstanceAction { SessionId = "mine" }, ct));
        Assert.Equal(0, server.Logins);
        await Assert.ThrowsAsync<ArgumentException>(() => client.CallAsync(new QueryVmInstanceAction { SessionId = "a\r\nX: y" }, ct));
    }

    [Fact]
    public async Task An_expired_session_is_not_used()
    {
        var server = new StubServer();
        await using var client = server.Client();
        var ct = TestContext.Current.CancellationToken;
        await client.CallAsync(new QueryVmInstanceAction(), ct);
        // Each call extends the two hours of the session.
        for (int i = 0; i < 3; i++)
        {
            server.Clock.Advance(TimeSpan.FromMinutes(100));
            await client.CallAsync(new QueryVmInstanceAction(), ct);
        }

        Assert.Equal(1, server.Logins);
        server.Clock.Advance(TimeSpan.FromMinutes(121));
        await client.CallAsync(new QueryVmInstanceAction(), ct);
        Assert.Equal(2, server.Logins);
    }

    [Fact]
    public async Task Disposing_closes_the_session_that_the_client_opened()
    {
        var server = new StubServer();
        await using (var client = server.Client())
            await client.LogInAsync(TestContext.Current.CancellationToken);
        Assert.Equal("DELETE /zstack/v1/accounts/sessions/session-number-1", server.Lines.Last());
        await using (var client = server.Client(o => o.LogOutOnDispose = false))
            await client.LogInAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("PUT", server.Lines.Last(), StringComparison.Ordinal);
        server.Requests.Clear();
        await using (server.Client())
        {
        }

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Disposing_neither_fails_nor_hangs_if_the_server_is_unreachable()
    {
        var server = new StubServer();
        var client = server.Client();
        await client.LogInAsync(TestContext.Current.CancellationToken);
        server.Answer = _ => throw new System.Net.Http.HttpRequestException("gone");
        await client.DisposeAsync();

        client = server.Client();
        await client.LogInAsync(TestContext.Current.CancellationToken);
        server.AnswerAsync = async (_, ct) =>
        {
            await Task.Delay(Timeout.Infinite, ct);
            return null!;
        };
        await server.Pass(client.DisposeAsync().AsTask(), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_call_that_requires_a_session_reports_that_there_is_none()
    {
        var server = new StubServer();
        await using var client = server.Client(o => o.Credential = null);
        var e = await Assert.ThrowsAsync<InvalidOperationException>(() => client.CallAsync(new QueryVmInstanceAction(), TestContext.Current.CancellationToken));
        Assert.Contains("API QueryVmInstance requires a session", e.Message, StringComparison.Ordinal);
        await client.CallAsync(new GetVersionAction(), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task The_other_logins_have_their_own_routes_and_only_ldap_sends_the_password_unhashed()
    {
        var server = new StubServer { Answer = r => StubServer.Session("s-" + r.Method + "-12345") };
        var ct = TestContext.Current.CancellationToken;
        foreach (var credential in new[]
        {
            ZStackCredential.User("acc", "joe", "password"),
            ZStackCredential.Ldap("joe", "pa\"ss"),
            ZStackCredential.Login("account", "joe", "password"),
            ZStackCredential.Login("ldap", "joe", "pass"),
        })
        {
            await using var client = server.Client(o => { o.Credential = credential; o.LogOutOnDispose = false; });
            await client.LogInAsync(ct);
        }

        Assert.Equal(
            [
                $$$"""PUT /zstack/v1/accounts/users/login {"logInByUser":{"accountName":"acc","userName":"joe","password":"{{{Hash}}}"}}""",
                """PUT /zstack/v1/ldap/login {"logInByLdap":{"uid":"joe","password":"pa\"ss"}}""",
                $$$"""PUT /zstack/v1/login {"logIn":{"username":"joe","password":"{{{Hash}}}","loginType":"account"}}""",
                """PUT /zstack/v1/login {"logIn":{"username":"joe","password":"pass","loginType":"ldap"}}""",
            ],
            server.Requests.Select(r => r.Line + " " + r.Body));
    }

    [Fact]
    public async Task An_access_key_signs_the_decoded_path_with_the_servers_wall_clock()
    {
        // The third vector of PROTOCOL.md §2.2 is in GMT.
        var server = new StubServer();
        server.Clock.SetUtcNow(new DateTimeOffset(2023, 11, 14, 14, 13, 20, TimeSpan.Zero).AddDays(1));
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2023, 11, 14, 14, 13, 20, TimeSpan.Zero));
        var credential = ZStackCredential.AccessKey("Kx3vQ9mZ7pLr2TdY", "nT8sJw4HcB6yVqPz1Rk0EaUfGm5XoLiD");
        await using var client = server.Client(o => { o.Credential = credential; o.TimeProvider = clock; });
        var ct = TestContext.Current.CancellationToken;
        await client.CallAsync(new DeleteZoneAction { Uuid = "4a9f0c5be1d24f1db4f2a6d1c7e83b90", DeleteMode = "Permissive" }, ct);
        var request = server.Requests.Single();
        Assert.Equal("Tue, 14 Nov 2023 14:13:20 GMT", request.Headers["Date"]);
        Assert.Equal("ZStack Kx3vQ9mZ7pLr2TdY:96n3EIxYyV8UX6vd9pW1ueipZLM=", request.Authorization);

        var shanghai = TimeZoneInfo.CreateCustomTimeZone("s", TimeSpan.FromHours(8), "s", "s");
        await using var there = server.Client(o => { o.Credential = credential; o.TimeProvider = clock; o.ServerTimeZone = shanghai; });
        await there.CallAsync(new DeleteZoneAction { Uuid = "a/b" }, ct);
        request = server.Requests.Last();
        Assert.Equal("Tue, 14 Nov 2023 22:13:20 GMT+08:00", request.Headers["Date"]);
        Assert.Equal("ZStack Kx3vQ9mZ7pLr2TdY:" + ZStackAccessKeySignature.Compute("nT8sJw4HcB6yVqPz1Rk0EaUfGm5XoLiD", "DELETE", "Tue, 14 Nov 2023 22:13:20 GMT+08:00", "/v1/zones/a/b"), request.Authorization);
    }

    [Theory]
    [InlineData("GET", "Tue, 14 Nov 2023 22:13:20 Asia/Shanghai", "/v1/vm-instances", "el2LbklcD729o34YPS86D8VdJis=")]
    [InlineData("PUT", "Tue, 14 Nov 2023 22:13:20 Asia/Shanghai", "/v1/vm-instances/4a9f0c5be1d24f1db4f2a6d1c7e83b90/actions", "MAmRL/RpLZYj3vWVP3AccI0l2vE=")]
    [InlineData("DELETE", "Tue, 14 Nov 2023 14:13:20 GMT", "/v1/zones/4a9f0c5be1d24f1db4f2a6d1c7e83b90", "96n3EIxYyV8UX6vd9pW1ueipZLM=")]
    public void The_test_vectors_of_the_protocol_hold(string method, string date, string path, string signature)
        => Assert.Equal(signature, ZStackAccessKeySignature.Compute("nT8sJw4HcB6yVqPz1Rk0EaUfGm5XoLiD", method, date, path));

    [Fact]
    public async Task Polls_of_an_access_key_are_signed_too()
    {
        var server = new StubServer();
        server.Answer = r => r.Method == "POST" ? StubServer.Accepted(r.JobId) : StubServer.Json(200, "{}");
        await using var client = server.Client(o => o.Credential = ZStackCredential.AccessKey("key-number-one", "secret-of-the-key"));
        await server.Pass(client.CallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken));
        Assert.All(server.Requests, r => Assert.StartsWith("ZStack key-number-one:", r.Authorization, StringComparison.Ordinal));
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData("account", "")]
    [InlineData("", "password")]
    public void An_empty_credential_is_refused(string account, string password)
        => Assert.Throws<ArgumentException>(() => ZStackCredential.Password(account, password));

    private sealed class SlowLogin(StubServer inner, Task gate) : System.Net.Http.DelegatingHandler(inner)
    {
        protected override async Task<System.Net.Http.HttpResponseMessage> SendAsync(System.Net.Http.HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.AbsolutePath.EndsWith("/login", StringComparison.Ordinal))
                await gate;
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
