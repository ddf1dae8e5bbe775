using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStack.Tests.Model;
using ZStack.Tests.Peers;

namespace ZStack.Tests.Client;

public class ObserverTests
{
    private const string Done = """{"inventory":{"uuid":"u"}}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_is_observed_from_the_login_to_the_end_of_its_job()
    {
        var events = new Recorder();
        var server = new StubServer();
        int polls = 0;
        server.Answer = r => r.Method == "POST" ? StubServer.Accepted(r.JobId) : ++polls < 2 ? StubServer.Json(202, "{}") : StubServer.Error("SYS.1007");
        await using (var client = server.Client(o => o.Observer = events))
            await server.Pass(client.TryCallAsync(new CreateZoneAction { Name = "a-private-name" }, Stop));
        Assert.Equal(
            [
                "RequestSending LogInByAccount PUT /v1/accounts/login",
                "ResponseReceived LogInByAccount PUT /v1/accounts/login 200",
                "LoggedIn LogInByAccount PUT /v1/accounts/login",
                "RequestSending CreateZone POST /v1/zones",
                "ResponseReceived CreateZone POST /v1/zones 202",
                "JobAccepted CreateZone POST /v1/zones",
                "RequestSending CreateZone GET /v1/api-jobs/{uuid}",
                "ResponseReceived CreateZone GET /v1/api-jobs/{uuid} 202",
                "RequestSending CreateZone GET /v1/api-jobs/{uuid}",
                "ResponseReceived CreateZone GET /v1/api-jobs/{uuid} 503",
                "JobEnded CreateZone POST /v1/zones SYS.1007",
                "RequestSending LogOut DELETE /v1/accounts/sessions/{sessionUuid}",
                "ResponseReceived LogOut DELETE /v1/accounts/sessions/{sessionUuid} 503",
            ],
            events.Lines);
        Assert.All(events.Events.Skip(3).Take(8), e => Assert.Equal(server.Calls.First().JobId, e.JobId));
        Assert.All(events.Events, e => Assert.Equal("mn.example", e.Server!.Host));
        Assert.True(events.Events.Single(e => e.Error == "SYS.1007").Elapsed > TimeSpan.FromMilliseconds(300));
    }

    [Fact]
    public async Task A_retry_is_observed_with_its_cause_and_node()
    {
        var events = new Recorder();
        var server = new StubServer();
        server.Answer = r => r.Url.Host == "a.example" ? throw new System.Net.Http.HttpRequestException("reset")
            : r.Url.Host == "b.example" ? StubServer.Text(502, "<html>") : StubServer.Json(200, """{"inventories":[]}""");
        await using var client = server.Client(o =>
        {
            o.BaseAddress = "http://a.example";
            o.FailoverAddresses = ["http://b.example", "http://c.example"];
            o.Credential = ZStackCredential.Session("some-session");
            o.Observer = events;
        });
        await server.Pass(client.CallAsync(new QueryVmInstanceAction(), Stop));
        var retries = events.Named("RequestRetrying");
        Assert.Equal(["a.example > b.example", "b.example > c.example"], retries.Select(e => e.Server!.Host + " > " + e.NextServer!.Host));
        Assert.IsType<ZStackTransportException>(retries[0].Fault);
        Assert.Equal(502, (int)retries[1].Status!);
        Assert.Equal([0, 1, 2], events.Named("RequestSending").Select(e => e.Retries));
        Assert.Equal("ZStackTransportException", events.Named("RequestFailed").Single().Error);
    }

    [Fact]
    public async Task A_lost_session_and_a_refused_login_are_observed()
    {
        var events = new Recorder();
        var server = new StubServer();
        server.Answer = r => r.Authorization == "OAuth session-number-1" ? StubServer.Error("ID.1001") : StubServer.Json(200, """{"inventories":[]}""");
        await using (var client = server.Client(o => { o.Observer = events; o.LogOutOnDispose = false; }))
        {
            await client.CallAsync(new QueryVmInstanceAction(), Stop);
            Assert.Equal(["LoggedIn", "SessionLost", "LoggedIn"], events.Names.Where(n => n is "LoggedIn" or "SessionLost"));
        }

        server.LogIn = _ => StubServer.Error("ID.1000", "wrong");
        await using var refused = server.Client(o => o.Observer = events);
        await Assert.ThrowsAsync<ZStackAuthenticationException>(() => refused.LogInAsync(Stop));
        Assert.Equal("ID.1000", events.Named("LogInFailed").Single().Error);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_missing_callback_is_observed_after_its_job_has_ended(bool comes)
    {
        var events = new Recorder();
        var receiver = new ZStackWebhookReceiver();
        var server = new StubServer();
        server.AnswerAsync = async (r, _) =>
        {
            if (r.Method == "GET")
                return StubServer.Json(200, Done);
            if (comes)
                await receiver.ReceiveAsync(name => name == "X-Job-UUID" ? r.JobId : null, System.IO.Stream.Null, Stop);
            return StubServer.Accepted(r.JobId);
        };
        await using var client = server.Client(o => { o.Observer = events; o.WebhookAddress = "http://app.example"; o.WebhookReceiver = receiver; });
        await server.Pass(client.CallAsync(new CreateZoneAction { Name = "z" }, Stop));
        Assert.Equal(comes ? 0 : 1, events.Named("CallbackMissing").Count);
        Assert.Single(events.Named("JobEnded"));
        // A first poll right after the start does not need a callback.
        var job = await client.StartAsync(new CreateZoneAction { Name = "z" }, Stop);
        await job.WaitAsync(Stop);
        Assert.Equal(comes ? 0 : 1, events.Named("CallbackMissing").Count);
    }

    private sealed class Recorder : ZStackClientObserver
    {
        private readonly ConcurrentQueue<(string Name, ZStackClientEvent Event)> _events = new();

        public IEnumerable<string> Names => _events.Select(e => e.Name);

        public IEnumerable<ZStackClientEvent> Events => _events.Select(e => e.Event);

        public IEnumerable<string> Lines => _events.Select(e => string.Join(
            ' ',
            new[] { e.Name, e.Event.Api, e.Event.Method, e.Event.Path, e.Event.Status is { } s ? ((int)s).ToString(CultureInfo.InvariantCulture) : null, e.Event.Error }.Where(t => t is not null)));

        public IReadOnlyList<ZStackClientEvent> Named(string name) => [.. _events.Where(e => e.Name == name).Select(e => e.Event)];

        public override void RequestSending(in ZStackClientEvent request) => Add(nameof(RequestSending), request);

        public override void ResponseReceived(in ZStackClientEvent request) => Add(nameof(ResponseReceived), request);

        public override void RequestFailed(in ZStackClientEvent request) => Add(nameof(RequestFailed), request);

        public override void RequestRetrying(in ZStackClientEvent request) => Add(nameof(RequestRetrying), request);

        public override void LoggedIn(in ZStackClientEvent login) => Add(nameof(LoggedIn), login);

        public override void LogInFailed(in ZStackClientEvent login) => Add(nameof(LogInFailed), login);

        public override void SessionLost(in ZStackClientEvent call) => Add(nameof(SessionLost), call);

        public override void JobAccepted(in ZStackClientEvent job) => Add(nameof(JobAccepted), job);

        public override void JobEnded(in ZStackClientEvent job) => Add(nameof(JobEnded), job);

        public override void CallbackMissing(in ZStackClientEvent job) => Add(nameof(CallbackMissing), job);

        private void Add(string name, in ZStackClientEvent told) => _events.Enqueue((name, told));
    }
}
