using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStack.Tests.Model;
using ZStack.Tests.Peers;

namespace ZStack.Tests.Client;

public class CallTests
{
    [Fact]
    public async Task A_synchronous_response_is_the_result()
    {
        var server = new StubServer { Answer = _ => StubServer.Json(200, """{"inventories":[{"uuid":"u","vmNics":[{"ip":"10.0.0.1"}]}],"total":1,"schema":{"inventories[0]":"x"}}""") };
        await using var client = server.Client();
        var result = await client.CallAsync(new QueryVmInstanceAction(), TestContext.Current.CancellationToken);
        Assert.Equal("10.0.0.1", result.Inventories[0].VmNics[0].Ip);
        Assert.Equal(1, result.Total);
        Assert.Equal("x", result.Schema["inventories[0]"]);
    }

    [Fact]
    public async Task A_body_contains_the_arguments_in_the_wrapper_and_the_tags_next_to_it()
    {
        var server = new StubServer { Answer = _ => StubServer.Json(200, "{}") };
        await using var client = server.Client();
        var ct = TestContext.Current.CancellationToken;
        await client.CallAsync(new StartVmInstanceAction { Uuid = "u", HostUuid = "h\"中<", SystemTags = ["a::b"] }, ct);
        await client.CallAsync(new CreateZoneAction { Name = "z", Description = null }, ct);
        await client.CallAsync(new GetVersionAction(), ct);
        Assert.Equal(
            ["""{"startVmInstance":{"hostUuid":"h\"中<"},"systemTags":["a::b"]}""", """{"params":{"name":"z"}}""", """{"getVersion":{}}"""],
            server.Calls.Select(r => r.Body));
        Assert.All(server.Calls, r => Assert.Equal("application/json; charset=utf-8", r.Headers["Content-Type"]));
    }

    [Fact]
    public async Task Tags_of_a_DELETE_are_in_the_query_string_and_the_tags_of_a_PUT_only_in_the_body()
    {
        var server = new StubServer { Answer = _ => StubServer.Json(200, "{}") };
        await using var client = server.Client();
        var ct = TestContext.Current.CancellationToken;
        await client.CallAsync(new DeleteZoneAction { Uuid = "u", DeleteMode = "Permissive", SystemTags = ["a::b", "c"], UserTags = ["d e"] }, ct);
        await client.CallAsync(new StartVmInstanceAction { Uuid = "u", SystemTags = ["a::b"], UserTags = ["d"] }, ct);
        Assert.EndsWith("/v1/zones/u?deleteMode=Permissive&systemTags=a%3A%3Ab&systemTags=c&userTags=d%20e", server.Calls.First().Line, StringComparison.Ordinal);
        Assert.EndsWith("/v1/vm-instances/u/actions", server.Calls.Last().Line, StringComparison.Ordinal);
        Assert.Equal("""{"startVmInstance":{},"systemTags":["a::b"],"userTags":["d"]}""", server.Calls.Last().Body);
    }

    [Fact]
    public async Task A_wrapper_missing_on_the_page_follows_the_convention()
    {
        var server = new StubServer();
        await using var client = server.Client();
        var ct = TestContext.Current.CancellationToken;
        await client.CallAsync(new BareAction("POST", null), ct);
        await client.CallAsync(new BareAction("PUT", null), ct);
        await client.CallAsync(new BareAction("POST", ""), ct);
        Assert.Equal(["""{"params":{}}""", """{"doIt":{}}""", """{"":{}}"""], server.Calls.Select(r => r.Body));
    }

