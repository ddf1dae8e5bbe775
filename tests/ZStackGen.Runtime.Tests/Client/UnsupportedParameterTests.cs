using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStack.Serialization;
using ZStack.Tests.Peers;

namespace ZStack.Tests.Client;

/// <summary>What the server does not know yet is sent, left out or refused, as the options say.</summary>
public class UnsupportedParameterTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task By_default_all_is_sent_and_no_version_is_asked_for()
    {
        StubServer server = Server("4.7.0");
        await using (ZStackClient client = server.Client())
            await client.CallAsync(new MarkAction { Name = "a", Label = "b", Tag = "c" }, Stop);
        Assert.Equal(["""{"params":{"name":"a","label":"b"},"tag":"c"}"""], Bodies(server));
    }

    [Theory]
    [InlineData("4.7.0", """{"params":{"name":"a"}}""", "label:ZStack 5.0.0, tag:ZStack 5.1")]
    [InlineData("5.0.0", """{"params":{"name":"a","label":"b"}}""", "tag:ZStack 5.1")]
    [InlineData("5.1.8", """{"params":{"name":"a","label":"b"},"tag":"c"}""", "")]
    [InlineData("zsv 4.1.6", """{"params":{"name":"a","label":"b"},"tag":"c"}""", "")]
    [InlineData("unknown", """{"params":{"name":"a","label":"b"},"tag":"c"}""", "")]
    public async Task Parameters_of_the_body_are_left_out(string version, string body, string dropped)
    {
        StubServer server = Server(version);
        var observer = new Recorder();
        await using (ZStackClient client = server.Client(o => { o.UnsupportedParameters = ZStackUnsupportedParameters.Drop; o.Observer = observer; }))
        {
            await client.CallAsync(new MarkAction { Name = "a", Label = "b", Tag = "c" }, Stop);
            await client.CallAsync(new MarkAction { Name = "z" }, Stop);
        }

        // The version is asked for once.
        Assert.Equal(["""{"getVersion":{}}""", body, """{"params":{"name":"z"}}"""], Bodies(server));
        Assert.Equal(dropped, string.Join(", ", observer.Dropped));
    }

    [Theory]
    [InlineData("4.7.0", "/zstack/v1/marks?name=a%26b&labels=1")]
    [InlineData("5.0.0", "/zstack/v1/marks?name=a%26b&label=x&label=y&map.k=v&labels=1")]
    public async Task Parameters_of_the_query_are_left_out_with_all_their_values(string version, string path)
    {
        StubServer server = Server(version);
        await using (ZStackClient client = server.Client(o => o.UnsupportedParameters = ZStackUnsupportedParameters.Drop))
            await client.CallAsync(new FindMarkAction(), Stop);
        Assert.Equal(path, server.Calls.Single(static r => r.Method == "GET").Url.PathAndQuery);
    }

    [Fact]
    public async Task A_query_that_loses_all_parameters_has_none()
    {
        StubServer server = Server("4.7.0");
        await using (ZStackClient client = server.Client(o => o.UnsupportedParameters = ZStackUnsupportedParameters.Drop))
            await client.CallAsync(new FindMarkAction { OnlyNewer = true }, Stop);
        Assert.Equal("/zstack/v1/marks", server.Calls.Single(static r => r.Method == "GET").Url.PathAndQuery);
    }

    [Fact]
    public async Task The_exception_names_parameter_and_versions_and_nothing_is_sent()
    {
        StubServer server = Server("4.7.0");
        await using (ZStackClient client = server.Client(o => o.UnsupportedParameters = ZStackUnsupportedParameters.Throw))
        {
            var e = await Assert.ThrowsAsync<ZStackUnsupportedVersionException>(() => client.CallAsync(new MarkAction { Name = "a", Label = "b" }, Stop));
            Assert.Equal("API Mark: parameter 'label' needs ZStack 5.0.0, but the server has 4.7.0. Leave the parameter out, or check client.ServerVersion before.", e.Message);
            Assert.Equal(("label", ZStackVersion.V5_0, ZStackVersion.V4_7), (e.ParameterName, e.NeededVersion, e.ServerVersion));
            await client.CallAsync(new MarkAction { Name = "a" }, Stop);
        }

        Assert.Equal(["""{"getVersion":{}}""", """{"params":{"name":"a"}}"""], Bodies(server));
        // Not even a login was sent for the call that failed.
        Assert.Equal(1, server.Logins);
    }

    [Theory]
    [InlineData(ZStackUnsupportedParameters.Throw, true)]
    [InlineData(ZStackUnsupportedParameters.Drop, false)]
    public async Task An_api_that_the_server_does_not_have_is_refused(ZStackUnsupportedParameters option, bool throws)
    {
        StubServer server = Server("3.9");
        await using ZStackClient client = server.Client(o => o.UnsupportedParameters = option);
        Task call = client.CallAsync(new MarkAction { Name = "a" }, Stop);
        if (!throws)
        {
            await call;
            return;
        }

        var e = await Assert.ThrowsAsync<ZStackUnsupportedVersionException>(() => call);
        Assert.StartsWith("API Mark: the API needs ZStack 4.0.0, but the server has 3.9.", e.Message, StringComparison.Ordinal);
        Assert.Null(e.ParameterName);
    }

    [Fact]
    public async Task Calls_at_once_share_one_question()
    {
        StubServer server = Server("4.7.0");
        await using (ZStackClient client = server.Client(o => o.UnsupportedParameters = ZStackUnsupportedParameters.Drop))
            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.CallAsync(new MarkAction { Name = "a", Label = "b" }, Stop)));
        Assert.Single(Bodies(server), static body => body == """{"getVersion":{}}""");
        Assert.Equal(8, Bodies(server).Count(static body => body == """{"params":{"name":"a"}}"""));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Disposing_ends_every_call_that_waits_for_the_version(bool isAsync)
    {
        var asked = new TaskCompletionSource();
        var server = new StubServer
        {
            AnswerAsync = async (_, token) =>
            {
                asked.TrySetResult();
                await Task.Delay(Timeout.Infinite, token);
                return StubServer.Json(200, "{}");
            },
        };
        ZStackClient client = server.Client(o => o.UnsupportedParameters = ZStackUnsupportedParameters.Drop);
        Task[] calls = [.. Enumerable.Range(0, 8).Select(_ => client.CallAsync(new MarkAction { Name = "a", Label = "b" }, Stop))];
        await asked.Task;
        if (isAsync)
            await client.DisposeAsync();
        else
            client.Dispose();
        foreach (Task call in calls)
        {
            var e = await Assert.ThrowsAsync<ObjectDisposedException>(() => call.WaitAsync(TimeSpan.FromSeconds(30), Stop));
            Assert.Equal("ZStackClient", e.ObjectName);
        }
    }

    [Fact]
    public async Task A_caller_that_cancels_does_not_cancel_the_version_of_the_others()
    {
        var asked = new TaskCompletionSource();
        var version = new TaskCompletionSource<HttpResponseMessage>();
        var server = new StubServer();
        server.AnswerAsync = (r, token) =>
        {
            asked.TrySetResult();
            return r.Body == """{"getVersion":{}}""" ? version.Task.WaitAsync(token) : Task.FromResult(StubServer.Json(200, "{}"));
        };
        await using ZStackClient client = server.Client(o => o.UnsupportedParameters = ZStackUnsupportedParameters.Drop);
        using var source = new CancellationTokenSource();
        Task canceled = client.CallAsync(new MarkAction { Name = "a", Label = "b" }, source.Token);
        await asked.Task;
        Task other = client.CallAsync(new MarkAction { Name = "a", Label = "b" }, Stop);
        await source.CancelAsync();
        await Assert.ThrowsAsync<ZStackCanceledException>(() => canceled);
        version.SetResult(StubServer.Json(200, """{"version":"4.7.0"}"""));
        await other;
        Assert.Equal(["""{"getVersion":{}}""", """{"params":{"name":"a"}}"""], Bodies(server));
    }

    public static TheoryData<int, string> VersionFailures => new()
    {
        { 503, """{"error":{"code":"SYS.1010","description":"not ready"}}""" },
        { 503, """{"error":{"code":"SYS.1000","description":"internal"}}""" },
        { 200, "<html>maintenance</html>" },
        { 200, "{}" },
    };

    [Theory]
    [MemberData(nameof(VersionFailures))]
    public async Task A_call_fails_while_the_version_cannot_be_requested_and_the_next_call_requests_it_again(int status, string body)
    {
        bool isDown = true;
        StubServer server = Server("4.7.0");
        Func<Request, HttpResponseMessage> answer = server.Answer;
        server.Answer = r => isDown ? StubServer.Text(status, body) : answer(r);
        await using ZStackClient client = server.Client(o => o.UnsupportedParameters = ZStackUnsupportedParameters.Throw);
        var e = await Assert.ThrowsAnyAsync<ZStackException>(() => client.CallAsync(new MarkAction { Name = "a", Label = "b" }, Stop));
        Assert.Equal("GetVersion", e.Api);
        isDown = false;
        await Assert.ThrowsAsync<ZStackUnsupportedVersionException>(() => client.CallAsync(new MarkAction { Name = "a", Label = "b" }, Stop));
        Assert.Equal(["""{"getVersion":{}}""", """{"getVersion":{}}"""], Bodies(server));
    }

    [Fact]
    public async Task A_server_without_the_API_of_its_version_gets_all_parameters()
    {
        StubServer server = Server("4.7.0");
        Func<Request, HttpResponseMessage> answer = server.Answer;
        server.Answer = r => r.Body == """{"getVersion":{}}""" ? StubServer.Error("SYS.1008") : answer(r);
        await using ZStackClient client = server.Client(o => o.UnsupportedParameters = ZStackUnsupportedParameters.Throw);
        await client.CallAsync(new MarkAction { Name = "a", Label = "b" }, Stop);
        await client.CallAsync(new MarkAction { Name = "c" }, Stop);
        Assert.Equal(["""{"getVersion":{}}""", """{"params":{"name":"a","label":"b"}}""", """{"params":{"name":"c"}}"""], Bodies(server));
    }

    [Fact]
    public async Task After_a_failover_a_failed_request_of_the_version_is_paused_and_fails_no_call_that_does_not_need_it()
    {
        bool isDown = false;
        var server = new StubServer();
        server.Answer = r => isDown && r.Url.Host == "mn.example" ? throw new HttpRequestException("refused", new System.Net.Sockets.SocketException(111))
            : r.Body != """{"getVersion":{}}""" ? StubServer.Json(200, "{}")
            : r.Url.Host == "mn.example" ? StubServer.Json(200, """{"version":"4.7.0"}""") : StubServer.Error("SYS.1010");
        await using ZStackClient client = server.Client(o => { o.FailoverAddresses = ["http://second.example:8080"]; o.Credential = ZStackCredential.Session("some-session"); });
        await client.GetServerVersionAsync(Stop);
        isDown = true;
        for (int i = 0; i < 4; i++)
            await server.Pass(client.CallAsync(new FindMarkAction(), Stop));
        Assert.Equal(2, server.Requests.Count(static r => r.Body == """{"getVersion":{}}"""));
        server.Clock.Advance(TimeSpan.FromMinutes(2));
        await server.Pass(client.CallAsync(new FindMarkAction(), Stop));
        Assert.Equal(3, server.Requests.Count(static r => r.Body == """{"getVersion":{}}"""));
    }

    [Fact]
    public async Task The_version_is_learned_again_after_a_failover()
    {
        bool isDown = false;
        var server = new StubServer();
        server.Answer = r => isDown && r.Url.Host == "mn.example" ? throw new HttpRequestException("refused", new System.Net.Sockets.SocketException(111))
            : StubServer.Json(200, r.Body == """{"getVersion":{}}""" ? r.Url.Host == "mn.example" ? """{"version":"4.7.0"}""" : """{"version":"5.2.1"}""" : "{}");
        await using ZStackClient client = server.Client(o => { o.FailoverAddresses = ["http://second.example:8080"]; o.Credential = ZStackCredential.Session("some-session"); });
        Assert.Null(client.ServerVersion);
        await client.CallAsync(new FindMarkAction(), Stop);
        // A client that nobody asks for the version does not ask either.
        Assert.Null(client.ServerVersion);
        await client.GetServerVersionAsync(Stop);
        Assert.Equal(ZStackVersion.V4_7, client.ServerVersion);
        isDown = true;
        await server.Pass(client.CallAsync(new FindMarkAction(), Stop));
        // The call that failed over could not know it.
        Assert.Equal(ZStackVersion.V4_7, client.ServerVersion);
        await server.Pass(client.CallAsync(new FindMarkAction(), Stop));
        Assert.Equal(ZStackVersion.V5_2_1, client.ServerVersion);
        await server.Pass(client.CallAsync(new FindMarkAction(), Stop));
        Assert.Equal(2, server.Requests.Count(static r => r.Body == """{"getVersion":{}}"""));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("label")]
    [InlineData("x.y label\n 5.0 label\n5.0.0")]
    public async Task Lines_that_state_no_version_leave_nothing_out(string? lines)
    {
        StubServer server = Server("4.7.0");
        await using (ZStackClient client = server.Client(o => o.UnsupportedParameters = ZStackUnsupportedParameters.Drop))
            await client.CallAsync(new MarkAction(lines) { Name = "a", Label = "b" }, Stop);
        Assert.Equal("""{"params":{"name":"a","label":"b"}}""", Bodies(server)[^1]);
    }

    [Fact]
    public void The_option_has_three_values() =>
        Assert.Contains("UnsupportedParameters", Assert.Throws<ArgumentException>(() => new StubServer().Client(static o => o.UnsupportedParameters = (ZStackUnsupportedParameters)3)).Message, StringComparison.Ordinal);

    private static StubServer Server(string version) => new()
    {
        Answer = r => StubServer.Json(200, r.Body == """{"getVersion":{}}""" ? "{\"version\":\"" + version + "\"}" : "{}"),
    };

    private static List<string?> Bodies(StubServer server) => [.. server.Calls.Where(static r => r.Method == "POST" || r.Method == "PUT").Select(static r => r.Body)];

    private sealed class Recorder : ZStackClientObserver
    {
        public List<string> Dropped { get; } = [];

        public override void ParameterDropped(in ZStackClientEvent request) => Dropped.Add(request.Member + ":" + request.Expected);
    }

    private sealed class MarkResult : ZStackResult;

    private sealed class MarkAction(string? newer = "5.0.0 label\n5.1 tag") : ZStackAction<MarkResult>
    {
        public string? Name { get; set; }

        public string? Label { get; set; }

        public string? Tag { get; set; }

        public override ApiDescriptor Api { get; } = new("Mark", "POST", "/v1/marks", ApiTraits.RequiresSession) { Wrapper = "params", Since = "4.0.0", NewerParameters = newer };

        protected override void WriteBody(ref JsonBodyWriter body)
        {
            body.Member("name", Name);
            body.Member("label", Label);
        }

        protected override void WriteBodyOutsideWrapper(ref JsonBodyWriter body) => body.Member("tag", Tag);

        protected override MarkResult ReadResult(ref JsonReader reader)
        {
            var result = new MarkResult();
            reader.ReadMembers(result);
            return result;
        }
    }

    private sealed class FindMarkAction : ZStackAction<MarkResult>
    {
        public bool OnlyNewer { get; set; }

        public override ApiDescriptor Api { get; } = new("FindMark", "GET", "/v1/marks", ApiTraits.RequiresSession) { NewerParameters = "5.0 label\n5.0 map" };

        protected override void WriteQuery(ref QueryWriter query)
        {
            if (!OnlyNewer)
                query.Add("name", "a&b");
            query.Add("label", ["x", "y"]);
            query.Add("map", new Dictionary<string, string> { ["k"] = "v" });
            if (!OnlyNewer)
                query.Add("labels", "1");
        }

        protected override MarkResult ReadResult(ref JsonReader reader)
        {
            var result = new MarkResult();
            reader.ReadMembers(result);
            return result;
        }
    }
}
