using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ZStack;
using ZStack.Api;
using ZStackGen.Faults.Tests.Peers;

namespace ZStackGen.Faults.Tests;

/// <summary>The connection breaks after every single byte of headers and body, by closing and by a reset.</summary>
public sealed class ByteBoundaryTests
{
    private const string Zones = """{"inventories":[{"uuid":"97280e34f3cf451a93b8300b408ef571","name":"hall-a","state":"Enabled"}],"total":1}""";
    private const string Zone = """{"inventory":{"uuid":"97280e34f3cf451a93b8300b408ef571","name":"hall-a","state":"Enabled"}}""";

    public static TheoryData<string, Ending> Framings => new(
        from framing in new[] { "length", "chunked" }
        from ending in new[] { Ending.Close, Ending.Reset }
        select (framing, ending));

    [Theory]
    [MemberData(nameof(Framings))]
    public async Task A_read_is_retried_and_returns_the_correct_result(string framing, Ending ending)
    {
        PeerResponse whole = Respond(framing, 200, Zones);
        await ForEveryCutAsync(whole, async cut =>
        {
            int times = 0;
            await using var peer = new FaultPeer(_ => Interlocked.Increment(ref times) == 1 ? whole.Cut(cut, ending) : whole);
            await using ZStackClient client = Clients.Of(peer.Address);

            Outcome<QueryZoneAction.Result> outcome = await Clients.OutcomeAsync(ct => client.CallAsync(new QueryZoneAction(), ct));

            Assert.True(outcome.Fault is null, $"cut after {cut}: {outcome.Fault}");
            Assert.Equal("hall-a", outcome.Result!.Inventories.Single().Name);
        });
    }

    [Theory]
    [MemberData(nameof(Framings))]
    public async Task A_read_that_breaks_every_time_is_a_transport_error(string framing, Ending ending)
    {
        PeerResponse whole = Respond(framing, 200, Zones);
        await ForEveryCutAsync(whole, async cut =>
        {
            await using var peer = new FaultPeer(_ => whole.Cut(cut, ending));
            await using ZStackClient client = Clients.Of(peer.Address, static o => o.MaxRetries = 0);

            Outcome<QueryZoneAction.Result> outcome = await Clients.OutcomeAsync(ct => client.CallAsync(new QueryZoneAction(), ct));

            Assert.True(outcome.Fault is ZStackTransportException, $"cut after {cut}: {outcome.Fault?.ToString() ?? "a result"}");
            Assert.Equal("QueryZone", outcome.Fault!.Api);
        });
    }

    [Theory]
    [MemberData(nameof(Framings))]
    public async Task An_accepted_job_is_found_again_and_started_once(string framing, Ending ending)
    {
        const string location = """{"location":"http://10.0.0.5:8080/zstack/v1/api-jobs/ID","apiTimeout":60000}""";
        PeerResponse accepted = Respond(framing, 202, location.Replace("ID", new string('0', 32), StringComparison.Ordinal));
        await ForEveryCutAsync(accepted, async cut =>
        {
            var begun = new ConcurrentDictionary<string, int>();
            await using var peer = new FaultPeer(request =>
            {
                if (request.IsPoll)
                    return Respond(framing, 200, Zone);
                // Like the server: an ID is accepted once, whether or not the response arrives (PROTOCOL.md §3.1).
                return begun.AddOrUpdate(request.JobId!, 1, static (_, times) => times + 1) == 1
                    ? Respond(framing, 202, location.Replace("ID", request.JobId, StringComparison.Ordinal)).Cut(cut, ending)
                    : Respond(framing, 400, $"Duplicate job uuid[{request.JobId}]");
            });
            await using ZStackClient client = Clients.Of(peer.Address);

            Outcome<CreateZoneAction.Result> outcome = await Clients.OutcomeAsync(ct => client.CallAsync(new CreateZoneAction { Name = "hall-a" }, ct));

            Assert.True(outcome.Fault is null, $"cut after {cut}: {outcome.Fault}");
            Assert.Equal("hall-a", outcome.Result!.Inventory!.Name);
            Assert.Single(begun);
        });
    }

