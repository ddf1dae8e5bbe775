using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStack.Tests.Model;
using ZStack.Tests.Peers;

namespace ZStack.Tests.LongJobs;

/// <summary>Waiting for a long job while a gateway responds instead of the server. A long job can take hours, so such a response must not end the wait.</summary>
public class LongJobOutageTests
{
    private const string Uuid = "5e0a5ac8e6f14c0c9b1f6b8e4ea3a001";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<int, string> OtherResponses => new()
    {
        { 200, "<html>maintenance</html>" },
        { 200, "maintenance" },
        { 200, "" },
        { 200, "[]" },
        { 200, "{}" },
        { 200, """{"message":"maintenance"}""" },
        { 200, """{"inventories":[{"uuid":""" },
        { 204, "" },
        { 404, "<html>starting</html>" },
        { 502, "<html>bad gateway</html>" },
    };

    [Theory]
    [MemberData(nameof(OtherResponses))]
    public async Task Waiting_survives_the_response_of_a_gateway(int status, string text)
    {
        int polls = 0;
        var server = new StubServer();
        server.Answer = _ => ++polls <= 3 ? StubServer.Text(status, text) : Found("Succeeded");
        await using var client = server.Client(static o => o.MaxRetries = 0);
        await server.Pass(client.ResumeLongJob<ZoneResult>(Uuid).WaitAsync(Stop));
        Assert.Equal(4, polls);
    }

    [Theory]
    [InlineData(302, "")]
    [InlineData(401, "<html>sign in</html>")]
    [InlineData(403, """{"message":"forbidden"}""")]
    public async Task Waiting_survives_a_login_of_a_gateway_only_after_the_server_has_responded(int status, string text)
    {
        int polls = 0;
        var server = new StubServer();
        server.Answer = r => r.Url.AbsolutePath.Contains("task-progresses", StringComparison.Ordinal) ? StubServer.Json(200, """{"inventories":[]}""")
            : ++polls is 2 or 3 ? StubServer.Text(status, text) : Found(polls == 1 ? "Running" : "Succeeded");
        await using var client = server.Client(static o => o.MaxRetries = 0);
        await server.Pass(client.ResumeLongJob<ZoneResult>(Uuid).WaitAsync(Stop));
        Assert.Equal(4, polls);

        polls = 1;
        await Assert.ThrowsAsync<ZStackHttpException>(() => server.Pass(client.ResumeLongJob<ZoneResult>(Uuid).WaitAsync(Stop)));
        Assert.Equal(2, polls);
    }

    [Theory]
    [MemberData(nameof(OtherResponses))]
    public async Task Waiting_ends_with_the_response_of_a_gateway_that_lasts(int status, string text)
    {
        var server = new StubServer { Answer = _ => StubServer.Text(status, text) };
        await using var client = server.Client(static o => o.MaxPollOutage = TimeSpan.FromMinutes(2));
        var begin = server.Clock.GetUtcNow();
        var e = await Assert.ThrowsAnyAsync<ZStackException>(() => server.Pass(client.ResumeLongJob<ZoneResult>(Uuid).WaitAsync(Stop)));
        Assert.True(e is ZStackProtocolException or ZStackHttpException, e.Message);
        Assert.True(server.Clock.GetUtcNow() - begin >= TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task Steps_are_requested_again_after_the_response_of_a_gateway()
    {
        int steps = 0;
        var server = new StubServer();
        server.Answer = r => r.Url.AbsolutePath.Contains("task-progresses", StringComparison.Ordinal)
            ? ++steps == 1 ? StubServer.Text(200, "<html>maintenance</html>") : StubServer.Json(200, """{"inventories":[{"taskName":"copy"}]}""")
            : Found("Running");
        await using var client = server.Client();
        var job = client.ResumeLongJob<ZoneResult>(Uuid);
        Assert.Empty((await job.GetStateAsync(Stop)).Tasks);
        Assert.Equal("copy", (await job.GetStateAsync(Stop)).Tasks.Single().TaskName);
    }

    private static System.Net.Http.HttpResponseMessage Found(string state)
        => StubServer.Json(200, $$$"""{"inventories":[{"uuid":"{{{Uuid}}}","apiId":"an-api","state":"{{{state}}}","jobResult":"{}"}]}""");
}
