using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStack;
using ZStack.Api;
using ZStack.Simulation;

namespace ZStackGen.EndToEnd.Tests;

// Two management nodes of one cloud. A single simulator is their common database.
public class FailoverTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_zone_is_created_once_even_if_its_node_fails_before_the_response()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using var nodes = new Nodes(zstack);
        await using ZStackClient client = Client(nodes);
        await client.LogInAsync(Stop);
        nodes.DiesAfter = request => request.Method == HttpMethod.Post;
        CreateZoneAction.Result created = await client.CallAsync(new CreateZoneAction { Name = "once" }, Stop);
        Assert.NotNull(zstack.FindResource(created.Inventory.Uuid));
        Assert.Equal("http://b:8080/zstack", client.BaseAddress.AbsoluteUri);
        // Sent twice under one ID, executed once. The session of the first node is valid at the second.
        ReceivedCall[] posts = [.. zstack.ReceivedCalls.Where(call => call.Api == "CreateZone")];
        Assert.Equal([202, 400], posts.Select(call => call.Status));
        Assert.Single(zstack.ReceivedCalls, call => call.Api == "LogInByAccount");
        QueryZoneAction.Result zones = await client.CallAsync(new QueryZoneAction { Conditions = ["name=once"] }, Stop);
        Assert.Single(zones.Inventories);
    }

    [Fact]
    public async Task A_caller_chosen_uuid_shows_whether_a_creation_with_unknown_outcome_happened()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using var nodes = new Nodes(zstack);
        await using ZStackClient client = Client(nodes);
        // A version 4 UUID, as the server requires.
        string uuid = Guid.NewGuid().ToString("n");
        CreateZoneAction.Result created = await client.CallAsync(new CreateZoneAction { Name = "z", ResourceUuid = uuid }, Stop);
        Assert.Equal(uuid, created.Inventory.Uuid);
        var again = await Assert.ThrowsAsync<ZStackApiException>(() => client.CallAsync(new CreateZoneAction { Name = "z", ResourceUuid = uuid }, Stop));
        Assert.Equal("SYS.1002", again.Error.Code);
    }

    [Fact]
    public async Task A_job_is_polled_at_the_other_node_after_a_failure()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync(null, o => o.JobDelay = TimeSpan.FromMilliseconds(300));
        using var nodes = new Nodes(zstack);
        await using ZStackClient client = Client(nodes);
        ZStackJob<CreateZoneAction.Result> job = await client.StartAsync(new CreateZoneAction { Name = "z" }, Stop);
        nodes.IsAlive = false;
        CreateZoneAction.Result created = await job.WaitAsync(Stop);
        Assert.Equal("z", created.Inventory.Name);
        nodes.IsAlive = true;
    }

    private static ZStackClient Client(Nodes nodes)
        => new(new ZStackClientOptions
        {
            BaseAddress = "http://a:8080",
            FailoverAddresses = ["http://b:8080"],
            Credential = ZStackCredential.Password("admin", "password"),
            HandlerFactory = () => nodes,
            PollInterval = TimeSpan.FromMilliseconds(10),
            MaxPollOutage = TimeSpan.Zero,
        });

    private sealed class Nodes(ZStackSimulator zstack) : DelegatingHandler(zstack.CreateHandler())
    {
        // Whether node a is reachable. Node b always is.
        public bool IsAlive { get; set; } = true;

        // The last request that node a receives but does not respond to.
        public Func<HttpRequestMessage, bool> DiesAfter { get; set; } = static _ => false;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            bool first = request.RequestUri!.Host == "a";
            if (first && !IsAlive)
                throw new HttpRequestException("refused", new SocketException((int)SocketError.ConnectionRefused));
            // A new request: the client's request must not go to a server other than its own.
            using var forwarded = new HttpRequestMessage(request.Method, zstack.BaseAddress.GetLeftPart(UriPartial.Authority) + request.RequestUri.PathAndQuery) { Content = request.Content };
            foreach ((string name, IEnumerable<string> values) in request.Headers)
                forwarded.Headers.TryAddWithoutValidation(name, values);
            HttpResponseMessage response = await base.SendAsync(forwarded, cancellationToken);
            forwarded.Content = null;
            response.RequestMessage = request;
            if (!first || !DiesAfter(request))
                return response;
            IsAlive = false;
            response.Dispose();
            throw new HttpRequestException("cut", new System.IO.IOException("cut"));
        }
    }
}