    [Theory]
    [MemberData(nameof(Framings))]
    public async Task A_poll_of_a_job_is_retried(string framing, Ending ending)
    {
        PeerResponse done = Respond(framing, 200, Zone);
        await ForEveryCutAsync(done, async cut =>
        {
            int looks = 0;
            await using var peer = new FaultPeer(request => !request.IsPoll
                ? Respond(framing, 202, """{"location":"http://10.0.0.5:8080/zstack/v1/api-jobs/ID"}""".Replace("ID", request.JobId, StringComparison.Ordinal))
                : Interlocked.Increment(ref looks) <= 2 ? done.Cut(cut, ending) : done);
            await using ZStackClient client = Clients.Of(peer.Address, static o => o.MaxRetries = 0);

            Outcome<CreateZoneAction.Result> outcome = await Clients.OutcomeAsync(ct => client.CallAsync(new CreateZoneAction { Name = "hall-a" }, ct));

            Assert.True(outcome.Fault is null, $"cut after {cut}: {outcome.Fault}");
            Assert.Equal("hall-a", outcome.Result!.Inventory!.Name);
            Assert.Single(peer.Requests, static request => !request.IsPoll);
        });
    }

    // A login is a synchronous write. Whether it arrived is unknown, so it is not sent twice.
    [Theory]
    [MemberData(nameof(Framings))]
    public async Task A_synchronous_write_is_sent_once_and_reported_with_unknown_outcome(string framing, Ending ending)
    {
        PeerResponse whole = Respond(framing, 200, """{"inventory":{"uuid":"a09c0b0d5dd546d5a020772d979f00c3"}}""");
        await ForEveryCutAsync(whole, async cut =>
        {
            await using var peer = new FaultPeer(_ => whole.Cut(cut, ending));
            await using ZStackClient client = Clients.Of(peer.Address);

            Outcome<LogInByAccountAction.Result> outcome = await Clients.OutcomeAsync(
                ct => client.CallAsync(new LogInByAccountAction { AccountName = "admin", Password = "p4ssw0rd-in-the-clear" }, ct));

            var fault = Assert.IsType<ZStackTransportException>(outcome.Fault);
            Assert.True(fault.MayHaveReachedServer);
            Assert.DoesNotContain("p4ssw0rd", fault.ToString(), StringComparison.Ordinal);
            // HttpClient itself retries a request on an old connection that broke before the first byte of the response. This connection is new.
            Assert.Single(peer.Requests);
        });
    }

    // Without a length the body ends with the connection, so only the JSON shows a cut.
    [Fact]
    public async Task A_body_that_ends_with_the_connection_is_never_taken_as_complete()
    {
        PeerResponse whole = PeerResponse.UntilClosed(200, Zones);
        await ForEveryCutAsync(whole, async cut =>
        {
            await using var peer = new FaultPeer(_ => whole.Cut(cut, Ending.Close));
            await using ZStackClient client = Clients.Of(peer.Address, static o => o.MaxRetries = 0);

            Outcome<QueryZoneAction.Result> outcome = await Clients.OutcomeAsync(ct => client.CallAsync(new QueryZoneAction(), ct));

            Assert.True(outcome.Fault is ZStackTransportException or ZStackProtocolException, $"cut after {cut}: {outcome.Fault?.ToString() ?? "a result"}");
        });
    }

    // The cuts mostly wait for pauses, so many can run concurrently.
    private static Task ForEveryCutAsync(PeerResponse whole, Func<int, Task> test) => Parallel.ForEachAsync(
        Enumerable.Range(0, whole.Bytes.Length), new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (cut, _) => await test(cut));

    private static PeerResponse Respond(string framing, int status, string body) => framing == "chunked" ? PeerResponse.Chunked(status, body) : PeerResponse.Http(status, body);
}