    [Fact]
    public async Task A_missing_required_parameter_names_api_and_parameter()
    {
        var server = new StubServer();
        await using var client = server.Client();
        var e = await Assert.ThrowsAsync<ArgumentException>(() => client.CallAsync(new CreateZoneAction(), TestContext.Current.CancellationToken));
        Assert.StartsWith("API CreateZone: parameter 'name' is null; it is required.", e.Message, StringComparison.Ordinal);
        Assert.Equal("name", e.ParamName);
        // Not even a login is sent.
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Every_call_except_a_GET_has_its_own_job_id()
    {
        var server = new StubServer();
        await using var client = server.Client();
        var ct = TestContext.Current.CancellationToken;
        await client.CallAsync(new CreateZoneAction { Name = "z" }, ct);
        await client.CallAsync(new DeleteZoneAction { Uuid = "z" }, ct);
        await client.CallAsync(new StartVmInstanceAction { Uuid = "z" }, ct);
        await client.CallAsync(new QueryVmInstanceAction(), ct);
        var ids = server.Calls.Select(r => r.JobId).ToList();
        Assert.All(ids.Take(3), id => Assert.Matches("^[0-9a-f]{32}$", id!));
        Assert.Equal(3, ids.Take(3).Distinct().Count());
        Assert.Null(ids[3]);
        Assert.All(server.Requests.Where(r => r.Url.AbsolutePath.EndsWith("login", StringComparison.Ordinal)), r => Assert.Equal(32, r.JobId!.Length));
    }

    [Fact]
    public async Task The_schema_is_requested_by_default()
    {
        var server = new StubServer();
        await using var client = server.Client();
        await using var without = server.Client(o => o.IncludeSchema = false);
        var ct = TestContext.Current.CancellationToken;
        await client.CallAsync(new CreateZoneAction { Name = "z" }, ct);
        await without.CallAsync(new CreateZoneAction { Name = "z" }, ct);
        Assert.Equal([true, false], server.Calls.Select(r => r.Headers.ContainsKey("X-JSON-Schema")));
    }

    [Fact]
    public async Task A_failure_is_an_exception_with_the_complete_error()
    {
        var server = new StubServer
        {
            Answer = _ => StubServer.Json(503, """{"error":{"code":"SYS.1006","description":"op","details":"cannot","location":"step-3","cost":"3ms","elaboration":"try","messages":{"message_cn":"不行","message_en":"no way"},"opaque":{"k":1},"brandNew":true,"cause":{"code":"HOST.1","details":"host is gone","cause":{"code":"SYS.1016","description":"io"}},"causes":[{"code":"A.1","details":"a"},{"code":"B.1","details":"b"}]}}"""),
        };
        await using var client = server.Client();
        var e = await Assert.ThrowsAsync<ZStackApiException>(() => client.CallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken));
        Assert.Equal("CreateZone (POST /v1/zones at http://mn.example:8080) failed: SYS.1006: cannot (caused by HOST.1: host is gone (caused by SYS.1016: io)) (causes: A.1: a; B.1: b)", e.Message);
        Assert.Equal("CreateZone", e.Api);
        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, e.Status);
        Assert.Null(e.JobId);
        Assert.Equal("SYS.1016", e.Error.RootCause.Code);
        Assert.Equal("no way", e.Error.Messages!.English);
        Assert.Equal("不行", e.Error.Messages!.Chinese);
        Assert.Equal("step-3", e.Error.Location);
        Assert.Equal("3ms", e.Error.Cost);
        Assert.Equal("try", e.Error.Elaboration);
        Assert.Equal(1, e.Error.Opaque["k"].GetInt32());
        Assert.True(e.Error.UnknownMembers["brandNew"].GetBoolean());
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task An_error_object_is_read_with_any_status(int status)
    {
        var server = new StubServer { Answer = _ => StubServer.Json(status, """{"error":{"code":"SYS.1006"}}""") };
        await using var client = server.Client();
        var e = await Assert.ThrowsAsync<ZStackApiException>(() => client.CallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken));
        Assert.Equal(status, (int)e.Status!);
    }

    [Theory]
    [InlineData("ID.1000", typeof(ZStackAuthenticationException))]
    [InlineData("ID.1005", typeof(ZStackAuthenticationException))]
    [InlineData("ID.2001", typeof(ZStackAuthenticationException))]
    [InlineData("ID.1006", typeof(ZStackSessionException))]
    [InlineData("ID.1002", typeof(ZStackPermissionException))]
    [InlineData("ID.1003", typeof(ZStackQuotaException))]
    [InlineData("SYS.1001", typeof(ZStackApiTimeoutException))]
    [InlineData("SYS.1003", typeof(ZStackNotFoundException))]
    [InlineData("SYS.1007", typeof(ZStackInvalidParameterException))]
    [InlineData("SYS.1000", typeof(ZStackServerException))]
    [InlineData("SYS.1012", typeof(ZStackServerException))]
    [InlineData("VM.1000", typeof(ZStackApiException))]
    public async Task The_error_code_selects_the_exception_type(string code, Type type)
    {
        var server = new StubServer { Answer = _ => StubServer.Error(code) };
        await using var client = server.Client();
        var e = await Assert.ThrowsAnyAsync<ZStackApiException>(() => client.CallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken));
        Assert.Equal(type, e.GetType());
        Assert.Equal(code, e.Error.Code);
        if (e is ZStackAuthenticationException authentication)
            Assert.Equal(code == "ID.2001", authentication.NeedsAdditionalAuthentication);
    }

    [Fact]
    public async Task TryCall_returns_the_error_and_can_still_throw_it()
    {
        var server = new StubServer { Answer = _ => StubServer.Error("SYS.1003") };
        await using var client = server.Client();
        var ct = TestContext.Current.CancellationToken;
        var result = await client.TryCallAsync(new CreateZoneAction { Name = "z" }, ct);
        Assert.False(result.IsSuccess);
        Assert.Null(result.Value);
        Assert.Equal("SYS.1003", result.Error!.Code);
        Assert.Equal(503, (int)result.Status);
        Assert.Throws<ZStackNotFoundException>(() => result.GetValueOrThrow());
        server.Answer = _ => StubServer.Json(200, """{"inventory":{"uuid":"u"}}""");
        result = await client.TryCallAsync(new CreateZoneAction { Name = "z" }, ct);
        Assert.True(result.IsSuccess);
        Assert.Equal("u", result.GetValueOrThrow().ZoneUuid);
    }

    [Fact]
    public async Task TryCall_throws_if_the_response_is_not_from_the_api()
    {
        var server = new StubServer { Answer = _ => StubServer.Text(400, "bad form") };
        await using var client = server.Client();
        await Assert.ThrowsAsync<ZStackHttpException>(() => client.TryCallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Call_options_become_headers()
    {
        var server = new StubServer();
        await using var client = server.Client();
        var options = new ZStackCallOptions
        {
            Timeout = TimeSpan.FromMilliseconds(90_500),
            JobId = new string('a', 32),
            ClientIp = "10.1.2.3",
            Headers = new Dictionary<string, string> { ["X-Trace"] = "t" },
        };
        await client.CallAsync(new CreateZoneAction { Name = "z" }, options, TestContext.Current.CancellationToken);
        var headers = server.Calls.Single().Headers;
        Assert.Equal("91", headers["X-API-Timeout"]);
        Assert.Equal(options.JobId, headers["X-Job-UUID"]);
        Assert.Equal("10.1.2.3", headers["X-Forwarded-For"]);
        Assert.Equal("t", headers["X-Trace"]);
        Assert.StartsWith("ZStackGen/", headers["User-Agent"], StringComparison.Ordinal);
    }

    public static TheoryData<string, ZStackCallOptions> WrongOptions => new()
    {
        { "Timeout", new() { Timeout = TimeSpan.Zero } },
        { "JobId", new() { JobId = "short" } },
        { "JobId", new() { JobId = new string('/', 32) } },
        { "ClientIp", new() { ClientIp = "nowhere" } },
        { "Headers", new() { Headers = new Dictionary<string, string> { ["authorization"] = "OAuth x" } } },
        { "Headers", new() { Headers = new Dictionary<string, string> { ["X-Job-UUID"] = "x" } } },
        { "Headers", new() { Headers = new Dictionary<string, string> { ["X-A"] = "x\r\nX-B: y" } } },
        { "Headers", new() { Headers = new Dictionary<string, string> { ["X-A"] = "监控" } } },
        { "Headers", new() { Headers = new Dictionary<string, string> { ["X-A"] = "a\0b" } } },
        { "Headers", new() { Headers = new Dictionary<string, string> { ["X A"] = "x" } } },
        { "Headers", new() { Headers = new Dictionary<string, string> { [""] = "x" } } },
        { "Headers", new() { Headers = new Dictionary<string, string> { ["Content-MD5"] = "x" } } },
    };

    [Theory]
    [MemberData(nameof(WrongOptions), DisableDiscoveryEnumeration = true)]
    public async Task Invalid_call_options_are_refused(string option, ZStackCallOptions options)
    {
        var server = new StubServer();
        await using var client = server.Client();
        var e = await Assert.ThrowsAsync<ArgumentException>(() => client.CallAsync(new CreateZoneAction { Name = "z" }, options, TestContext.Current.CancellationToken));
        Assert.StartsWith("API CreateZone: ZStackCallOptions." + option + " ", e.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_job_id_for_a_read_is_refused()
    {
        await using var client = new StubServer().Client();
        await Assert.ThrowsAsync<ArgumentException>(() => client.CallAsync(new QueryVmInstanceAction(), new ZStackCallOptions { JobId = new string('a', 32) }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Concurrent_calls_do_not_share_buffers()
    {
        var server = new StubServer
        {
            AnswerAsync = async (r, ct) =>
            {
                await Task.Yield();
                string name = r.Body!.Split('"')[5];
                return StubServer.Json(200, "{\"inventory\":{\"uuid\":\"" + name + "\"}}");
            },
        };
        await using var client = server.Client(o => o.LogOutOnDispose = false);
        var ct = TestContext.Current.CancellationToken;
        await client.LogInAsync(ct);
        await Parallel.ForEachAsync(Enumerable.Range(0, 500), ct, async (i, token) =>
        {
            string name = new string((char)('a' + (i % 26)), 1 + (i % 300)) + i;
            Assert.Equal(name, (await client.CallAsync(new CreateZoneAction { Name = name }, token)).ZoneUuid);
        });
    }

    [Fact]
    public async Task A_session_that_is_invalid_in_a_header_is_refused_before_anything_is_sent()
    {
        var server = new StubServer();
        await using var client = server.Client();
        foreach (string session in new[] { "会话-会话", "a b", "a\r\nX: y" })
        {
            var e = await Assert.ThrowsAsync<ArgumentException>(() => client.CallAsync(new CreateZoneAction { Name = "z", SessionId = session }, TestContext.Current.CancellationToken));
            Assert.StartsWith("API CreateZone: SessionId contains white space or a non-ASCII character.", e.Message, StringComparison.Ordinal);
            Assert.Throws<ArgumentException>(() => ZStackCredential.Session(session));
            Assert.Throws<ArgumentException>(() => ZStackCredential.AccessKey(session, "secret"));
        }

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task An_address_too_long_for_the_server_is_refused_and_names_the_api()
    {
        var server = new StubServer();
        await using var client = server.Client(o => o.Credential = ZStackCredential.Session("some-session"));
        var ct = TestContext.Current.CancellationToken;
        await client.CallAsync(new QueryVmInstanceAction { Conditions = ["name=" + new string('a', 65_000)] }, ct);
        var e = await Assert.ThrowsAsync<ArgumentException>(() => client.CallAsync(new QueryVmInstanceAction { Conditions = ["name=" + new string('a', 66_000)] }, ct));
        Assert.StartsWith("API QueryVmInstance: the address of the request has 66", e.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_call_canceled_before_it_starts_sends_nothing_not_even_a_login()
    {
        var server = new StubServer();
        await using var client = server.Client();
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();
        var e = await Assert.ThrowsAsync<ZStackCanceledException>(() => client.CallAsync(new CreateZoneAction { Name = "z" }, cancel.Token));
        Assert.Equal(cancel.Token, e.CancellationToken);
        Assert.Null(e.JobId);
        Assert.DoesNotContain("may have accepted", e.Message, StringComparison.Ordinal);
        // A login still in progress would appear before this call.
        await client.CallAsync(new GetVersionAction(), TestContext.Current.CancellationToken);
        Assert.Equal("/zstack/v1/management-nodes/actions", Assert.Single(server.Requests).Url.AbsolutePath);
    }

    [Fact]
    public async Task A_call_on_a_disposed_client_throws_ObjectDisposedException()
    {
        var client = new StubServer().Client();
        await client.DisposeAsync();
        await client.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.CallAsync(new GetVersionAction(), TestContext.Current.CancellationToken));
        Assert.Throws<ObjectDisposedException>(() => client.ResumeJob<ZoneResult>("a"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Disposing_the_client_ends_a_call_in_progress_with_an_explanation(bool answers)
    {
        var there = new TaskCompletionSource();
        var server = new StubServer();
        server.AnswerAsync = async (_, ct) =>
        {
            there.TrySetResult();
            await Task.Delay(Timeout.Infinite, ct).ConfigureAwait(answers ? ConfigureAwaitOptions.SuppressThrowing : ConfigureAwaitOptions.None);
            throw new System.Net.Http.HttpRequestException("closed");
        };
        var client = server.Client(o => o.LogOutOnDispose = false);
        var call = client.CallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken);
        await there.Task;
        await client.DisposeAsync();
        var e = await Assert.ThrowsAsync<ObjectDisposedException>(() => call);
        Assert.Equal("ZStackClient", e.ObjectName);
        Assert.Contains("CreateZone (POST /v1/zones at http://mn.example:8080): the client was disposed before the response arrived. The server may have accepted the call [job " + server.Calls.Single().JobId + "]", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_on_a_client_that_is_disposed_at_once_names_the_client()
    {
        for (int i = 0; i < 500; i++)
        {
            var client = new StubServer().Client();
            var call = client.CallAsync(new GetVersionAction(), TestContext.Current.CancellationToken);
            var query = client.CallAsync(new QueryVmInstanceAction(), TestContext.Current.CancellationToken);
            client.Dispose();
            try
            {
                await call;
                await query;
            }
            catch (ObjectDisposedException e)
            {
                Assert.Equal("ZStackClient", e.ObjectName);
            }
        }
    }

    // Like a UI thread that blocks on its own call: nothing posted to it ever runs.
    [Fact]
    public async Task A_call_does_not_use_the_callers_synchronization_context()
    {
        var server = new StubServer();
        server.Answer = r => r.Method == "POST" ? StubServer.Accepted(r.JobId)
            : r.Line.EndsWith("platform-timezone", StringComparison.Ordinal) ? StubServer.Json(200, """{"timezone":"UTC","offset":"Z"}""")
            : r.Line.Contains("/api-jobs/", StringComparison.Ordinal) ? StubServer.Json(200, """{"inventory":{"uuid":"u"}}""")
            : StubServer.Json(200, """{"inventories":[{"uuid":"a","createDate":"Nov 14, 2017 10:20:57 PM"}]}""");
        var ct = TestContext.Current.CancellationToken;
        await Run(async () =>
        {
            var client = server.Client(o => o.ServerTimeZone = null);
            await client.CallAsync(new CreateZoneAction { Name = "z" }, ct).ConfigureAwait(false);
            await client.DisposeAsync().ConfigureAwait(false);
        });
        await Run(async () =>
        {
            var client = server.Client(o => o.ServerTimeZone = null);
            await client.LogInAsync(ct).ConfigureAwait(false);
        });
        await Run(async () =>
        {
            var client = server.Client(o => o.ServerTimeZone = null);
            await client.CallAsync(new QueryVmInstanceAction { SessionId = "some-session" }, ct).ConfigureAwait(false);
        });
        await Run(async () =>
        {
            var client = server.Client(o => { o.ServerTimeZone = null; o.Credential = ZStackCredential.Session("some-session"); });
            Assert.Equal(ZStackServerTimeZoneSource.Reported, (await client.LearnServerTimeZoneAsync(ct).ConfigureAwait(false)).Source);
        });
        await Run(async () =>
        {
            var client = server.Client(o => { o.ServerTimeZone = null; o.Credential = ZStackCredential.Session("some-session"); });
            var job = await client.StartAsync(new CreateZoneAction { Name = "z" }, ct).ConfigureAwait(false);
            await job.WaitAsync(ct).ConfigureAwait(false);
        });

        Task Run(Func<Task> act)
        {
            SynchronizationContext? own = SynchronizationContext.Current;
            SynchronizationContext.SetSynchronizationContext(new BlockedContext());
            Task running = act();
            SynchronizationContext.SetSynchronizationContext(own);
            return server.Pass(running);
        }
    }

    private sealed class BlockedContext : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state)
        {
        }
    }

    private sealed class BareAction(string method, string? wrapper) : ZStackAction<EmptyResult>
    {
        public override ApiDescriptor Api { get; } = new("DoIt", method, "/v1/do", ApiTraits.None) { Wrapper = wrapper };

        protected override EmptyResult ReadResult(ref JsonReader reader) => EmptyResult.Read(ref reader);
    }
}
